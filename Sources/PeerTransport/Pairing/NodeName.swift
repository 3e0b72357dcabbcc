/// What a node calls itself to its peers: one line of text that a terminal can show as it is.
package struct NodeName: Hashable, Sendable {
    package static let maximumByteCount = 64

    package let text: String

    /// `nil` if `text` is empty, longer than 64 bytes of UTF-8, or has control or formatting characters in it.
    package init?(_ text: String) {
        guard (1...Self.maximumByteCount).contains(text.utf8.count) else { return nil }
        let shows = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
            default: true
            }
        }
        guard shows else { return nil }
        self.text = text
    }

    /// `nil` also if `bytes` are not UTF-8.
    init?(utf8 bytes: some Collection<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self.init(text)
    }
}

extension NodeName: CustomStringConvertible {
    package var description: String { text }
}
