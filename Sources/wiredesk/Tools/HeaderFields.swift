import FeedParsing
import Model

/// The headers of an HTTP answer, as far as they say how to read its body.
struct HeaderFields {
    private var fields: [String: String] = [:]

    init() {}

    /// Lines of `Name: value`; anything else is passed over.
    init(text: [UInt8]) {
        for line in String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            add(String(line[..<colon]), String(line[line.index(after: colon)...]))
        }
    }

    mutating func add(_ name: String, _ value: String) {
        fields[name.trimmingASCIIWhitespace().lowercased()] = value.trimmingASCIIWhitespace()
    }

    func origin(url: String?) -> FeedOrigin {
        FeedOrigin(
            url: url, contentType: fields["content-type"], contentLocation: fields["content-location"],
            contentLanguage: fields["content-language"])
    }
}
