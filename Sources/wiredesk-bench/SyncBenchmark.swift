import ArgumentParser
import Changelog
import Glibc
import Model
import PeerTransport
import Storage
import Synchronization

/// `wiredesk-bench sync`: two nodes over real TLS on 127.0.0.1, both with durable storage.
struct SyncBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Measure how quickly and in how many bytes two nodes come to agree.",
        discussion: """
            One node has made-up articles, the other nothing. Measured are the first exchange of the log, that of the \
            bodies, a meeting with nothing to do, one after some stories were starred, and what it takes to pass on that \
            all of a feed was read while both are in step; or, with --kills, how much of the first exchange is sent \
            again. Bytes are those on the network below TLS, its handshake included, and those of the frames within. \
            Processor seconds are those of both nodes.
            """)

    @Option(help: "Articles to begin with.")
    var articles = 10_000

    @Option(help: "Articles that are then starred on one node.")
    var changes = 1000

    @Option(help: "Cut the first exchange so often, at even distances, and count what is sent again.")
    var kills = 0

    @Option(help: "Write the articles as files into a directory, for other programs, and exit.")
    var write: String?

    func run() async throws {
        if let write { return try MadeUpNews.write(articles, to: write) }
        let (desk, laptop) = (try BenchmarkNode(), try BenchmarkNode())
        let size = try desk.fill(articles)
        print("\(articles) articles of \(size / max(1, articles)) bytes")
        let listener = try await desk.endpoint.listen(on: [PeerAddress(host: "127.0.0.1", port: 0)])
        let sent = Counter()
        let serving = Task { [store = desk.store] in
            try await listener.run(
                session: { connection in
                    var meeting = Meeting(store, connection)
                    defer { sent.add(connection.traffic.framesSent) }
                    try await meeting.serve()
                }, paired: { _ in })
        }
        defer { serving.cancel() }
        let line = Line(laptop: laptop, desk: desk.endpoint.identity.device, addresses: listener.addresses)
        if kills > 0 { return try await line.measureCuts(kills, sent, desk.store) }
        ProcessMemory.forgetPeak()
        let before = ProcessMemory.peak
        try await line.meet("log of \(articles) articles", per: articles)
        try await line.meet("their bodies", bodies: true, per: articles)
        print("memory: \(before >> 20) MiB before, \(ProcessMemory.peak >> 20) MiB at most")
        try await line.meet("nothing to do")
        let starred = try desk.star(min(changes, articles))
        try await line.meet("\(starred) stars", per: starred)
        try await line.write("all of a feed read") { try laptop.readAll() }
        guard try desk.store.digest() == laptop.store.digest(), try laptop.store.wantedBodies(limit: 1).isEmpty else {
            throw ValidationError("The two do not agree.")
        }
    }
}

/// The way from the empty node to the full one.
private struct Line {
    let laptop: BenchmarkNode
    let desk: DeviceID
    let addresses: [PeerAddress]

    func meet(_ what: String, bodies: Bool = false, per count: Int? = nil) async throws {
        let clock = ContinuousClock()
        let (start, processor) = (clock.now, ProcessorTime.now)
        let traffic = try await laptop.endpoint.connect(to: desk, at: addresses) { connection in
            var meeting = Meeting(laptop.store, connection)
            try await meeting.untilInStep()
            if bodies { try await meeting.takeBodies() }
            return connection.traffic
        }
        let seconds = (clock.now - start) / .seconds(1)
        let frames = traffic.framesReceived + traffic.framesSent
        var line =
            "\(what): \(Self.rounded(seconds)) s, \(Self.rounded((ProcessorTime.now - processor) / .seconds(1))) "
        line += "of the processor, \(traffic.received + traffic.sent) bytes (\(frames) of frames)"
        if let count {
            line += ", \(Self.rounded(Double(frames) / Double(count))) bytes and "
            line += "\(Self.rounded(Double(count) / seconds)) a second each"
        }
        print(line)
    }

    /// What one changes while both are in step goes over the connection that they have.
    func write(_ what: String, _ change: @Sendable () throws -> Void) async throws {
        let (before, after) = try await laptop.endpoint.connect(to: desk, at: addresses) { connection in
            var meeting = Meeting(laptop.store, connection)
            try await meeting.untilInStep()
            let before = connection.traffic
            try change()
            try await meeting.passOn()
            return (before, connection.traffic)
        }
        let frames = after.framesReceived + after.framesSent - before.framesReceived - before.framesSent
        print("\(what): \(after.received + after.sent - before.received - before.sent) bytes (\(frames) of frames)")
    }

    /// Takes everything twice: in one piece, and on another node with so many cuts on the way. What is sent more in the
    /// second case is what was sent again.
    func measureCuts(_ count: Int, _ sent: Counter, _ source: Store) async throws {
        try await take(into: laptop, limit: .max)
        let whole = sent.next()
        let other = try BenchmarkNode()
        var cuts = 0
        while true {
            do {
                try await take(into: other, limit: cuts < count ? whole / UInt64(count + 1) : .max)
                break
            } catch is Meeting.Cut {
                cuts += 1
            }
        }
        let all = sent.next()
        let again = Double(all) / Double(whole) - 1
        print("in one piece \(whole) bytes, with \(cuts) cuts \(all): \(Self.rounded(again * 100)) % sent again")
        guard try other.store.digest() == source.digest() else {
            throw ValidationError("The one that was cut does not agree.")
        }
    }

    private func take(into node: BenchmarkNode, limit: UInt64) async throws {
        try await node.endpoint.connect(to: desk, at: addresses) { connection in
            var meeting = Meeting(node.store, connection, limit: limit)
            try await meeting.untilInStep()
            try await meeting.takeBodies()
        }
    }

    private static func rounded(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }
}

/// Bytes that one side has sent, over connections that have ended.
private final class Counter: Sendable {
    private let bytes = Mutex<UInt64>(0)

    func add(_ count: UInt64) { bytes.withLock { $0 += count } }

    /// What was counted since the last time.
    func next() -> UInt64 {
        // The other side's end of the connection ends a little later.
        usleep(500_000)
        return bytes.withLock { count in
            defer { count = 0 }
            return count
        }
    }
}

/// One end of a connection, run as simply as can be: one side has much to send and the other little.
private struct Meeting {
    let store: Store
    let connection: PeerConnection
    private var session: Session
    private let packer = FramePacker()
    private var packs: PackSource
    private let messages: IncomingMessages<PeerConnection.Frames>
    /// The next message, worked out while the one before is stored.
    private var upcoming: Task<IncomingMessage?, any Error>?
    /// Bytes of frames after which the connection is cut.
    private let limit: UInt64

    struct Cut: Error {}

    init(_ store: Store, _ connection: PeerConnection, limit: UInt64 = .max) {
        self.limit = limit
        self.store = store
        self.connection = connection
        packs = PackSource(store)
        session = Session(role: connection.isDialed ? .initiator : .responder, peer: connection.peer)
        messages = IncomingMessages(connection.frames, for: store) { $0.bytes }
    }

    mutating func serve() async throws {
        while let message = try await next() { try await take(message) }
    }

    mutating func untilInStep() async throws {
        try await perform(try store.start(&session))
        while let message = try await next() {
            try await take(message)
            if session.isLive { return }
        }
        throw Cut()
    }

    /// Sends what has changed, until that is acknowledged.
    mutating func passOn() async throws {
        try await perform(try store.pump(&session))
        guard let message = try await next() else { throw Cut() }
        try await take(message)
    }

    mutating func takeBodies() async throws {
        try await sweep()
        var outstanding: Set<ContentHash> = []
        while true {
            while outstanding.count <= Session.bodiesPerRequest {
                let wanted = try store.wantedBodies(limit: 2 * Session.bodiesPerRequest).filter {
                    !outstanding.contains($0)
                }
                if wanted.isEmpty, outstanding.isEmpty { return }
                if wanted.isEmpty { break }
                outstanding.formUnion(wanted.prefix(Session.bodiesPerRequest))
                try await send(.wantBodies(Array(wanted.prefix(Session.bodiesPerRequest))), on: .live)
            }
            guard let message = try await next() else { throw Cut() }
            guard case .bodies(let bodies, let missing) = try message.content.get() else { continue }
            try store.add(bodies: bodies, lasting: false)
            outstanding.subtract(bodies.map(\.hash) + missing)
        }
    }

    /// Takes the packs that the other has.
    private mutating func sweep() async throws {
        var sweep = PackSweep()
        try await send(
            sweep.begin(
                before: try store.sweepPlace(of: connection.peer), dictionaries: try store.dictionaryNames(), at: .zero),
            on: .live)
        while let message = try await next() {
            switch try message.content.get() {
            case .dictionary(let packed): _ = try store.add(dictionary: packed)
            case .pack(let pack, let place):
                guard let unpacked = try message.unpacked ?? store.unpack(pack) else { throw Cut() }
                let wanted = try store.add(unpacked, place: place, of: connection.peer)
                guard let next = sweep.took(wanted: wanted, of: unpacked.count, at: .zero) else { return }
                try await send(next, on: .live)
            case .sweepEnd: return try store.endSweep(of: connection.peer)
            default: break
            }
        }
        throw Cut()
    }

    private mutating func next() async throws -> IncomingMessage? {
        let message = try await (upcoming ?? Task { [messages] in try await messages.next() }).value
        if connection.traffic.framesReceived > limit { throw Cut() }
        upcoming = message == nil ? nil : Task { [messages] in try await messages.next() }
        return message
    }

    private mutating func take(_ message: IncomingMessage) async throws {
        try await perform(try store.receive(try message.content.get(), links: message.links, in: &session))
    }

    private mutating func perform(_ outputs: [SessionOutput]) async throws {
        for output in outputs {
            switch output {
            case .send(let message): try await send(message, on: .live)
            case .bodiesWanted(let hashes):
                let (found, missing) = try store.bodies(hashes)
                for message in Session.offers(of: found, missing: missing) {
                    try await connection.send(packer.frame(of: message), on: .bulk)
                }
            case .sweepWanted(let step):
                for message in try packs.answer(step) { try await send(message, on: .bulk) }
            case .end(let refusal): throw refusal
            case .applied, .bodies, .pack, .dictionary, .sweepEnd, .event: break
            }
        }
    }

    private func send(_ message: Message, on lane: Lane) async throws {
        try await connection.send(message.frame, on: lane)
    }
}
