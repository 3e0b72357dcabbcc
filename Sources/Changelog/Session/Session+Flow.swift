package import Model

extension Session {
    /// The responder's log on its way to the initiator.
    mutating func serve<Store: RegisterStore>(
        _ cursors: [LogCursor], in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        guard let peerHello else { throw Refusal(.unexpected) }
        outflow = try Outflow(
            from: cursors, of: peer, to: peerHello.vector, changesPerFrame: changesPerFrame, in: replica)
        return try flow(in: &replica)
    }

    /// Sends as many frames as may be under way. Where the two are already in step, nothing is sent for nothing.
    mutating func flow<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [SessionOutput] {
        guard var outflow else { return [] }
        var outputs: [SessionOutput] = []
        while outflow.unacknowledged < Outflow.window, !outflow.isAtEnd || outflow.lseq < replica.node.lseq {
            guard
                let batch = try outflow.next(
                    to: peer, in: &replica, isLive: phase == .live, peerMakesChains: peerMakesChains)
            else { continue }
            outputs.append(.send(.changes(batch)))
            if batch.remaining > 0 { outputs.append(.event(.sending(remaining: batch.remaining))) }
        }
        self.outflow = outflow
        return outputs
    }

    mutating func receive<Store: RegisterStore>(
        _ batch: ChangeBatch, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        guard var inflow else { throw Refusal(.unexpected) }
        var batch = batch
        if phase == .live, batch.vector == nil, batch.remaining == 0 {
            batch.vector = try replica.vector().continued(by: batch.changes)
        }
        let outcome = try inflow.receive(batch, from: peer, disputed: disputed, in: &replica)
        self.inflow = inflow
        if inflow.quarantined > Limits.quarantinedPerSession { return [.applied(outcome)] + end(Refusal(.quota)) }
        var outputs: [SessionOutput] = [.applied(outcome), .send(.received(frames: 1))]
        if batch.remaining > 0 { outputs.append(.event(.receiving(remaining: batch.remaining))) }
        if let vector = batch.vector {
            outflow?.peerVector.raise(to: vector)
            if phase == .pulling {
                phase = .pushing
                outputs += try flow(in: &replica)
            }
        }
        return outputs
    }

    mutating func acknowledged<Store: RegisterStore>(
        _ frames: Int, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        if case .repairing(let reconciliation) = phase { return try repaired(reconciliation, in: &replica) }
        guard var outflow, outflow.unacknowledged >= frames else { throw Refusal(.unexpected) }
        outflow.unacknowledged -= frames
        self.outflow = outflow
        switch phase {
        case .pushing where outflow.isAtEnd && outflow.unacknowledged == 0: return try compare(in: &replica)
        case .pushing, .live, .serving: return outflow.isAtEnd && phase != .live ? [] : try flow(in: &replica)
        default: return []
        }
    }

    /// The initiator's last step: from here on both listen, and send what changes.
    mutating func converge<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [SessionOutput] {
        phase = .live
        return [.event(.converged), .send(.tail)] + (try flow(in: &replica))
    }

    /// The responder learns that the initiator has seen to everything.
    mutating func startTail<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [SessionOutput] {
        phase = .live
        return [.event(.converged)] + (try flow(in: &replica))
    }

    mutating func receive(
        _ bodies: [Body], _ missing: [ContentHash]
    ) -> [SessionOutput] {
        let isGenuine = bodies.map { ContentHash(of: $0.bytes) == $0.hash }
        let genuine = zip(bodies, isGenuine).filter(\.1).map(\.0)
        let falseBodies = zip(bodies, isGenuine).filter { !$0.1 }.map(\.0)
        return [.bodies(genuine, missing: missing)] + falseBodies.map { .event(.falseBody($0.hash)) }
    }

    /// Bodies to ask for at once; twice as many are under way, so that neither end waits for the other. Few enough that
    /// the newest of what comes meanwhile go first, and that little is sent again after a cut.
    package static var bodiesPerRequest: Int { 64 }

    /// The messages that answer a want: as many bodies in each as fit a frame.
    package static func offers(of bodies: [Body], missing: [ContentHash]) -> [Message] {
        var messages: [Message] = []
        var batch: [Body] = []
        var bytes = 0
        for body in bodies where body.bytes.count <= Limits.bodyBytes {
            if bytes + body.bytes.count > Limits.bodyBytes, !batch.isEmpty {
                messages.append(.bodies(batch, missing: []))
                batch = []
                bytes = 0
            }
            batch.append(body)
            bytes += body.bytes.count
        }
        let tooLarge = bodies.filter { $0.bytes.count > Limits.bodyBytes }.map(\.hash)
        return messages + [.bodies(batch, missing: missing + tooLarge)]
    }
}
