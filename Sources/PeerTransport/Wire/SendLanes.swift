/// Where senders wait for their turn on the wire.
///
/// A sender is suspended until the last fragment of its frame has been accepted by the channel, and the channel
/// accepts no more than a few fragments ahead of the network. So what a connection holds for sending is what its
/// senders hold, and no more.
actor SendLanes {
    private var queue = FragmentQueue()
    private var senders: [FragmentQueue.Ticket: CheckedContinuation<Void, any Error>] = [:]
    /// The one writer, when it has nothing to do.
    private var idleWriter: CheckedContinuation<Void, Never>?
    private var end: PeerTransportError?

    /// Returns once `frame` has been handed to the channel.
    ///
    /// Throws what ended the connection, or `CancellationError` if the sender's task was cancelled; a frame that was
    /// partly sent by then is sent to its end all the same.
    func send(_ frame: PeerFrame) async throws {
        if let end { throw end }
        try Task.checkCancellation()
        let ticket = queue.add(frame)
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                senders[ticket] = continuation
                wakeWriter()
                // The handler below may have run before there was a continuation to resume.
                if Task.isCancelled { giveUp(ticket) }
            }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
    }

    /// For the one writer: the next fragment, waiting for one if need be; `nil` once the lanes are closed.
    func next() async -> FragmentQueue.Fragment? {
        while end == nil {
            if let fragment = queue.next() { return fragment }
            await withCheckedContinuation { idleWriter = $0 }
        }
        return nil
    }

    /// The channel took the last fragment of this frame.
    func sent(_ ticket: FragmentQueue.Ticket) { senders.removeValue(forKey: ticket)?.resume() }

    /// Nothing is sent any more: who waits, or comes later, gets `error`. The first call counts.
    func close(_ error: PeerTransportError) {
        guard end == nil else { return }
        end = error
        for sender in senders.values { sender.resume(throwing: error) }
        senders = [:]
        wakeWriter()
    }

    private func giveUp(_ ticket: FragmentQueue.Ticket) {
        _ = queue.remove(ticket)
        senders.removeValue(forKey: ticket)?.resume(throwing: CancellationError())
    }

    private func wakeWriter() {
        idleWriter?.resume()
        idleWriter = nil
    }
}
