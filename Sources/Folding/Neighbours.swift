/// The texts on both sides of a text among those that share an anchor, nearest first: those that it may be a copy of.
///
/// Which texts meet, to be compared, is a function of the set of texts alone, in whatever order they came.
struct Neighbours {
    /// Enough of each side to tell whether the anchor is crowded, and was before.
    static let seen = FoldingRules.crowd + 1

    var before: [TextKey]
    var after: [TextKey]

    /// Those that the anchor brings near.
    var near: [TextKey] { Array(before.prefix(FoldingRules.reach) + after.prefix(FoldingRules.reach)) }

    /// What the anchor weighs with the text.
    var weight: Int { Self.weight(amongTexts: before.count + after.count + 1) }

    /// The pairs without the text that the anchor brings less near with it.
    var pairsAcross: [Pair] {
        if weight != Self.weight(amongTexts: before.count + after.count) {
            let texts = before.reversed() + after
            return texts.indices.flatMap { first in
                texts[(first + 1)...].map { Pair(lower: texts[first], upper: $0) }
            }
        }
        // Without the text `reach` apart, and with it one more.
        guard before.count + after.count > FoldingRules.reach else { return [] }
        return before.prefix(FoldingRules.reach).indices.compactMap { index in
            let across = FoldingRules.reach - 1 - index
            guard after.indices.contains(across) else { return nil }
            return Pair(lower: before[index], upper: after[across])
        }
    }

    // MARK: Who meets whom

    /// What an anchor weighs with two texts that it brings near, if so many texts have it.
    static func weight(amongTexts count: Int) -> Int { count <= FoldingRules.crowd ? enough : 1 }

    /// Whether anchors that weigh so much together make the two meet.
    static func meet(_ one: TextKey, _ other: TextKey, weight: Int) -> Bool {
        weight >= (one.isBrief || other.isBrief ? 1 : enough)
    }

    private static let enough = FoldingRules.fewestCrowdedAnchors
}

/// Two texts in the order of their keys.
struct Pair: Hashable {
    var lower: TextKey
    var upper: TextKey
}
