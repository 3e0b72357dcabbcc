/// Finds an article that a page holds more than once: for narrow screens, for search engines, in a script's template.
///
/// One sentence that comes again is a quote that was pulled out, or the author's style, and stays.
enum RepeatedText {
    /// Shorter lines come again by themselves, in words.
    private static let shortest = 8
    /// Of the words kept, so many must stand there twice, 0–1, in so many different texts unless one of them is long.
    private static let leastShare = 0.25
    private static let fewestTexts = 3
    private static let longText = 100
    /// A text repeats if this share of its runs of three words also stands in others, in hundredths.
    private static let mostOwn = 80

    /// The kept blocks whose text also stands in others that stay: of two that are equal the one with the lower score.
    static func find(_ texts: BlockTexts, kept: [Int], _ scores: [Int]) -> [Int] {
        let long = kept.filter { texts.words(of: $0).count >= shortest }
        var counts: [UInt64: Int] = [:]
        var total = 0
        for index in long {
            total += texts.words(of: index).count
            for run in runs(texts.words(of: index)) { counts[run, default: 0] += 1 }
        }
        guard counts.count * 100 < total * 95 else { return [] }
        var found: [Int] = []
        var different: Set<[UInt32]> = []
        var words = 0
        for index in long.sorted(by: { (scores[$0], -$0) < (scores[$1], -$1) }) {
            let own = runs(texts.words(of: index))
            let repeated = own.count { counts[$0, default: 0] > 1 }
            guard repeated * 100 >= own.count * mostOwn else { continue }
            for run in own { counts[run, default: 1] -= 1 }
            found.append(index)
            words += texts.words(of: index).count
            different.insert(Array(texts.words(of: index)))
        }
        let hasLong = found.contains { texts.words(of: $0).count >= longText }
        guard Double(words) >= leastShare * Double(total), different.count >= fewestTexts || hasLong else { return [] }
        return found
    }

    /// The runs of three words, each once.
    private static func runs(_ words: ArraySlice<UInt32>) -> Set<UInt64> {
        var result: Set<UInt64> = []
        for start in words.indices.dropLast(2) {
            let run = words[start..<start + 3]
            result.insert(run.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        }
        return result
    }
}
