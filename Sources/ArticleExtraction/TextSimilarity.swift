import Markup

/// Comparing short texts by their words.
enum TextSimilarity {
    /// The share of the words of `part` that also stand in `whole`, 0–1.
    static func share(of part: String, in whole: String) -> Double {
        let wanted = words(part)
        guard !wanted.isEmpty else { return 0 }
        let present = Set(words(whole))
        return Double(wanted.filter(present.contains).count) / Double(wanted.count)
    }

    /// Runs of letters and digits, in lower case.
    static func words(_ text: String) -> [String] {
        text.lowercased().utf8.split { !($0.isASCIILetterOrDigit || $0 >= 0x80) }.map { String(Substring($0)) }
    }
}

extension String {
    /// The parts between `separator`.
    func components(separatedBy separator: String) -> [String] {
        var parts: [String] = []
        let bytes = Array(utf8)
        let wanted = Array(separator.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return [self] }
        var start = 0
        var index = 0
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
                parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += wanted.count
                start = index
            } else {
                index += 1
            }
        }
        parts.append(String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }
}
