/// Finds which paragraph of one text became which of another.
enum ParagraphPairing {
    /// Cells of a table of paragraphs between two equal ones that are compared; beyond, they are not paired.
    private static let mostCells = 40_000

    /// Below this share of words in common, in thousandths, one paragraph is not a version of the other.
    private static let leastLikeness = 350

    /// Pairs of indices, ascending in both.
    static func pairs(_ old: [DiffTokens], _ new: [DiffTokens]) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        var (oldEnd, newEnd) = (0, 0)
        for match in EditScript.matches(old.map(hash), new.map(hash)) {
            found += between(old, oldEnd..<match.old, new, newEnd..<match.new)
            for step in 0..<match.count { found.append((match.old + step, match.new + step)) }
            (oldEnd, newEnd) = (match.old + match.count, match.new + match.count)
        }
        return found + between(old, oldEnd..<old.count, new, newEnd..<new.count)
    }

    private static func hash(_ paragraph: DiffTokens) -> UInt64 {
        paragraph.hashes.reduce(0xCBF2_9CE4_8422_2325) { hash, word in
            let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            return product ^ product >> 32
        }
    }

    /// The pairing in order that has the most likeness in sum.
    private static func between(
        _ old: [DiffTokens], _ ours: Range<Int>, _ new: [DiffTokens], _ theirs: Range<Int>
    ) -> [(Int, Int)] {
        guard !ours.isEmpty, !theirs.isEmpty, ours.count * theirs.count <= mostCells else { return [] }
        let bags = old[ours].map { $0.hashes.sorted() }
        let otherBags = new[theirs].map { $0.hashes.sorted() }
        let width = theirs.count + 1
        var best = [Int](repeating: 0, count: (ours.count + 1) * width)
        var likenesses = [Int](repeating: 0, count: ours.count * theirs.count)
        for row in stride(from: ours.count - 1, through: 0, by: -1) {
            for column in stride(from: theirs.count - 1, through: 0, by: -1) {
                let likeness = likeness(bags[row], otherBags[column])
                likenesses[row * theirs.count + column] = likeness
                let apart = max(best[(row + 1) * width + column], best[row * width + column + 1])
                let paired = likeness >= leastLikeness ? best[(row + 1) * width + column + 1] + likeness : 0
                best[row * width + column] = max(apart, paired)
            }
        }
        var found: [(Int, Int)] = []
        var (row, column) = (0, 0)
        while row < ours.count, column < theirs.count {
            let likeness = likenesses[row * theirs.count + column]
            let here = best[row * width + column]
            if likeness >= leastLikeness, here == best[(row + 1) * width + column + 1] + likeness {
                found.append((ours.lowerBound + row, theirs.lowerBound + column))
                row += 1
                column += 1
            } else if here == best[(row + 1) * width + column] {
                row += 1
            } else {
                column += 1
            }
        }
        return found
    }

    /// Twice the words in common by all words, in thousandths (Dice), of two sorted bags.
    private static func likeness(_ one: [UInt64], _ other: [UInt64]) -> Int {
        var (left, right, common) = (0, 0, 0)
        while left < one.count, right < other.count {
            if one[left] == other[right] {
                common += 1
                left += 1
                right += 1
            } else if one[left] < other[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return one.isEmpty && other.isEmpty ? 1000 : 2000 * common / (one.count + other.count)
    }
}
