/// A place in a text as people count it: from 1, columns in bytes.
package struct LinePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    /// The position of each of `offsets` (which must ascend) in `text`.
    package static func positions(of offsets: [Int], in text: [UInt8]) -> [LinePosition] {
        text.withUnsafeBufferPointer { buffer in
            var counter = LineCounter(buffer)
            return offsets.map { counter.position(of: $0) }
        }
    }
}

/// Counts the lines of a text from its start on. No stretch of the text is searched twice, however many positions are
/// asked for: a document without a line end has them all on its first line.
struct LineCounter {
    private let text: UnsafeBufferPointer<UInt8>
    private var lineEnd: ClosingMark
    private var line = 1
    private var lineStart = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        lineEnd = ClosingMark("\n")
    }

    /// How often the text was searched for a line end.
    var searches: Int { lineEnd.searches }

    /// - Parameter offset: not before the one asked for last.
    mutating func position(of offset: Int) -> LinePosition {
        while let end = lineEnd.next(from: lineStart, in: text), end < offset {
            line += 1
            lineStart = end + 1
        }
        return LinePosition(line: line, column: offset - lineStart + 1)
    }
}
