package import Changelog
package import Logging
package import Model
import NIOCore
import NIOPosix

/// This node's end of every connection: its key, its limits, whom it trusts, and who is connected now.
///
/// It keeps no list of peers. Whoever does hands in `trusts`, which is asked at each handshake, and calls `disconnect`
/// when the answer changes.
package struct PeerEndpoint: Sendable {
    package let identity: NodeIdentity
    package let invitations: Invitations

    let limits: TransportLimits
    let trusts: @Sendable (DeviceID) async -> Bool
    let log: Logger
    let live: LiveConnections
    let quota: UnprovenQuota
    let eventLoops = MultiThreadedEventLoopGroup.singleton
    private let tls: TLSContexts

    /// - Parameters:
    ///   - name: what this node calls itself to those it is paired with; see `NodeName`.
    ///   - clock: the time by which invitations expire.
    ///   - trusts: whether a device is a peer of this node, by what is stored now.
    package init(
        identity: NodeIdentity,
        name: NodeName,
        limits: TransportLimits = TransportLimits(),
        log: Logger,
        clock: @escaping @Sendable () -> Timestamp,
        trusts: @escaping @Sendable (DeviceID) async -> Bool
    ) throws {
        self.identity = identity
        self.limits = limits
        self.trusts = trusts
        self.log = log
        invitations = Invitations(node: identity.device, name: name, clock: clock)
        live = LiveConnections(node: identity.device, limit: limits.connections)
        quota = UnprovenQuota(limits)
        tls = try TLSContexts(identity: identity, limits: limits)
    }

    /// The connections in use now, one a peer.
    package var connections: [PeerConnection] {
        get async { await live.all }
    }

    /// Ends the connection with `device`, if there is one: for a peer that is trusted no more. When this returns, no
    /// frame of it is handed out any more.
    package func disconnect(_ device: DeviceID) async { await live.close(device, .revoked) }
}

extension PeerEndpoint {
    /// Builds the pipeline of a new channel, on its event loop.
    func prepare(_ channel: any Channel, _ role: Role, _ rule: Admission.Rule) throws -> PendingConnection {
        let tally = TrafficTally()
        let admission = Admission(rule)
        let established = channel.eventLoop.makePromise(of: Established.self)
        let pipeline = channel.pipeline.syncOperations
        do {
            try pipeline.addHandler(TrafficCounter(tally, at: .network))
            try pipeline.addHandler(tls.handler(role) { admission.verify($0, $1) })
            try pipeline.addHandler(
                HandshakeGate(timeout: limits.handshakeTimeout, admission: admission, established: established) {
                    try open(channel, purpose: $0, peer: $1, role: role, tally: tally)
                })
        } catch {
            established.fail(error)
            throw error
        }
        return PendingConnection(channel: channel, established: established.futureResult)
    }

    /// What stands behind the gate: frames, and why the connection ends.
    private func open(
        _ channel: any Channel, purpose: Purpose, peer: DeviceID, role: Role, tally: TrafficTally
    ) throws -> Established {
        let end = ConnectionEnd(role: role, eventLoop: channel.eventLoop)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandler(IdleWatch(timeout: limits.idleTimeout), position: .first)
        try pipeline.addHandler(TrafficCounter(tally, at: .frames))
        let decoder = FrameDecoder(maximumFrameByteCount: purpose.maximumFrameByteCount)
        try pipeline.addHandler(ByteToMessageHandler(decoder))
        try pipeline.addHandler(end)
        // Each element may be 4 MiB, so two ahead is what fits beside everything else.
        let frames = try NIOAsyncChannel<PeerFrame, ByteBuffer>(
            wrappingChannelSynchronously: channel,
            configuration: .init(backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2)))
        return Established(
            peer: peer, purpose: purpose, role: role, frames: frames, tally: tally,
            end: NIOLoopBound(end, eventLoop: channel.eventLoop), reason: end.reason)
    }

    /// Runs a session's `body`, as the one connection with its peer.
    func run<Result: Sendable>(
        _ established: Established, _ body: @Sendable (PeerConnection) async throws -> Result
    ) async throws -> Result {
        try await established.run { connection in
            try await live.claim(connection)
            do {
                // It may have been forgotten between its handshake and its place among the live ones.
                guard await trusts(connection.peer) else {
                    await connection.close(.revoked)
                    throw PeerTransportError.closed(.revoked)
                }
                let result = try await body(connection)
                await live.release(connection)
                return result
            } catch {
                await live.release(connection)
                throw error
            }
        }
    }
}

/// Socket options of every connection.
enum ConnectionOptions {
    /// Linux' TCP_NOTSENT_LOWAT (tcp(7)), which Glibc's Swift overlay does not carry.
    private static let unsentLowWatermark = ChannelOptions.Types.SocketOption(
        level: .tcp, name: NIOBSDSocket.Option(rawValue: 25))

    /// Keeps what is accepted but unsent small, in the kernel as in the process: a live frame waits behind that much.
    static let unsentByteCount = 128 * 1024

    static func set(on channel: any Channel) throws {
        guard let options = channel.syncOptions else { return }
        try options.setOption(.tcpOption(.tcp_nodelay), value: 1)
        try options.setOption(unsentLowWatermark, value: unsentByteCount)
        try options.setOption(
            .writeBufferWaterMark, value: .init(low: unsentByteCount / 2, high: unsentByteCount))
        // Reads of up to 256 KiB, so that a bulk transfer is not a wake-up for every 2 KiB.
        try options.setOption(
            .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 2048, initial: 16_384, maximum: 262_144))
    }
}
