import Markup

/// What a document is, by its first bytes and its Content-Type.
enum ContentKind {
    /// The name of what the page is, if that is not HTML.
    static func other(than page: Page) -> String? {
        for (signature, name) in signatures where page.bytes.starts(with: signature) { return name }
        let type = page.contentType?.lowercased() ?? ""
        let isMarkup = type.isEmpty || ["html", "xml", "text/plain", "octet-stream"].contains { type.utf8Contains($0) }
        // A type that says otherwise is believed unless the bytes look like a page.
        if !isMarkup, page.bytes.first(where: { !$0.isHTMLSpace }) != UInt8(ascii: "<") {
            return String(type.prefix { $0 != ";" })
        }
        return isBinary(page.bytes.prefix(4096)) ? "binary data" : nil
    }

    /// Whether a page's first bytes are no text in any encoding. UTF-16 and UTF-32 begin with a mark or have a zero in
    /// every fourth byte at least, and of others none uses control characters but white space and escape (ISO 2022).
    private static func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
        let zeros = head.count { $0 == 0 }
        let isMarked = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
        guard !isMarked, zeros * 4 < head.count else { return false }
        let controls = head.count { (0x01...0x08).contains($0) || (0x0E...0x1F).contains($0) && $0 != 0x1B }
        return zeros > 8 || controls > 8 && controls * 50 > head.count
    }

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"), ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF picture"), ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"), ([0x1F, 0x8B], "a gzip archive"),
        ([0x49, 0x44, 0x33], "an MP3 recording"), ([0x52, 0x49, 0x46, 0x46], "a RIFF recording or picture"),
        ([0x00, 0x00, 0x01, 0x00], "an icon"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ]
}

extension String {
    func utf8Contains(_ needle: String) -> Bool { Array(utf8).containsSlice(Array(needle.utf8)) }
}
