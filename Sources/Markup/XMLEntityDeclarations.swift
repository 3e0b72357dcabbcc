/// The general entities that a document type's internal subset declares.
///
/// Bounded so that no declaration can grow ("billion laughs"): so many entities, so long a value, a value's own
/// references to other entities are not followed, and a document that they would swell all the same goes without.
enum XMLEntityDeclarations {
    static let countLimit = 500
    static let valueLimit = 2000
    /// Bytes by which replacing the entities may lengthen a document. Those that feeds declare are letters and names.
    static let growthLimit = 1 << 20

    /// Names and replacement texts, as they stand between the quotes.
    static func read(_ subset: UnsafeBufferPointer<UInt8>) -> [[UInt8]: [UInt8]] {
        var result: [[UInt8]: [UInt8]] = [:]
        var position = 0
        while result.count < countLimit, let mark = subset.firstRange(of: "<!entity", from: position) {
            var index = mark.upperBound
            position = index
            func skipSpace() { while index < subset.count, subset[index].isHTMLSpace { index += 1 } }
            skipSpace()
            let nameStart = index
            while index < subset.count, subset[index].continuesXMLName { index += 1 }
            let name = Array(subset[nameStart..<index])
            skipSpace()
            // A parameter entity's % and an external one's SYSTEM both fail here.
            guard !name.isEmpty, index < subset.count, subset[index] == 0x22 || subset[index] == 0x27 else { continue }
            let quote = subset[index]
            guard let end = subset[(index + 1)...].firstIndex(of: quote) else { return result }
            if end - index - 1 <= valueLimit && result[name] == nil { result[name] = Array(subset[(index + 1)..<end]) }
            position = end + 1
        }
        return result
    }

    /// By how many bytes `text` would grow at most if every reference to `entities` in it were replaced.
    static func growth(of text: UnsafeBufferPointer<UInt8>, by entities: [[UInt8]: [UInt8]]) -> Int {
        guard !entities.isEmpty else { return 0 }
        let longestName = entities.keys.map(\.count).max() ?? 0
        var growth = 0
        var index = 0
        while let mark = text.first(UInt8(ascii: "&"), from: index) {
            index = mark + 1
            while index < text.count, index - mark <= longestName, text[index].continuesXMLName { index += 1 }
            if let value = entities[Array(text[(mark + 1)..<index])] { growth += value.count }
        }
        return growth
    }
}
