import ControlProtocol
import Logging

/// Writes the replies to one request.
struct ReplyWriter: Sendable {
    let id: RequestID?
    let outbox: Outbox
    let log: Logger

    func result(_ value: some Encodable & Sendable) { put(ReplyLine<_, Nothing>(id: id, reply: .result(value))) }

    func event(_ value: some Encodable & Sendable) { put(ReplyLine<Nothing, _>(id: id, reply: .event(value))) }

    func error(_ error: ControlError) { put(ReplyLine<Nothing, Nothing>(id: id, reply: .error(error))) }

    /// Items, then how many there were.
    func items(_ values: [some Encodable & Sendable], total: Int? = nil, cursor: String? = nil) {
        for value in values { put(ReplyLine<_, Nothing>(id: id, reply: .item(value))) }
        let completion = Completion(count: values.count, total: total, cursor: cursor)
        put(ReplyLine<Nothing, Nothing>(id: id, reply: .done(completion)))
    }

    private func put(_ line: ReplyLine<some Encodable & Sendable, some Encodable & Sendable>) {
        do {
            outbox.put(try line.bytes)
        } catch {
            // Only a value that JSON cannot hold, such as a NaN, comes here.
            log.error("cannot encode a reply: \(error)")
        }
    }
}
