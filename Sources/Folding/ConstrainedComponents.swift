/// Joins what is linked, strongest link first, unless that would put two together that have to stay apart.
///
/// The result depends on the links and the constraints alone, not on the order in which they are given. Without
/// constraints these are the connected components.
struct ConstrainedComponents<Member: Hashable & Comparable> {
    struct Link {
        var first: Member
        var second: Member
        /// Links of greater strength are followed first; equal ones in the order of their members.
        var strength: Int

        /// A link has no direction.
        init(_ one: Member, _ other: Member, strength: Int) {
            first = min(one, other)
            second = max(one, other)
            self.strength = strength
        }
    }

    private var parent: [Member: Member] = [:]
    /// For a root, the roots it must not be joined with.
    private var enemies: [Member: Set<Member>] = [:]

    init(_ members: some Sequence<Member>, links: [Link], apart: [(Member, Member)]) {
        for member in members { parent[member] = member }
        for (one, other) in apart where one != other && parent[one] != nil && parent[other] != nil {
            enemies[one, default: []].insert(other)
            enemies[other, default: []].insert(one)
        }
        let ordered =
            enemies.isEmpty
            ? links : links.sorted { ($1.strength, $0.first, $0.second) < ($0.strength, $1.first, $1.second) }
        for link in ordered where parent[link.first] != nil && parent[link.second] != nil {
            unite(link.first, link.second)
        }
    }

    /// The smallest member of the component that `member` is in.
    mutating func root(of member: Member) -> Member {
        var root = member
        while let next = parent[root], next != root { root = next }
        var step = member
        while let next = parent[step], next != root {
            parent[step] = root
            step = next
        }
        return root
    }

    private mutating func unite(_ one: Member, _ other: Member) {
        let first = root(of: one)
        let second = root(of: other)
        guard first != second, enemies[first]?.contains(second) != true else { return }
        let (kept, gone) = (min(first, second), max(first, second))
        parent[gone] = kept
        guard let inherited = enemies.removeValue(forKey: gone) else { return }
        for enemy in inherited {
            enemies[enemy]?.remove(gone)
            enemies[enemy]?.insert(kept)
            enemies[kept, default: []].insert(enemy)
        }
    }
}
