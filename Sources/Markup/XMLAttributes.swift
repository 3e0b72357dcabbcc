/// The attributes of one start tag, read by the same liberal rules as `XMLScanner` reads the tag.
struct XMLAttributes: Sequence, IteratorProtocol {
    struct Attribute {
        let name: Range<Int>
        /// Without quotes, references not yet replaced.
        let value: Range<Int>
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var position: Int
    private let end: Int

    /// - Parameter range: from the end of the tag's name to the end of the tag.
    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.text = text
        position = range.lowerBound
        end = range.upperBound
    }

    mutating func next() -> Attribute? {
        while position < end {
            guard text[position].startsXMLName else {
                position += 1
                continue
            }
            let start = position
            while position < end, text[position].continuesXMLName { position += 1 }
            let name = start..<position
            var index = position
            while index < end, text[index].isHTMLSpace { index += 1 }
            guard index < end, text[index] == UInt8(ascii: "=") else { continue }
            position = index + 1
            return Attribute(name: name, value: value())
        }
        return nil
    }

    private mutating func value() -> Range<Int> {
        while position < end, text[position].isHTMLSpace { position += 1 }
        guard position < end else { return end..<end }
        let quote = text[position]
        if quote == 0x22 || quote == 0x27, let close = text[(position + 1)..<end].firstIndex(of: quote) {
            defer { position = close + 1 }
            return (position + 1)..<close
        }
        if quote == 0x22 || quote == 0x27 { position += 1 }
        let start = position
        while position < end, !text[position].isHTMLSpace, text[position] != 0x3E { position += 1 }
        // The slash of an empty tag is not the value's.
        let isEmptyTag = position < end && text[position] == 0x3E && position > start && text[position - 1] == 0x2F
        return start..<(isEmptyTag ? position - 1 : position)
    }
}
