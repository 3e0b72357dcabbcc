import Markup

/// Trees that each add to a score, as gradient boosting fits them.
///
/// Written in prefix order, a tree to a line or more: `trait<limit` and the two trees after it, the first for what is
/// below the limit; or a leaf, in thousandths of a logit.
struct DecisionTrees: Sendable {
    private struct Node: Sendable {
        /// The raw value of a `BlockTrait`, or -1 for a leaf.
        var trait: Int16
        /// Where the tree goes on if the trait is not below the limit; if it is, it goes on at the next node.
        var otherwise: Int16
        /// The limit, or what the leaf adds.
        var value: Int32
    }

    private var nodes: [Node] = []
    private var roots: [Int] = []

    /// Stops at what can't be read.
    init(_ table: String) {
        let traits = Dictionary(uniqueKeysWithValues: BlockTrait.allCases.map { ("\($0)", $0.rawValue) })
        var words = table.split(whereSeparator: { $0 == " " || $0 == "\n" })[...]
        while !words.isEmpty {
            roots.append(nodes.count)
            guard readTree(&words, traits) else {
                assertionFailure("Not a table of trees: \(words.prefix(3))")
                return
            }
        }
    }

    private mutating func readTree(_ words: inout ArraySlice<Substring>, _ traits: [String: Int]) -> Bool {
        guard let word = words.popFirst() else { return false }
        if let value = Int32(word) {
            nodes.append(Node(trait: -1, otherwise: 0, value: value))
            return true
        }
        let parts = word.split(separator: "<")
        guard parts.count == 2, let trait = traits[String(parts[0])], let limit = Int32(parts[1]) else { return false }
        let place = nodes.count
        nodes.append(Node(trait: Int16(trait), otherwise: 0, value: limit))
        guard readTree(&words, traits) else { return false }
        nodes[place].otherwise = Int16(nodes.count)
        return readTree(&words, traits)
    }

    /// The sum of all trees, in hundredths of a logit.
    func score(_ traits: BlockTraits) -> Int {
        var sum = 0
        traits.values.withUnsafeBufferPointer { values in
            nodes.withUnsafeBufferPointer { nodes in
                for root in roots {
                    var place = root
                    while nodes[place].trait >= 0 {
                        let node = nodes[place]
                        place = Int32(values[Int(node.trait)]) < node.value ? place + 1 : Int(node.otherwise)
                    }
                    sum += Int(nodes[place].value)
                }
            }
        }
        return sum / 10
    }

    /// How much each trait changed the score on the way through the trees, by the means of the leaves that were left,
    /// in hundredths of a logit; strongest first.
    func reasons(_ traits: BlockTraits) -> [(trait: BlockTrait, weight: Int)] {
        var weights = [Int](repeating: 0, count: BlockTrait.allCases.count)
        for root in roots {
            var place = root
            while nodes[place].trait >= 0 {
                let node = nodes[place]
                let next = Int32(traits.values[Int(node.trait)]) < node.value ? place + 1 : Int(node.otherwise)
                weights[Int(node.trait)] += mean(next) - mean(place)
                place = next
            }
        }
        return zip(BlockTrait.allCases, weights).map { ($0, $1 / 10) }.filter { $0.1 != 0 }
            .sorted { abs($0.1) > abs($1.1) }
    }

    /// The mean of the leaves below a node.
    private func mean(_ place: Int) -> Int {
        let node = nodes[place]
        return node.trait < 0 ? Int(node.value) : (mean(place + 1) + mean(Int(node.otherwise))) / 2
    }
}
