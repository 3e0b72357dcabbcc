package import Changelog

extension Store {
    // MARK: Sessions

    /// The initiator's first message. Each call of a session runs in one transaction; what it returns is to be done
    /// now that the transaction is durable. If this throws, the session is as it was before.
    package func start(_ session: inout Session) throws(StoreError) -> [SessionOutput] {
        try step(&session) { session, replica in try session.start(in: &replica) }
    }

    /// Takes one message of the peer.
    ///
    /// - Parameter links: those of its articles that are worked out already.
    package func receive(
        _ message: Message, links: ArticleLink.BySpelling = [:], in session: inout Session
    ) throws(StoreError) -> [SessionOutput] {
        defer {
            // The peer has sent the next one already, and waits for no more than the window allows.
            if case .changes = message { shortenLog(hasTime: true) }
        }
        return try step(&session, links: links) { session, replica in try session.receive(message, in: &replica) }
    }

    /// Lets a live session send what has changed.
    package func pump(_ session: inout Session) throws(StoreError) -> [SessionOutput] {
        try step(&session) { session, replica in try session.pump(in: &replica) }
    }

    /// Merges changes that `peer` sent in some other way. Any order, any number of times.
    package func apply(_ changes: [Change], from peer: DeviceID) throws(StoreError) -> ApplyOutcome {
        try change { domain, replica in
            let outcome = try replica.apply(changes, from: peer)
            try domain.follow(outcome.applied)
            return outcome
        }
    }

    private func step(
        _ session: inout Session, links: ArticleLink.BySpelling = [:],
        _ body: (inout Session, inout Replica<RegisterTables>) throws -> [SessionOutput]
    ) throws(StoreError) -> [SessionOutput] {
        var next = session
        let outputs = try change { domain, replica in
            domain.links = links
            let outputs = try body(&next, &replica)
            for case .applied(let outcome) in outputs {
                try domain.follow(outcome.applied)
            }
            return outputs
        }
        session = next
        return outputs
    }
}
