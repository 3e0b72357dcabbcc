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
        for frame in frames.prefix(taken) {
            _ = try node.settled(at: now) { try $0.receive(frame[...], in: &bundle) }
            try committed(node)
        }
    }
}
