import NIOCore

/// A TCP connection whose other end is still to prove who it is.
struct PendingConnection: Sendable {
    let channel: any Channel
    let established: EventLoopFuture<Established>

    /// The connection once the other end has proved a welcome key; `Established.run` must follow. Throws
    /// `PeerTransportError.refused`, at the latest after the handshake's timeout. Cancelling closes the channel.
    func proven() async throws -> Established {
        try await withTaskCancellationHandler {
            try await established.get()
        } onCancel: {
            channel.close(promise: nil)
        }
    }
}
