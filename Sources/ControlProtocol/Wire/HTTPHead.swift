/// The head of an HTTP/1 request (RFC 9112), as far as a server that answers a few fixed questions needs it.
package struct HTTPHead: Hashable, Sendable {
    package let method: String
    /// Without its query: `/metrics`.
    package let path: String
    /// Bytes of the body that follows; 0 where none is announced.
    package let contentLength: Int

    /// Why a head cannot be answered as it stands.
    package enum Fault: Error, Hashable, Sendable {
        case malformed
        /// A body whose length is not told in advance.
        case lengthRequired
    }

    /// Bytes that a head may have: what browsers and monitoring systems send is a tenth of it.
    package static let limit = 8 << 10

    /// Where the head in `bytes` ends, its closing empty line included; `nil` if more is to come.
    package static func end(in bytes: [UInt8]) -> Int? {
        var lineStart = 0
        while let newline = bytes[lineStart...].firstIndex(of: 0x0A) {
            let line = bytes[lineStart..<newline]
            if lineStart > 0, line.isEmpty || line.elementsEqual([0x0D]) { return newline + 1 }
            lineStart = newline + 1
        }
        return nil
    }

    /// Whether a client that begins with `byte` speaks HTTP: its methods are capitals, and a line of JSON is none.
    package static func begins(with byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// - Parameter bytes: up to `end`.
    package init(parsing bytes: some Collection<UInt8>) throws(Fault) {
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/"),
            words[0].utf8.allSatisfy(Self.begins), !words[0].isEmpty
        else { throw .malformed }
        method = String(words[0])
        path = String(words[1].prefix { $0 != "?" })
        var length = 0
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { throw .malformed }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            switch line[..<colon].lowercased() {
            case "content-length":
                guard let count = Int(value), count >= 0 else { throw .malformed }
                length = count
            case "transfer-encoding": throw .lengthRequired
            default: break
            }
        }
        contentLength = length
    }
}
