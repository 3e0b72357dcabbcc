import Changelog
import Model

/// A bundle on a stick in a drawer.
struct SimulatedBundle {
    let frames: [[UInt8]]
}

extension World {
    /// Signatures are the transport's business; here it is enough that a changed file has another one.
    private static func key(of node: SimulatedNode) -> BundleKey {
        BundleKey(publicKey: Array("node \(node.index)".utf8)) { ContentHash(of: $0).bytes }
    }

    private static let trust = BundleTrust(
        isPaired: { _ in true }, isGenuine: { signature, bytes, _ in ContentHash(of: bytes).bytes == signature })

    func export(_ node: SimulatedNode, _ generator: inout SeededGenerator) throws {
        let base = generator.chance(50) ? try generator.pick(nodes).vector(at: now) : VersionVector()
        var writer = BundleWriter(base: base, key: Self.key(of: node), changesPerFrame: Self.changesPerFrame)
        var frames: [[UInt8]] = []
        while let frame = try node.settled(at: now, { try $0.next(of: &writer) }) {
            frames.append(frame)
            try committed(node)
            // What changes meanwhile goes into the file or waits for the next.
            if generator.chance(10) { try write(on: node, &generator) }
        }
        bundles.append(SimulatedBundle(frames: frames))
    }

    func load(into node: SimulatedNode, _ generator: inout SeededGenerator) throws {
        guard !bundles.isEmpty else { return }
        let frames = generator.pick(bundles).frames
        var file = frames.flatMap { $0 }
        if generator.chance(20) {
            file[generator.below(file.count)] ^= 1 << UInt8(generator.below(8))
            var verifier = BundleVerifier(trust: Self.trust)
            do {
                try verifier.append(file)
                _ = try verifier.finish()
                violations.append(.trace("a damaged bundle was taken"))
            } catch {
                tell("    \(error)")
            }
            return
        }
        var verifier = BundleVerifier(trust: Self.trust)
        try verifier.append(file)
        var bundle = BundleImport(try verifier.finish())
        let taken = generator.chance(20) ? generator.below(frames.count) : frames.count - 1
        if generator.chance(10) { node.powerCut = (generator.below(frames.count), generator.chance(50)) }
        defer { node.powerCut = nil }
        for frame in frames.prefix(taken) {
            do {
                _ = try node.transact(at: now) { try $0.receive(frame[...], in: &bundle) }
            } catch is SimulatedNode.PowerCut {
                return tell("    cut off")
            }
            try committed(node)
            if generator.chance(5) { try write(on: node, &generator) }
            if generator.chance(5) { try meet(node, generator.pick(nodes.filter { $0 !== node }), &generator) }
        }
    }
}
