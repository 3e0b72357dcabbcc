/// The header fields of one answer that something here or in the daemon asks for; the rest is not kept.
///
/// Of a field that comes twice the last counts, but for those that are lists by RFC 9110 §5.3 (`Cache-Control`, `Link`).
package struct ResponseHeaders: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?
    package var cacheControl: String?
    package var expires: String?
    package var age: String?
    package var date: String?
    package var retryAfter: String?
    package var contentType: String?
    package var contentLocation: String?
    package var contentLength: String?
    package var location: String?
    package var link: String?

    package init() {}

    package var validators: Validators { Validators(etag: etag, lastModified: lastModified) }
}

extension ResponseHeaders {
    /// Takes one `name: value` line, with or without its line end. What is not one, or not of interest, or not
    /// UTF-8, is passed over.
    package mutating func take(line: UnsafeRawBufferPointer) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let field = Self.field(named: UnsafeRawBufferPointer(rebasing: line[..<colon]))
        else { return }
        var value = line[(colon + 1)...]
        while let last = value.last, last <= 0x20 { value.removeLast() }
        while let first = value.first, first <= 0x20 { value.removeFirst() }
        guard !value.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }),
            let text = String(validating: value, as: UTF8.self)
        else { return }
        if field.isList, let before = self[keyPath: field.path] {
            self[keyPath: field.path] = before + ", " + text
        } else {
            self[keyPath: field.path] = text
        }
    }

    private struct Field {
        let name: StaticString
        let path: any WritableKeyPath<ResponseHeaders, String?> & Sendable
        var isList = false
    }

    private static let fields: [Field] = [
        Field(name: "etag", path: \.etag), Field(name: "last-modified", path: \.lastModified),
        Field(name: "cache-control", path: \.cacheControl, isList: true), Field(name: "expires", path: \.expires),
        Field(name: "age", path: \.age), Field(name: "date", path: \.date),
        Field(name: "retry-after", path: \.retryAfter), Field(name: "content-type", path: \.contentType),
        Field(name: "content-location", path: \.contentLocation),
        Field(name: "content-length", path: \.contentLength), Field(name: "location", path: \.location),
        Field(name: "link", path: \.link, isList: true),
    ]

    private static func field(named name: UnsafeRawBufferPointer) -> Field? {
        fields.first { field in
            guard field.name.utf8CodeUnitCount == name.count else { return false }
            let known = UnsafeBufferPointer(start: field.name.utf8Start, count: field.name.utf8CodeUnitCount)
            // Field names are ASCII letters and hyphens; bit 5 is what tells their cases apart.
            return zip(known, name).allSatisfy { $0 == $1 | 0x20 }
        }
    }
}
