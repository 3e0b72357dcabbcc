import FoundationEssentials
import Platform

/// The articles that `wiredesk fold` is given.
struct FoldInput {
    struct Article: Decodable {
        var id: String
        var text: String
        var title: String?
        var source: String?
        var time: String?
    }

    private let input = FileDescriptor(owning: 0)
    private var buffer: [UInt8] = []
    private var start = 0
    private var ended = false
    private let decoder = JSONDecoder()

    /// The next article, `nil` at the end.
    mutating func next() throws -> Article? {
        while let line = try nextLine() {
            if line.isEmpty { continue }
            return try decoder.decode(Article.self, from: Data(line))
        }
        return nil
    }

    private mutating func nextLine() throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return buffer[start..<end]
            }
            if ended {
                defer { start = buffer.count }
                return start < buffer.count ? buffer[start...] : nil
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            let more = try input.read(atMost: 1 << 20)
            if more.isEmpty { ended = true }
            buffer += more
        }
    }
}
