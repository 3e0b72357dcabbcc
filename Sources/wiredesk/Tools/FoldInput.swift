import FoundationEssentials
import Platform

/// The articles that `wiredesk fold` is given on standard input, a JSON object a line.
///
/// A line that is no article is named on standard error and left out; the rest goes on.
struct FoldInput {
    struct Article: Decodable {
        var id: String
        /// One paragraph a line.
        var text: String
    }

    /// Lines that were left out.
    private(set) var refusedLines = 0

    private var lineNumber = 0
    private let input = FileDescriptor(owning: 0)
    private let errors = FileDescriptor(owning: 2)
    private let decoder = JSONDecoder()
    private var buffer: [UInt8] = []
    private var start = 0
    private var hasEnded = false

    /// Bytes of a line. An article of a million words has 8 MB.
    private static let longestLine = 64 << 20

    /// The next article, `nil` at the end.
    mutating func next() throws -> Article? {
        while let line = try nextLine() {
            lineNumber += 1
            if line.isEmpty { continue }
            if line.count > Self.longestLine {
                refuse("longer than \(Self.longestLine >> 20) MiB")
            } else if let article = try? decoder.decode(Article.self, from: Data(line)) {
                return article
            } else {
                refuse("not a JSON object with the strings \"id\" and \"text\"")
            }
        }
        return nil
    }

    private mutating func refuse(_ reason: String) {
        refusedLines += 1
        let message = "wiredesk: line \(lineNumber) is left out: \(reason)\n"
        try? errors.write(Array(message.utf8))
    }

    /// Of a line that is too long, its first part.
    private mutating func nextLine() throws -> ArraySlice<UInt8>? {
        var searched = start
        var isSkipping = false
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return buffer[start..<end]
            }
            if hasEnded {
                defer { start = buffer.count }
                return start < buffer.count ? buffer[start...] : nil
            }
            buffer.removeFirst(start)
            start = 0
            isSkipping = isSkipping || buffer.count > Self.longestLine
            if isSkipping { buffer.removeLast(max(0, buffer.count - Self.longestLine - 1)) }
            searched = buffer.count
            let more = try input.read(atMost: 1 << 20)
            if more.isEmpty { hasEnded = true }
            buffer += more
        }
    }
}
