/// One thing that happens to a world of nodes. A step carries its own seed, so that a story stays the same story when
/// other steps are taken out of it.
struct Step: Hashable {
    enum Kind: Hashable {
        case wait(milliseconds: Int64)
        case write(node: Int)
        case meet(Int, Int)
        case backUp(node: Int)
        /// The database is put back to its last backup; by its file, which the node notices, or beneath it.
        case restore(node: Int, isNoticed: Bool)
        /// The database is replaced by a copy of another's.
        case copy(from: Int, to: Int, isNoticed: Bool)
        case wipe(node: Int)
        case setClock(node: Int, seconds: Int64)
        case export(node: Int)
        case load(node: Int)
        /// A peer that says what it likes.
        case attack(node: Int)
    }

    let kind: Kind
    let seed: UInt64
}

/// Which faults a world has.
enum Weather: CaseIterable {
    /// Dropped connections, crashes, late bundles and wrong clocks.
    case rough
    /// Besides, databases that are restored, copied and wiped.
    case stormy
    /// Besides, a hostile peer.
    case hostile
}

extension Step {
    /// Steps of about the proportions of a bad year.
    static func story(_ generator: inout SeededGenerator, weather: Weather, nodes: Int, length: Int) -> [Step] {
        (0..<length).map { _ in Step(kind: kind(weather, nodes, &generator), seed: generator.next()) }
    }

    private static func kind(_ weather: Weather, _ nodes: Int, _ generator: inout SeededGenerator) -> Kind {
        let node = generator.below(nodes)
        let other = (node + 1 + generator.below(nodes - 1)) % nodes
        let isNoticed = generator.chance(50)
        switch generator.below(1000) {
        case ..<400: return .write(node: node)
        case ..<700: return .meet(node, other)
        case ..<780: return .wait(milliseconds: Int64(generator.pick([1, 50, 1000, 60_000, 86_400_000])))
        case ..<820: return .setClock(node: node, seconds: generator.pick([0, 0, 5, -5, 300, -300, year30, -year30]))
        case ..<850: return .export(node: node)
        case ..<890: return .load(node: node)
        case ..<920: return weather == .rough ? .write(node: node) : .backUp(node: node)
        case ..<945: return weather == .rough ? .write(node: node) : .restore(node: node, isNoticed: isNoticed)
        case ..<970:
            return weather == .rough ? .meet(node, other) : .copy(from: node, to: other, isNoticed: isNoticed)
        case ..<980: return weather == .rough ? .meet(node, other) : .wipe(node: node)
        default: return weather == .hostile ? .attack(node: node) : .meet(node, other)
        }
    }

    private static let year30: Int64 = 30 * 365 * 86_400
}
