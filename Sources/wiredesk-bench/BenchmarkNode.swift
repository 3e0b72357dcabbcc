import ArgumentParser
import Changelog
import Logging
import Model
import PeerTransport
import Storage

/// A store, and a key.
final class BenchmarkNode: Sendable {
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

    /// Has articles as if a peer had sent them, and had the time to pack their bodies: neither folded nor indexed, which
    /// is nothing that is measured here. Returns how many bytes they have together.
    func fill(_ count: Int) throws -> Int {
        var size = 0
        var news = MadeUpNews(seed: 1)
        var session = Session(role: .responder, peer: endpoint.identity.device)
        _ = try store.receive(.hello(Self.hello), in: &session)
        for start in stride(from: 0, to: count, by: 1000) {
            var changes: [Change] = []
            var bodies: [Body] = []
            for number in start..<min(start + 1000, count) {
                let text = news.next()
                let body = Body(hash: ContentHash(of: text.text), bytes: Array(text.text.utf8))
                let (id, value) = try ChangeValue.article(made.captured(number, text, body.hash)).encoded()
                changes.append(
                    Change(
                        id: id, version: Version(clock: Int64(number + 1) << 16, author: Self.origin, value: value),
                        position: Position(origin: Self.origin, sequence: Int64(number + 1)), value: value))
                bodies.append(body)
                size += body.bytes.count
            }
            var vector = VersionVector()
            vector[Self.origin] = VersionVector.Entry(
                sequence: Int64(start + changes.count), chain: Chain(UInt64(start)))
            let batch = ChangeBatch(changes: changes, cursor: nil, remaining: 0, vector: vector)
            _ = try store.receive(.changes(batch), in: &session)
            try store.add(bodies: bodies)
        }
        var packing = BodyPacking(store)
        while try packing.step() {}
        return size
    }

    private static let origin = OriginID(7)
    private static let hello = Hello(
        protocols: Session.protocols, capabilities: [], device: nil, origin: origin, log: LogID(7),
        wall: MadeUpStore.now,
        vector: VersionVector(), digest: 0, marks: [:])

    func readAll() throws { _ = try store.markAllRead(made.feedID, title: "all") }

    /// Stars articles; how many registers that changed.
    func star(_ count: Int) throws -> Int {
        let before = try store.node()?.lseq ?? 0
        _ = try store.perform([.star(true)], on: .articles((0..<count).map(made.article)), title: "starred")
        return Int(try store.logLength(after: before))
    }
}
