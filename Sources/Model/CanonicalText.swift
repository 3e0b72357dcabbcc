/// The one spelling of an article's text over which its content hash is taken.
///
/// White space is folded to single spaces within a paragraph, empty paragraphs and soft hyphens are dropped, and
/// paragraphs are separated by one empty line. Letters, case and punctuation stay: equal hash means equal text.
package struct CanonicalText: Hashable, Sendable {
    package let text: String

    /// `text` has one paragraph a line; empty lines do not matter.
    package init(_ text: String) {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        var pendingBreak = false
        for byte in text.withoutSoftHyphens.utf8 {
            switch byte {
            case 0x0A, 0x0D: pendingBreak = true
            case 0x20, 0x09, 0x0B, 0x0C: pendingSpace = true
            default:
                if !result.isEmpty {
                    if pendingBreak {
                        result.append(0x0A)
                        result.append(0x0A)
                    } else if pendingSpace {
                        result.append(0x20)
                    }
                }
                pendingBreak = false
                pendingSpace = false
                result.append(byte)
            }
        }
        self.text = String(decoding: result, as: UTF8.self)
    }

    package var paragraphs: [Substring] { text.split(separator: "\n") }
    package var hash: ContentHash { ContentHash(of: text) }
}
