import ArgumentParser
import Changelog
import Logging
import Model
import PeerTransport
import Storage

/// `wiredesk-bench sync`: two nodes over real TLS on 127.0.0.1, both with durable storage.
struct SyncBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Measure how quickly and in how many bytes two nodes come to agree.",
        discussion: """
            One node has made-up articles, the other nothing. Measured are the first exchange of the log, that of the \
            bodies, a meeting with nothing to do, and one after some stories were read. Bytes are those on the network \
            below TLS, its handshake included, and those of the frames within.
            """)

    @Option(help: "Articles to begin with.")
    var articles = 10_000

    @Option(help: "Articles that are then starred on one node.")
    var changes = 1000

    func run() async throws {
        let (desk, laptop) = (try BenchmarkNode(), try BenchmarkNode())
        try desk.fill(articles)
        let listener = try await desk.endpoint.listen(on: [PeerAddress(host: "127.0.0.1", port: 0)])
        let serving = Task { [store = desk.store] in
            try await listener.run(
                session: { connection in
                    var meeting = Meeting(store, connection)
                    try await meeting.serve()
                }, paired: { _ in })
        }
        defer { serving.cancel() }
        let addresses = listener.addresses
        func meet(_ what: String, bodies: Bool = false, per count: Int? = nil) async throws {
            let clock = ContinuousClock()
            let start = clock.now
            let traffic = try await laptop.endpoint.connect(to: desk.endpoint.identity.device, at: addresses) {
                connection in
                var meeting = Meeting(laptop.store, connection)
                try await meeting.untilInStep()
                if bodies { try await meeting.takeBodies() }
                return connection.traffic
            }
            let seconds = (clock.now - start) / .seconds(1)
            let frames = traffic.framesReceived + traffic.framesSent
            var line = "\(what): \(Self.rounded(seconds)) s, \(traffic.received + traffic.sent) bytes"
            line += " (\(frames) of frames)"
            if let count {
                line += ", \(Self.rounded(Double(frames) / Double(count))) bytes and "
                line += "\(Self.rounded(Double(count) / seconds)) a second each"
            }
            print(line)
        }
        try await meet("log of \(articles) articles", per: articles)
        try await meet("their bodies", bodies: true, per: articles)
        try await meet("nothing to do")
        let starred = try desk.star(changes)
        try await meet("\(starred) stars", per: starred)
        guard try desk.store.digest() == laptop.store.digest() else { throw ValidationError("The two do not agree.") }
    }

    private static func rounded(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }
}

/// A store, and a key.
private final class BenchmarkNode: Sendable {
    let endpoint: PeerEndpoint
    private let made: MadeUpStore

    init() throws {
        guard let name = NodeName("benchmark") else { throw ValidationError("The node's name is not right.") }
        made = try MadeUpStore()
        endpoint = try PeerEndpoint(
            identity: try NodeIdentity(), name: name, log: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() },
            clock: { MadeUpStore.now }, trusts: { _ in true })
    }

    var store: Store { made.store }

    func fill(_ count: Int) throws {
        var news = MadeUpNews(seed: 1)
        for start in stride(from: 0, to: count, by: 1000) {
            let texts = (start..<min(start + 1000, count)).map { _ in news.next() }
            _ = try store.ingest([made.poll(texts, from: start)])
        }
    }

    /// Stars articles; how many registers that changed.
    func star(_ count: Int) throws -> Int {
        let before = try store.node()?.lseq ?? 0
        _ = try store.perform([.star(true)], on: .articles((0..<count).map(made.article)), title: "starred")
        return Int(try store.logLength(after: before))
    }
}

/// One end of a connection, run as simply as can be: one side has much to send and the other little.
private struct Meeting {
    let store: Store
    let connection: PeerConnection
    private var session: Session
    /// There is one reader of a connection.
    private var frames: PeerConnection.Frames.Iterator

    init(_ store: Store, _ connection: PeerConnection) {
        self.store = store
        self.connection = connection
        session = Session(role: connection.isDialed ? .initiator : .responder, peer: connection.peer)
        frames = connection.frames.makeAsyncIterator()
    }

    mutating func serve() async throws {
        while let frame = try await frames.next() { try await take(frame) }
    }

    mutating func untilInStep() async throws {
        try await perform(try store.start(&session))
        while let frame = try await frames.next() {
            try await take(frame)
            if session.isLive { return }
        }
    }

    mutating func takeBodies() async throws {
        var wanted = Set(try store.wantedBodies(limit: Limits.bodiesWanted))
        try await send(.wantBodies(Array(wanted)), on: .live)
        while let frame = try await frames.next() {
            if case .bodies(let bodies, let missing) = try Message(frame: frame.bytes[...]) {
                try store.add(bodies: bodies)
                wanted.subtract(bodies.map(\.hash) + missing)
            }
            guard wanted.isEmpty else { continue }
            wanted = Set(try store.wantedBodies(limit: Limits.bodiesWanted))
            if wanted.isEmpty { return }
            try await send(.wantBodies(Array(wanted)), on: .live)
        }
    }

    private mutating func take(_ frame: PeerFrame) async throws {
        try await perform(try store.receive(try Message(frame: frame.bytes[...]), in: &session))
    }

    private func perform(_ outputs: [SessionOutput]) async throws {
        for output in outputs {
            switch output {
            case .send(let message): try await send(message, on: .live)
            case .bodiesWanted(let hashes):
                let (found, missing) = try store.bodies(hashes)
                for message in Session.offers(of: found, missing: missing) { try await send(message, on: .bulk) }
            case .end(let refusal): throw refusal
            case .applied, .bodies, .event: break
            }
        }
    }

    private func send(_ message: Message, on lane: Lane) async throws {
        try await connection.send(message.frame, on: lane)
    }
}
