/// Which core group a group of trimmed copies belongs to.
enum Vote {
    /// The host of a group: the one in which its members' originals have the most strength together, the smaller key
    /// if two have as much. `nil` unless at least half of the members are trimmed from texts of that host.
    ///
    /// - Parameters:
    ///   - members: the texts of the group, each with its edges.
    ///   - group: the core group of any text; `nil` for one that is not placed.
    static func host(
        of group: TextKey, members: [(text: TextKey, edges: [Edge])], groupOf: (TextKey) throws -> TextKey?
    ) rethrows -> (host: TextKey, strength: Int)? {
        var totals: [TextKey: (strength: Int, voters: Int)] = [:]
        for member in members {
            var best: [TextKey: Int] = [:]
            for edge in member.edges {
                guard case .trimmedFrom(let overlap) = edge.relation else { continue }
                guard let host = try groupOf(edge.other), host != group else { continue }
                best[host] = max(best[host] ?? 0, overlap.strength)
            }
            for (host, strength) in best {
                totals[host, default: (0, 0)].strength += strength
                totals[host, default: (0, 0)].voters += 1
            }
        }
        let winner = totals.max { ($0.value.strength, $1.key) < ($1.value.strength, $0.key) }
        guard let winner, winner.value.voters * 2 >= members.count else { return nil }
        return (winner.key, winner.value.strength)
    }
}
