import Model

/// The checks that every value passes on its way in and out, each naming its field.
enum Check {
    static func text(_ text: String, _ field: String, limit: Int = Limits.textBytes) throws(ValueDefect) {
        guard text.utf8.count <= limit else { throw ValueDefect(field: field, reason: .tooLong(limit: limit)) }
    }

    static func text(_ text: String?, _ field: String, limit: Int = Limits.textBytes) throws(ValueDefect) {
        if let text { try Check.text(text, field, limit: limit) }
    }

    static func nonEmpty(_ text: String, _ field: String, limit: Int = Limits.textBytes) throws(ValueDefect) {
        guard !text.isEmpty else { throw ValueDefect(field: field, reason: .empty) }
        try Check.text(text, field, limit: limit)
    }

    static func list<Element>(_ list: [Element], _ field: String) throws(ValueDefect) {
        let limit = Limits.listLength
        guard list.count <= limit else { throw ValueDefect(field: field, reason: .tooLong(limit: limit)) }
    }

    static func texts(_ texts: [String], _ field: String, limit: Int = Limits.textBytes) throws(ValueDefect) {
        try list(texts, field)
        for text in texts { try Check.text(text, field, limit: limit) }
    }

    static func key(_ bytes: some Collection<UInt8>, _ field: String) throws(ValueDefect) -> RecordKey {
        guard let key = RecordKey(bytes: bytes) else {
            throw ValueDefect(field: field, reason: .wrongLength(expected: RecordKey.byteCount))
        }
        return key
    }

    static func hash(_ bytes: some Collection<UInt8>, _ field: String) throws(ValueDefect) -> ContentHash {
        guard let hash = ContentHash(bytes: bytes) else {
            throw ValueDefect(field: field, reason: .wrongLength(expected: ContentHash.byteCount))
        }
        return hash
    }
}
