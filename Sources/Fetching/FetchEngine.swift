package import Model

/// Fetches over HTTP with libcurl: one thread, any number of fetches, a bounded number of connections.
///
/// The engine is polite (`HostGate`) and safe (`AddressPolicy`, `FetchLimits`) by itself; when to ask for what is
/// decided elsewhere (`PollSchedule`).
package final class FetchEngine: Sendable {
    private let loop: FetchLoop

    package init(settings: EngineSettings) {
        loop = FetchLoop(settings: settings)
        loop.start()
    }

    deinit { loop.close(then: nil) }

    /// Waits for its turn, fetches, follows redirects. Cancelling the task ends the fetch within milliseconds, with
    /// `.failed(.cancelled)`, wherever it stands. After `shutdown` every fetch is cancelled at once.
    package func fetch(_ request: FetchRequest) async -> FetchResult {
        guard let address = WebAddress(request.url) else { return .failed(.badURL, nil) }
        if address.isFile { return LocalFile.fetch(request, at: address) }
        guard address.isHTTP else { return .failed(.unsupportedScheme(address.scheme), nil) }
        if let name = request.brokenHeader { return .failed(.badHeader(name: name), nil) }

        let number = loop.nextNumber()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.submit(
                    Transfer(
                        number: number, request: request, address: address, budget: loop.budget,
                        continuation: continuation))
                // Cancelled before it was submitted: the handler below found nothing to cancel.
                if Task.isCancelled { loop.cancel(number) }
            }
        } onCancel: {
            loop.cancel(number)
        }
    }

    /// Leaves `host` (host, and port if it is not the usual one) alone until `moment`: for a pause that was stored.
    package func pause(host: String, until moment: Timestamp) {
        loop.pause(host: host, for: moment - .now)
    }

    /// Holds for fetches that start from now on.
    package func use(_ addressPolicy: AddressPolicy) { loop.use(addressPolicy) }

    /// Ends every fetch as cancelled and the thread with it; returns when both are done, within a second.
    package func shutdown() async {
        await withCheckedContinuation { continuation in loop.close { continuation.resume() } }
    }
}

extension FetchRequest {
    /// The name of the first header that cannot be sent as one.
    fileprivate var brokenHeader: String? {
        func isToken(_ name: String) -> Bool {
            !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        }
        func isValue(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 } }
        if let header = headers.first(where: { !isToken($0.name) || !isValue($0.value.reveal()) }) {
            return header.name
        }
        if let userAgent, !isValue(userAgent) { return "User-Agent" }
        if let etag = validators.etag, !isValue(etag) { return "If-None-Match" }
        if let lastModified = validators.lastModified, !isValue(lastModified) { return "If-Modified-Since" }
        if case .bearer(let token) = credentials, !isValue(token.reveal()) { return "Authorization" }
        return nil
    }
}
