import Folding
import Model

/// What `wiredesk fold --explain` tells a person about two texts.
struct FoldReport {
    private let names: [String]
    private let explanation: Explanation

    /// Passages and differences that are shown; the others are counted.
    private static let most = 12
    /// Characters of a passage that are shown.
    private static let widest = 160

    init(names: [String], texts: [CanonicalText]) {
        self.names = names
        explanation = Explanation(texts[0], texts[1])
    }

    func print() {
        for line in lines { Swift.print(line) }
    }

    private var lines: [String] {
        let comparison = explanation.comparison
        let counts = [explanation.wordCounts.first, explanation.wordCounts.second]
        var lines = [verdict, ""]
        lines += zip(names, counts).map { "  \($0): \($1) words of body" }
        lines += [
            "  shared: \(percent(comparison.overlap.ofShorter)) of the shorter,"
                + " \(percent(comparison.overlap.ofLonger)) of the longer",
            "  shared text begins at \(percent(UInt16(clamping: comparison.beginsAt))) of the longer",
            "  other facts: \(comparison.differingFacts) in \(comparison.alignedWords) aligned words",
        ]
        if !explanation.differences.isEmpty {
            lines += ["", "Other facts in the same place:"]
            lines += explanation.differences.prefix(Self.most).map {
                "  \(shortened($0.first)) | \(shortened($0.second))"
            }
            lines += rest(explanation.differences.count)
        }
        if !explanation.passages.isEmpty {
            lines += ["", "Shared passages, longest first:"]
            lines += explanation.passages.prefix(Self.most).map { "  \($0.wordCount) words: \(shortened($0.text))" }
            lines += rest(explanation.passages.count)
        }
        return lines
    }

    private var verdict: String {
        switch explanation.comparison.verdict {
        case .core: "Copies of one story: both are mostly the same text."
        case .trimmed:
            "Copies of one story: \(explanation.comparison.firstIsShorter ? names[0] : names[1]) is a trimmed copy."
        case .apart(let reason): "Not copies: \(Self.words(for: reason))"
        }
    }

    private static func words(for reason: Comparison.Reason) -> String {
        switch reason {
        case .tooShort: "one has so few words that only equal texts could be."
        case .tooLittleShared: "they share too little."
        case .sharedPartIsNotTheLede:
            "the shorter is contained, but not in the beginning of the longer: a quote, background, an item of a digest."
        case .otherFacts: "the words agree and the facts do not: two fillings of one template."
        case .otherDateline: "the words agree, and their datelines name different places: two items."
        case .otherForm: "one is a running log or a digest, the other a story."
        }
    }

    private func rest(_ count: Int) -> [String] { count > Self.most ? ["  and \(count - Self.most) more"] : [] }

    private func percent(_ thousandths: UInt16) -> String { "\((Int(thousandths) + 5) / 10) %" }

    private func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " / ")
        return line.count > Self.widest ? line.prefix(Self.widest - 1) + "…" : line
    }
}
