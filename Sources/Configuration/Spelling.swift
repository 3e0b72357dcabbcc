/// Finds the word that somebody probably meant.
enum Spelling {
    /// The nearest of `candidates`, if it is near enough to be offered: a third of the word may differ.
    static func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
        let written = Array(word.lowercased().prefix(64).utf8)
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = editDistance(written, Array(candidate.utf8))
            if distance <= max(1, candidate.utf8.count / 3), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// Insertions, deletions, replacements and swaps of neighbours: the optimal string alignment distance
    /// (Damerau 1964, in its restricted form). A hyphen and an underscore count as alike.
    static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        let left = left.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let same = left[row] == right[column]
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
