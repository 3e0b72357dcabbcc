package import Changelog
package import Model

extension Store {
    // MARK: Sessions

    /// The initiator's first message. Each call of a session runs in one transaction; what it returns is to be done
    /// now that the transaction is durable. If this throws, the session is as it was before.
    package func start(_ session: inout Session) throws(StoreError) -> [SessionOutput] {
        try step(&session) { session, replica in try session.start(in: &replica) }
    }

    /// Takes one message of the peer.
    package func receive(_ message: Message, in session: inout Session) throws(StoreError) -> [SessionOutput] {
        try step(&session) { session, replica in try session.receive(message, in: &replica) }
    }

    /// Lets a live session send what has changed.
    package func pump(_ session: inout Session) throws(StoreError) -> [SessionOutput] {
        try step(&session) { session, replica in try session.pump(in: &replica) }
    }

    /// Merges changes that `peer` sent in some other way. Any order, any number of times.
    package func apply(_ changes: [Change], from peer: DeviceID) throws(StoreError) -> ApplyOutcome {
        try change { domain, replica in
            let outcome = try replica.apply(changes, from: peer)
            for applied in outcome.applied { try domain.follow(applied) }
            return outcome
        }
    }

    private func step(
        _ session: inout Session,
        _ body: (inout Session, inout Replica<RegisterTables>) throws -> [SessionOutput]
    ) throws(StoreError) -> [SessionOutput] {
        var next = session
        let outputs = try change { domain, replica in
            let outputs = try body(&next, &replica)
            for case .applied(let outcome) in outputs {
                for applied in outcome.applied { try domain.follow(applied) }
            }
            return outputs
        }
        session = next
        return outputs
    }

    // MARK: Bodies

    /// Bodies that articles of peers refer to and that are not here, the newest article's first.
    ///
    /// - Parameter since: only of articles that were first seen then or later.
    package func wantedBodies(
        limit: Int, since: Timestamp = Timestamp(milliseconds: .min)
    ) throws(StoreError) -> [ContentHash] {
        try read { try BodyTable(transaction: $0).wanted(limit: limit, since: since) }
    }

    /// Those of the bodies with these hashes that are here, and which are not.
    package func bodies(_ hashes: [ContentHash]) throws(StoreError) -> (found: [Body], missing: [ContentHash]) {
        try read { transaction in
            let table = BodyTable(transaction: transaction)
            var found: [Body] = []
            var missing: [ContentHash] = []
            for hash in hashes {
                if let html = try table.html(hash) {
                    found.append(Body(hash: hash, bytes: Array(html.utf8)))
                } else {
                    missing.append(hash)
                }
            }
            return (found, missing)
        }
    }

    /// Stores bodies that a peer sent; the articles that waited for them are folded and indexed by `foldPending`.
    ///
    /// - Parameter lasting: false if the peer can be asked for them again, as they may have to be after a loss of power.
    package func add(bodies: [Body], lasting: Bool = true) throws(StoreError) {
        let sound = bodies.filter { $0.hash == ContentHash(of: $0.bytes) }
        let packed = sound.compactMap { body in
            String(validating: body.bytes, as: UTF8.self).map { PackedBody($0, hash: body.hash) }
        }
        try write(lasting: lasting) { transaction in
            let table = BodyTable(transaction: transaction)
            for body in packed {
                guard let standing = try table.standing(of: body.hash), standing.isWanted else { continue }
                try table.add(body, to: standing)
            }
        }
    }
}
