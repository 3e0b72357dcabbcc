/// Cuts HTML in UTF-8 into tokens, after the tokeniser of the HTML standard (§13.2.5).
///
/// A token holds positions in the input, not copies of it, so nothing is allocated for a token. Every byte is looked at
/// a bounded number of times. Any bytes are accepted: what the standard calls a parse error is read as it says.
/// What differs: raw text that never ends (but for a script or a style) ends at the next tag, not at the end of the
/// input, so that one lost `</title>` does not lose the page; a comment that never ends is over at the next `>`, for the
/// same reason; `<!` before a space, a digit or a sign is text; and `<!--<script>` within a script is not looked into.
package struct HTMLTokenizer {
    package enum Token: Equatable {
        /// Text in which character references count.
        case text(Range<Int>)
        /// The content of `script`, `style` and their like, as it stands.
        case rawText(Range<Int>)
        /// The attributes are in `attributes` until the next token is read.
        case startTag(HTMLTag, selfClosing: Bool)
        case endTag(HTMLTag)
        case comment(Range<Int>)
        case doctype(Range<Int>)
    }

    /// One attribute that `HTMLAttribute` names; the value is as written, references and all.
    package struct Attribute: Equatable, Sendable {
        package var name: HTMLAttribute
        package var value: Range<Int>
    }

    package let bytes: [UInt8]
    /// Attributes of the start tag read last, in order, the first of each name (the standard drops the others).
    package private(set) var attributes: [Attribute] = []
    /// The name of the tag read last.
    package private(set) var tagName: Range<Int> = 0..<0
    package private(set) var position: Int

    private let end: Int
    private let readsFrames: Bool
    /// Set after a start tag whose content is not markup.
    private var pendingRaw: HTMLTag?
    /// Elements of raw text for which no end tag follows any more, so that it is searched for but once.
    private var endless: [HTMLTag] = []
    /// Whether it is known that no comment ends any more.
    private var isLastCommentOver = false
    private let tags = HTMLTag.lookup
    private let attributeNames = HTMLAttribute.lookup
    /// So that a tag of a million attributes costs no more than linear time.
    private static let mostAttributes = 256

    /// - Parameter readsFrames: whether what an `iframe` holds for programs that show none is markup, as it was in
    ///   HTML 4, and not raw text.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil, readsFrames: Bool = false) {
        self.bytes = bytes
        self.readsFrames = readsFrames
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The next token, or `nil` at the end.
    package mutating func next() -> Token? {
        if let element = pendingRaw {
            pendingRaw = nil
            if let token = rawContent(of: element) { return token }
        }
        guard position < end else { return nil }
        if bytes[position] == UInt8(ascii: "<"), let token = markup() { return token }
        let start = position
        repeat {
            position = bytes.first(UInt8(ascii: "<"), in: (position + 1)..<end) ?? end
        } while position < end && !startsMarkup(at: position + 1)
        return .text(start..<position)
    }

    /// Takes what follows the start tag read last for markup, although its element holds none.
    package mutating func readContentAsMarkup() { pendingRaw = nil }

    /// An attribute of the start tag read last, its character references replaced.
    package func value(_ name: HTMLAttribute) -> [UInt8]? {
        for attribute in attributes where attribute.name == name { return decoded(attribute.value) }
        return nil
    }

    /// The bytes of an attribute's value, its character references replaced.
    package func decoded(_ value: Range<Int>) -> [UInt8] {
        guard bytes[value].contains(UInt8(ascii: "&")) else { return Array(bytes[value]) }
        var result: [UInt8] = []
        CharacterReferences.appendDecoded(bytes, value, in: .attribute, to: &result)
        return result
    }

    private func startsMarkup(at index: Int) -> Bool {
        guard index < end else { return false }
        let byte = bytes[index]
        if byte == UInt8(ascii: "!") { return startsDeclaration(at: index + 1) }
        return byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
    }

    /// Whether what follows `<!` is a comment, a document type, CDATA or some other declaration, and not text.
    private func startsDeclaration(at index: Int) -> Bool {
        guard index < end else { return true }
        let byte = bytes[index]
        return byte.isASCIILetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: ">")
    }

    /// The token that starts with the `<` at `position`, or `nil` if it is only text.
    private mutating func markup() -> Token? {
        let next = position + 1
        guard next < end else { return nil }
        switch bytes[next] {
        case UInt8(ascii: "!"): return startsDeclaration(at: next + 1) ? declaration() : nil
        case UInt8(ascii: "?"): return bogusComment(from: next)
        case UInt8(ascii: "/"):
            guard next + 1 < end else { return nil }
            if bytes[next + 1].isASCIILetter { return endTag() }
            return bogusComment(from: next + 1)
        case let byte where byte.isASCIILetter: return startTag()
        default: return nil
        }
    }

    private mutating func startTag() -> Token {
        position += 1
        let tag = name()
        let selfClosing = readAttributes()
        if Self.raw.contains(tag), !(readsFrames && tag == .iframe) { pendingRaw = tag }
        return .startTag(tag, selfClosing: selfClosing)
    }

    private mutating func endTag() -> Token {
        position += 2
        let tag = name()
        _ = readAttributes()
        return .endTag(tag)
    }

    private mutating func name() -> HTMLTag {
        let start = position
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isHTMLSpace { break }
            position += 1
        }
        tagName = start..<position
        return tags.value(for: bytes, tagName) ?? .unknown
    }

    /// Reads up to and with the `>` of a tag; whether it ended in `/>`.
    private mutating func readAttributes() -> Bool {
        attributes.removeAll(keepingCapacity: true)
        var selfClosing = false
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return selfClosing
            }
            if byte.isHTMLSpace || byte == UInt8(ascii: "/") {
                selfClosing = byte == UInt8(ascii: "/")
                position += 1
                continue
            }
            selfClosing = false
            readAttribute()
        }
        return selfClosing
    }

    private mutating func readAttribute() {
        let nameStart = position
        // A name may begin with `=` (§13.2.5.32).
        position += 1
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isHTMLSpace {
                break
            }
            position += 1
        }
        let name = nameStart..<position
        skipSpace()
        var value = position..<position
        if position < end, bytes[position] == UInt8(ascii: "=") {
            position += 1
            skipSpace()
            value = readValue()
        }
        guard let known = attributeNames.value(for: bytes, name), attributes.count < Self.mostAttributes else { return }
        for attribute in attributes where attribute.name == known { return }
        attributes.append(Attribute(name: known, value: value))
    }

    private mutating func readValue() -> Range<Int> {
        guard position < end else { return position..<position }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            position += 1
            let start = position
            while position < end, bytes[position] != quote { position += 1 }
            let value = start..<position
            if position < end { position += 1 }
            return value
        }
        let start = position
        while position < end, bytes[position] != UInt8(ascii: ">"), !bytes[position].isHTMLSpace { position += 1 }
        return start..<position
    }

    private mutating func skipSpace() {
        while position < end, bytes[position].isHTMLSpace { position += 1 }
    }

    private mutating func declaration() -> Token {
        let start = position + 2
        if start + 1 < end, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: "-") {
            return comment(from: start + 2)
        }
        let isDoctype = matches("doctype", at: start)
        let token = bogusComment(from: start)
        if isDoctype, case .comment(let range) = token { return .doctype(range) }
        return token
    }

    private mutating func comment(from start: Int) -> Token {
        // `<!-->` and `<!--->` are whole comments (§13.2.5.43).
        var index = start
        if index < end, bytes[index] == UInt8(ascii: ">") {
            position = index + 1
            return .comment(start..<start)
        }
        if index + 1 < end, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: ">") {
            position = index + 2
            return .comment(start..<start)
        }
        while !isLastCommentOver, index + 2 < end {
            if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
                if bytes[index + 2] == UInt8(ascii: ">") {
                    position = index + 3
                    return .comment(start..<index)
                }
                if bytes[index + 2] == UInt8(ascii: "!"), index + 3 < end, bytes[index + 3] == UInt8(ascii: ">") {
                    position = index + 4
                    return .comment(start..<index)
                }
            }
            index += 1
        }
        isLastCommentOver = true
        return bogusComment(from: min(start, end))
    }

    private mutating func bogusComment(from start: Int) -> Token {
        var index = start
        while index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
        position = min(index + 1, end)
        return .comment(start..<index)
    }

    private mutating func rawContent(of element: HTMLTag) -> Token? {
        let start = position
        let stop: Int
        if element == .plaintext {
            stop = end
        } else if let found = endOfRaw(element, from: start) {
            stop = found
        } else if element == .script || element == .style {
            stop = end
        } else {
            stop = bytes[start..<end].firstIndex(of: UInt8(ascii: "<")) ?? end
        }
        guard stop > start else { return nil }
        position = stop
        return element == .title || element == .textarea ? .text(start..<stop) : .rawText(start..<stop)
    }

    /// Where the end tag of a raw text element starts.
    private mutating func endOfRaw(_ element: HTMLTag, from start: Int) -> Int? {
        if endless.contains(element) { return nil }
        let name = element.name
        var index = start
        while index + name.count + 1 < end {
            guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let nameEnd = index + 2 + name.count
            var isEqual = true
            for offset in 0..<name.count where bytes[index + 2 + offset].asciiLowercased != name[offset] {
                isEqual = false
                break
            }
            if isEqual,
                nameEnd == end || bytes[nameEnd].isHTMLSpace || bytes[nameEnd] == UInt8(ascii: ">")
                    || bytes[nameEnd] == UInt8(ascii: "/")
            {
                return index
            }
            index += 2
        }
        endless.append(element)
        return nil
    }

    private func matches(_ word: StaticString, at index: Int) -> Bool {
        word.withUTF8Buffer { wanted in
            guard index + wanted.count <= end else { return false }
            for offset in 0..<wanted.count where bytes[index + offset].asciiLowercased != wanted[offset] {
                return false
            }
            return true
        }
    }

    /// Elements whose content is not markup (§13.2.6.4.7, scripting off, so not `noscript`).
    private static let raw: HTMLTagSet = [
        .title, .textarea, .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext,
    ]
}
