extension Session {
    /// Begins with a hello, or a glance where a hello would be long.
    mutating func open<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [SessionOutput] {
        let hello = try Self.hello(presenting: [], in: &replica)
        phase = .greeting(lseq: replica.node.lseq, hello.vector)
        guard hello.vector.count >= Self.originsToGlance else { return [.send(.hello(hello))] }
        return [
            .send(
                .glance(
                    Glance(
                        protocols: hello.protocols, origin: hello.origin, log: hello.log, wall: hello.wall,
                        vector: hello.vector.fingerprint, digest: hello.digest, capabilities: Capabilities.brief)))
        ]
    }

    /// The responder's answer to a glance: equal vectors leave no room for a dispute, unless both write under one
    /// origin.
    mutating func receive<Store: RegisterStore>(
        _ glance: Glance, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        guard glance.protocols.overlaps(Self.protocols) else { throw Refusal(.noCommonProtocol) }
        phase = .serving
        let mine = try Self.hello(presenting: [], in: &replica)
        let isTwin = replica.safeguards.chains && mine.origin == glance.origin
        let isEqual = mine.digest == glance.digest || !replica.safeguards.digest
        guard !isTwin, isEqual, mine.vector.fingerprint == glance.vector else { return [.send(.answer(.greet))] }
        inflow = Inflow(log: glance.log)
        peerCapabilities = glance.capabilities
        outflow = Outflow(
            after: replica.node.lseq, to: mine.vector, told: mine.vector, changesPerFrame: changesPerFrame)
        return skew(of: glance.wall, at: replica.now)
            + [.send(.answer(.inSync(wall: replica.now, log: mine.log, capabilities: Capabilities.brief)))]
    }

    /// Sends hello, with what this node remembers of the origins in `presenting`.
    mutating func greet<Store: RegisterStore>(
        presenting origins: [OriginID], in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        let hello = try Self.hello(presenting: origins, in: &replica)
        phase = .greeting(lseq: replica.node.lseq, hello.vector)
        return [.send(.hello(hello))]
    }

    /// What this node says of itself.
    static func hello<Store: RegisterStore>(
        presenting origins: [OriginID], device: DeviceID? = nil, in replica: inout Replica<Store>
    ) throws -> Hello {
        var marks: [OriginID: [ChainMark]] = [:]
        for origin in origins { marks[origin] = try replica.allMarks(of: origin) }
        return Hello(
            protocols: protocols, capabilities: Capabilities.all, device: device, origin: replica.node.origin,
            log: replica.node.log, wall: replica.now, vector: try replica.shownVector(),
            digest: try replica.digest().total, marks: marks)
    }

    /// The responder's part: look for disputes, then answer.
    mutating func receive<Store: RegisterStore>(
        _ hello: Hello, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        guard hello.protocols.overlaps(Self.protocols) else { throw Refusal(.noCommonProtocol) }
        let outputs = skew(of: hello.wall, at: replica.now)
        let questions = try settleDisputes(with: hello, presented: Set(hello.marks.keys), in: &replica)
        phase = .serving
        if !questions.isEmpty {
            let answer = Answer.fork(try Self.hello(presenting: questions, in: &replica), disputed: questions)
            return outputs + [.send(.answer(answer))]
        }
        begin(with: hello, in: replica)
        let mine = try Self.hello(presenting: hello.marks.keys.sorted(), in: &replica)
        let isEqual = mine.vector == hello.vector && (mine.digest == hello.digest || !replica.safeguards.digest)
        if isEqual, !mustReconcile {
            outflow = Outflow(
                after: replica.node.lseq, to: hello.vector, told: mine.vector, changesPerFrame: changesPerFrame)
            let answer = Answer.inSync(wall: replica.now, log: mine.log, capabilities: Capabilities.brief)
            return outputs + [.send(.answer(answer))]
        }
        let cursors = try replica.store.cursorsIn(of: peer, log: hello.log)
        return outputs + [.send(.answer(.exchange(mine, cursors: cursors, reconcile: mustReconcile)))]
            + forkEvents
    }

    /// The initiator's part. `outflow` is what is left to send if the answerer is in sync with the hello.
    mutating func receive<Store: RegisterStore>(
        _ answer: Answer, greetedWith outflow: Outflow, in replica: inout Replica<Store>
    ) throws -> [SessionOutput] {
        switch answer {
        case .greet: return try greet(presenting: [], in: &replica)
        case .inSync(let wall, let log, let capabilities):
            self.outflow = outflow
            inflow = Inflow(log: log)
            peerCapabilities = capabilities
            return skew(of: wall, at: replica.now) + (try converge(in: &replica))
        case .fork(let hello, let origins):
            _ = try settleDisputes(with: hello, presented: Set(origins), in: &replica)
            return try greet(presenting: origins, in: &replica)
        case .exchange(let hello, let cursors, let reconcile):
            guard hello.protocols.overlaps(Self.protocols) else { throw Refusal(.noCommonProtocol) }
            let before = replica.node.origin
            let questions = try settleDisputes(with: hello, presented: Set(hello.marks.keys), in: &replica)
            if !questions.isEmpty || replica.node.origin != before {
                return try greet(presenting: questions, in: &replica)
            }
            mustReconcile = mustReconcile || reconcile
            begin(with: hello, in: replica)
            self.outflow = try Outflow(
                from: cursors, of: peer, to: hello.vector, changesPerFrame: changesPerFrame, in: replica)
            phase = .pulling
            let places = try replica.store.cursorsIn(of: peer, log: hello.log)
            return skew(of: hello.wall, at: replica.now) + forkEvents + [.send(.pull(places))]
        }
    }

    private mutating func begin<Store: RegisterStore>(with hello: Hello, in replica: borrowing Replica<Store>) {
        peerHello = hello
        inflow = Inflow(log: hello.log)
        peerCapabilities = hello.capabilities
    }

    private var forkEvents: [SessionOutput] { disputed.isEmpty ? [] : [.event(.forked(disputed.sorted()))] }

    /// Deals with each dispute whose other side's marks are in `hello`, and returns those whose are not.
    private mutating func settleDisputes<Store: RegisterStore>(
        with hello: Hello, presented: Set<OriginID>, in replica: inout Replica<Store>
    ) throws -> [OriginID] {
        guard replica.safeguards.chains else { return [] }
        var questions: [OriginID] = []
        let found = try replica.disputes(with: hello)
        let all = presented.union(found).subtracting(disputed)
        for origin in all.sorted() {
            guard let marks = hello.marks[origin] else {
                questions.append(origin)
                continue
            }
            disputed.insert(origin)
            mustReconcile = true
            // What the peer disputes of this node's origin, and this node does not, the peer has put right itself.
            if found.contains(origin) { try replica.settle(dispute: origin, with: marks, of: hello) }
        }
        return Array(questions.prefix(Limits.disputes))
    }
}
