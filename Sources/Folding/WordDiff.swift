package import Model

/// What became of a text, paragraph by paragraph and in these word by word.
///
/// Paragraphs that stand in both texts part the texts; between them, paragraphs are paired in order so that the most
/// words are kept. Work is bounded: what is too large to be compared word by word is shown as replaced.
package struct WordDiff: Hashable, Sendable {
    package let changes: [ParagraphChange]

    /// Paragraphs are named by their number in `CanonicalText.paragraphs`.
    package enum ParagraphChange: Hashable, Sendable {
        case kept(old: Int, new: Int)
        case changed(old: Int, new: Int, runs: [WordRun])
        case cut(old: Int)
        case added(new: Int)
    }

    /// Words in a row, with the spaces between and after them.
    package struct WordRun: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case kept
            case cut
            case added
        }

        package let kind: Kind
        package let text: String

        package init(kind: Kind, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    package init(from old: CanonicalText, to new: CanonicalText) {
        let oldParagraphs = old.paragraphs.map { DiffTokens($0) }
        let newParagraphs = new.paragraphs.map { DiffTokens($0) }
        var changes: [ParagraphChange] = []
        var (oldEnd, newEnd) = (0, 0)
        for (oldIndex, newIndex) in ParagraphPairing.pairs(oldParagraphs, newParagraphs) {
            for index in oldEnd..<oldIndex { changes.append(.cut(old: index)) }
            for index in newEnd..<newIndex { changes.append(.added(new: index)) }
            let (before, after) = (oldParagraphs[oldIndex], newParagraphs[newIndex])
            changes.append(
                before.text == after.text
                    ? .kept(old: oldIndex, new: newIndex)
                    : .changed(old: oldIndex, new: newIndex, runs: Self.runs(before, after)))
            (oldEnd, newEnd) = (oldIndex + 1, newIndex + 1)
        }
        for index in oldEnd..<oldParagraphs.count { changes.append(.cut(old: index)) }
        for index in newEnd..<newParagraphs.count { changes.append(.added(new: index)) }
        self.changes = changes
    }

    private static func runs(_ old: DiffTokens, _ new: DiffTokens) -> [WordRun] {
        var runs: [WordRun] = []
        func add(_ kind: WordRun.Kind, _ tokens: DiffTokens, _ range: Range<Int>) {
            if !range.isEmpty { runs.append(WordRun(kind: kind, text: tokens.text(of: range))) }
        }
        var (oldEnd, newEnd) = (0, 0)
        for match in EditScript.matches(old.hashes, new.hashes) {
            add(.cut, old, oldEnd..<match.old)
            add(.added, new, newEnd..<match.new)
            (oldEnd, newEnd) = (match.old + match.count, match.new + match.count)
            add(.kept, new, match.new..<newEnd)
        }
        add(.cut, old, oldEnd..<old.hashes.count)
        add(.added, new, newEnd..<new.hashes.count)
        return runs
    }
}

/// A paragraph cut into words, each with the spaces behind it; in scripts without spaces, into characters.
struct DiffTokens {
    let text: Substring
    /// One hash a token, of its bytes without the spaces behind.
    private(set) var hashes: [UInt64] = []
    private var starts: [Int] = []
    private let bytes: [UInt8]

    init(_ text: Substring) {
        self.text = text
        let bytes = Array(text.utf8)
        self.bytes = bytes
        var isOpen = false
        var hash: UInt64 = 0
        bytes.withUnsafeBufferPointer { buffer in
            var offset = 0
            while offset < buffer.count {
                let (scalar, length) = UTF8Scalar.decode(buffer, at: offset, before: buffer.count)
                if scalar == 0x20 {
                    if isOpen { hashes.append(hash) }
                    isOpen = false
                } else {
                    if isOpen, Letter.countsAsWord(scalar) {
                        hashes.append(hash)
                        isOpen = false
                    }
                    if !isOpen {
                        starts.append(offset)
                        hash = 0xCBF2_9CE4_8422_2325
                        isOpen = true
                    }
                    hash = (hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
                    hash ^= hash >> 29
                    if Letter.countsAsWord(scalar) {
                        hashes.append(hash)
                        isOpen = false
                    }
                }
                offset += length
            }
        }
        if isOpen { hashes.append(hash) }
    }

    /// The text of some tokens, with the spaces behind each.
    func text(of range: Range<Int>) -> String {
        let start = starts[range.lowerBound]
        let end = range.upperBound < starts.count ? starts[range.upperBound] : bytes.count
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
