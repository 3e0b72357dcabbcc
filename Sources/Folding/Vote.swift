/// Which core group a group of trimmed copies belongs to.
enum Vote {
    /// A text of the group: its edges, and how many words it has, by which its vote counts.
    struct Member {
        var edges: [Edge]
        var words: Int
    }

    /// The host of a group: the one in which its members' originals have the most strength together, the smaller key
    /// if two have as much. `nil` unless members with at least half of the group's words are trimmed from texts of
    /// that host: by words, so that a stub does not carry along the full story that it also resembles.
    ///
    /// - Parameter groupOf: the core group of any text; `nil` for one that is not placed.
    static func host(
        of group: TextKey, members: [Member], groupOf: (TextKey) throws -> TextKey?
    ) rethrows -> (host: TextKey, strength: Int)? {
        var totals: [TextKey: (strength: Int, words: Int)] = [:]
        var words = 0
        for member in members {
            words += member.words
            var best: [TextKey: Int] = [:]
            for edge in member.edges {
                guard case .trimmedFrom(let overlap) = edge.relation else { continue }
                guard let host = try groupOf(edge.other), host != group else { continue }
                best[host] = max(best[host] ?? 0, overlap.strength)
            }
            for (host, strength) in best {
                totals[host, default: (0, 0)].strength += strength
                totals[host, default: (0, 0)].words += member.words
            }
        }
        let winner = totals.max { ($0.value.strength, $1.key) < ($1.value.strength, $0.key) }
        guard let winner, winner.value.words * 2 >= words else { return nil }
        return (winner.key, winner.value.strength)
    }
}
