/// One line of an answer.
///
/// A request is answered by any number of events, then either by one `result`, or by items and one `done`, or by
/// one `error`. The last of these ends it.
package enum Reply<Payload: Sendable, Event: Sendable>: Sendable {
    case result(Payload)
    case item(Payload)
    case event(Event)
    case done(Completion)
    case error(ControlError)

    /// Whether nothing more comes for this request.
    package var isLast: Bool {
        switch self {
        case .result, .done, .error: true
        case .item, .event: false
        }
    }
}

extension Reply: Equatable where Payload: Equatable, Event: Equatable {}

/// What follows the last item.
package struct Completion: Hashable, Sendable, Codable {
    /// Items that were sent.
    package var count: Int
    /// Items there are in all, where that is known.
    package var total: Int?
    /// Passed as `cursor` to go on from here; absent at the end.
    package var cursor: String?

    package init(count: Int, total: Int? = nil, cursor: String? = nil) {
        self.count = count
        self.total = total
        self.cursor = cursor
    }
}

/// A reply with the id of the request that it answers, as it stands on the socket.
package struct ReplyLine<Payload: Sendable, Event: Sendable>: Sendable {
    package let id: RequestID?
    package let reply: Reply<Payload, Event>

    package init(id: RequestID?, reply: Reply<Payload, Event>) {
        self.id = id
        self.reply = reply
    }
}

private enum ReplyKey: String, CodingKey {
    case id, result, item, event, done, error
}

extension ReplyLine: Encodable where Payload: Encodable, Event: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ReplyKey.self)
        try container.encodeIfPresent(id, forKey: .id)
        switch reply {
        case .result(let value): try container.encode(value, forKey: .result)
        case .item(let value): try container.encode(value, forKey: .item)
        case .event(let value): try container.encode(value, forKey: .event)
        case .done(let value): try container.encode(value, forKey: .done)
        case .error(let value): try container.encode(value, forKey: .error)
        }
    }

    /// The line with its newline.
    package var bytes: [UInt8] {
        get throws { try ControlJSON.encode(self) + [0x0A] }
    }
}

extension ReplyLine: Decodable where Payload: Decodable, Event: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: ReplyKey.self)
        id = try container.decodeIfPresent(RequestID.self, forKey: .id)
        if container.contains(.item) {
            reply = .item(try container.decode(Payload.self, forKey: .item))
        } else if container.contains(.event) {
            reply = .event(try container.decode(Event.self, forKey: .event))
        } else if container.contains(.done) {
            reply = .done(try container.decode(Completion.self, forKey: .done))
        } else if container.contains(.error) {
            reply = .error(try container.decode(ControlError.self, forKey: .error))
        } else {
            reply = .result(try container.decode(Payload.self, forKey: .result))
        }
    }

    /// - Parameter line: with or without its newline.
    package init(parsing line: some Sequence<UInt8>) throws {
        self = try ControlJSON.decode(Self.self, from: line)
    }
}

/// The payload or event of an exchange that has none.
package struct Nothing: Hashable, Sendable, Codable {
    package init() {}
}
