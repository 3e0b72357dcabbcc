/// Puts the lines of a stream together as its bytes come in.
package struct LineBuffer: Sendable {
    /// A line grew past the limit without an end.
    package struct TooLong: Error, Hashable, Sendable {
        package let limit: Int
    }

    private let limit: Int
    private var bytes: [UInt8] = []
    /// Where the first unread line begins.
    private var start = 0
    /// Up to here no newline was found.
    private var searched = 0

    /// - Parameter limit: bytes of a line without its newline.
    package init(limit: Int) { self.limit = limit }

    package mutating func append(_ more: some Sequence<UInt8>) {
        if start > 0 {
            bytes.removeSubrange(..<start)
            searched -= start
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next whole line without its newline (or CR LF), or `nil` until more bytes come. Empty lines are skipped.
    package mutating func next() throws(TooLong) -> [UInt8]? {
        while let end = bytes[searched...].firstIndex(of: 0x0A) {
            var line = bytes[start..<end]
            start = end + 1
            searched = start
            if line.last == 0x0D { line.removeLast() }
            guard line.count <= limit else { throw TooLong(limit: limit) }
            if !line.isEmpty { return Array(line) }
        }
        searched = bytes.count
        guard bytes.count - start <= limit else { throw TooLong(limit: limit) }
        return nil
    }
}
