/// The runs that two sequences have in common, in order: Myers, "An O(ND) Difference Algorithm and Its Variations",
/// 1986, within a limit of work.
enum EditScript {
    struct Match: Hashable {
        var old: Int
        var new: Int
        var count: Int
    }

    /// Edits beyond which two sequences are taken to have only their beginning and end in common. The work is at most
    /// its square, the memory half of that.
    static let mostEdits = 1000

    static func matches(_ old: [UInt64], _ new: [UInt64]) -> [Match] {
        var prefix = 0
        while prefix < old.count, prefix < new.count, old[prefix] == new[prefix] { prefix += 1 }
        var suffix = 0
        while suffix < old.count - prefix, suffix < new.count - prefix,
            old[old.count - 1 - suffix] == new[new.count - 1 - suffix]
        { suffix += 1 }
        var found: [Match] = []
        if prefix > 0 { found.append(Match(old: 0, new: 0, count: prefix)) }
        let inner = snakes(Array(old[prefix..<old.count - suffix]), Array(new[prefix..<new.count - suffix]))
        for match in inner {
            found.append(Match(old: match.old + prefix, new: match.new + prefix, count: match.count))
        }
        if suffix > 0 { found.append(Match(old: old.count - suffix, new: new.count - suffix, count: suffix)) }
        return found
    }

    /// The greedy algorithm: for each number of edits, how far each diagonal reaches; then the way back.
    private static func snakes(_ old: [UInt64], _ new: [UInt64]) -> [Match] {
        guard !old.isEmpty, !new.isEmpty else { return [] }
        let limit = min(mostEdits, old.count + new.count)
        var reached = [Int](repeating: 0, count: 2 * limit + 3)
        let origin = limit + 1
        var history: [[Int]] = []
        for edits in 0...limit {
            history.append(Array(reached[(origin - edits - 1)...(origin + edits + 1)]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let isDown =
                    diagonal == -edits
                    || (diagonal != edits && reached[origin + diagonal - 1] < reached[origin + diagonal + 1])
                var x = isDown ? reached[origin + diagonal + 1] : reached[origin + diagonal - 1] + 1
                while x < old.count, x - diagonal < new.count, x - diagonal >= 0, old[x] == new[x - diagonal] { x += 1 }
                reached[origin + diagonal] = x
                if x >= old.count, x - diagonal >= new.count { return wayBack(history, old.count, new.count) }
            }
        }
        return []
    }

    private static func wayBack(_ history: [[Int]], _ oldCount: Int, _ newCount: Int) -> [Match] {
        var found: [Match] = []
        var (x, y) = (oldCount, newCount)
        for edits in stride(from: history.count - 1, through: 0, by: -1) {
            let reached = history[edits]
            let origin = edits + 1
            let diagonal = x - y
            let isDown =
                diagonal == -edits
                || (diagonal != edits && reached[origin + diagonal - 1] < reached[origin + diagonal + 1])
            let before = edits == 0 ? 0 : isDown ? diagonal + 1 : diagonal - 1
            let startX = edits == 0 ? 0 : reached[origin + before]
            let startY = edits == 0 ? 0 : startX - before
            let edited = edits == 0 ? (0, 0) : isDown ? (startX, startY + 1) : (startX + 1, startY)
            if x > edited.0 { found.append(Match(old: edited.0, new: edited.1, count: x - edited.0)) }
            (x, y) = (startX, startY)
        }
        return found.reversed()
    }
}
