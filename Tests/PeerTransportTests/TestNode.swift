import Changelog
import Logging
import Model
import PeerTransport
import Synchronization
import Testing

/// A node as the daemon would hold it, with its peers in memory and a clock that stands still until it is moved.
final class TestNode: Sendable {
    let identity: NodeIdentity
    let endpoint: PeerEndpoint
    let peers: PeerSet
    let clock: TestClock

    var device: DeviceID { identity.device }

    init(_ name: String = "node", limits: TransportLimits = .patient) throws {
        let identity = try NodeIdentity()
        let peers = PeerSet()
        let clock = TestClock()
        self.identity = identity
        self.peers = peers
        self.clock = clock
        endpoint = try PeerEndpoint(
            identity: identity,
            name: try #require(NodeName(name)),
            limits: limits,
            log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            clock: { clock.now },
            trusts: { await peers.contains($0) })
    }

    /// Two nodes that know each other.
    static func pair(limits: TransportLimits = .patient) async throws -> (TestNode, TestNode) {
        let (left, right) = (try TestNode(limits: limits), try TestNode(limits: limits))
        await left.peers.insert(right.device)
        await right.peers.insert(left.device)
        return (left, right)
    }

    /// Listens on `hosts` while `body` runs, with the addresses that it got. Sessions end at once.
    func listening<Result: Sendable>(
        on hosts: [String] = ["127.0.0.1"], _ body: @Sendable ([PeerAddress]) async throws -> Result
    ) async throws -> Result {
        try await listening(on: hosts, session: { _ in }, during: body)
    }

    /// Listens on `hosts` while `body` runs, with the addresses that it got.
    func listening<Result: Sendable>(
        on hosts: [String] = ["127.0.0.1"],
        session: @escaping @Sendable (PeerConnection) async throws -> Void,
        during body: @Sendable ([PeerAddress]) async throws -> Result
    ) async throws -> Result {
        let listener = try await endpoint.listen(on: hosts.map { PeerAddress(host: $0, port: 0) })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [peers] in
                try await listener.run(session: session, paired: { await peers.insert($0.device) })
            }
            let result = try await body(listener.addresses)
            group.cancelAll()
            return result
        }
    }
}

extension TransportLimits {
    /// For a machine that has ten times more to do than it can. Nothing takes longer by it unless something hangs.
    static let patient: TransportLimits = {
        var limits = TransportLimits()
        limits.connectTimeout = .seconds(120)
        limits.handshakeTimeout = .seconds(120)
        limits.pairingTimeout = .seconds(120)
        limits.idleTimeout = .seconds(300)
        limits.closeTimeout = .seconds(60)
        return limits
    }()
}

actor PeerSet {
    private var devices: Set<DeviceID> = []

    func contains(_ device: DeviceID) -> Bool { devices.contains(device) }
    func insert(_ device: DeviceID) { devices.insert(device) }
    func remove(_ device: DeviceID) { devices.remove(device) }
}

final class TestClock: Sendable {
    private let milliseconds = Atomic<Int64>(1_800_000_000_000)

    var now: Timestamp { Timestamp(milliseconds: milliseconds.load(ordering: .relaxed)) }
    func advance(by duration: Duration) { milliseconds.wrappingAdd(duration.milliseconds, ordering: .relaxed) }
}

/// What one side of a test tells the other, one after the other.
struct Reports<Value: Sendable>: Sendable {
    private let stream: AsyncStream<Value>
    private let continuation: AsyncStream<Value>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func report(_ value: Value) { continuation.yield(value) }

    func first() async -> Value? {
        for await value in stream { return value }
        return nil
    }
}

/// How reading a connection to its end came out.
enum Ending: Hashable, Sendable {
    case clean
    case error(PeerTransportError)
    case other(String)
}

extension PeerConnection {
    /// Reads until nothing more comes, and drops it.
    func readToEnd() async -> Ending {
        do {
            for try await _ in frames {}
            return .clean
        } catch let error as PeerTransportError {
            return .error(error)
        } catch {
            return .other("\(error)")
        }
    }

    /// Sends back whatever comes.
    func echo() async throws {
        for try await frame in frames { try await send(frame.bytes, on: frame.lane) }
    }
}
