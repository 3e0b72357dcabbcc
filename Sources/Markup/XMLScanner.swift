private import Glibc

/// One lexical piece of an XML document. Offsets are bytes of the decoded text.
struct XMLToken {
    enum Kind: UInt8 { case startTag, emptyTag, endTag, text, characterData }

    var kind: Kind
    /// Whether an attribute's name begins with `xml` (`xmlns`, `xml:base`, `xml:lang`).
    var hasXMLAttribute = false
    /// Of a tag: its number in `XMLNames`.
    var name: Int32 = -1
    /// Of a tag: its whole extent with the brackets. Of text and CDATA: the characters.
    var start: Int32
    var end: Int32
    /// Of a tag: where its name ends and its attributes begin.
    var nameEnd: Int32 = 0
}

/// What one pass over a document's text finds.
struct ScannedXML {
    var tokens: [XMLToken]
    var names: XMLNames
    var faults: [XMLFault]
    /// The general entities of the internal subset, by name.
    var entities: [[UInt8]: [UInt8]]
}

/// Cuts any text into XML tokens: whatever is not markup by XML 1.0 is taken for what its writer most likely meant,
/// and named as a fault. Comments and processing instructions are passed over.
///
/// One pass; no search for a closing mark is made again once it is known that none follows, so time is linear in the
/// length of the text whatever the text is.
struct XMLScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var tokens: [XMLToken] = []
    private var names = XMLNames()
    private var faults: [XMLFault] = []
    private var entities: [[UInt8]: [UInt8]] = [:]
    private var hasReadEntities = false
    private var commentEnd = ClosingMark("-->")
    private var characterDataEnd = ClosingMark("]]>")
    private var instructionEnd = ClosingMark("?>")
    private var doubleQuote = ClosingMark("\"")
    private var singleQuote = ClosingMark("'")
    private var closingBracket = ClosingMark("]")

    static let faultLimit = 100

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        tokens.reserveCapacity(text.count / 48)
    }

    consuming func scan() -> ScannedXML {
        while position < text.count {
            let mark = text.first(0x3C, from: position) ?? text.count
            if mark > position { appendText(position, mark) }
            position = mark
            if position < text.count { scanMarkup() }
        }
        return ScannedXML(tokens: tokens, names: names, faults: faults, entities: entities)
    }

    /// `position` is at a `<`.
    private mutating func scanMarkup() {
        guard position + 1 < text.count else {
            fault(.strayLessThan, position)
            appendText(position, text.count)
            position = text.count
            return
        }
        switch text[position + 1] {
        case 0x2F: scanEndTag()
        case 0x21: scanDeclaration()
        case 0x3F: scanInstruction()
        case let byte where byte.startsXMLName: scanStartTag()
        default:
            fault(.strayLessThan, position)
            appendText(position, position + 1)
            position += 1
        }
    }

    private mutating func appendText(_ start: Int, _ end: Int) {
        tokens.append(XMLToken(kind: .text, start: Int32(start), end: Int32(end)))
        if faults.count < Self.faultLimit { checkReferences(start, end) }
    }

    /// Names what is no reference of XML; `XMLText` replaces HTML's names all the same.
    private mutating func checkReferences(_ start: Int, _ end: Int) {
        let piece = UnsafeBufferPointer(rebasing: text[..<end])
        var index = start
        while let mark = piece.first(UInt8(ascii: "&"), from: index) {
            index = mark + 1
            if index < end, piece[index] == UInt8(ascii: "#") { index += 1 }
            while index < end, piece[index].isASCIILetterOrDigit { index += 1 }
            let name = piece[(mark + 1)..<index]
            if name.isEmpty || index == end || piece[index] != UInt8(ascii: ";") {
                fault(.strayAmpersand, mark)
            } else if name.first != UInt8(ascii: "#"), !XMLText.isPredefined(UnsafeBufferPointer(rebasing: name)),
                entities[Array(name)] == nil
            {
                fault(.undefinedEntity(String(decoding: name, as: UTF8.self)), mark)
            }
        }
    }

    private mutating func fault(_ kind: XMLFault.Kind, _ offset: Int) {
        if faults.count < Self.faultLimit { faults.append(XMLFault(kind: kind, offset: offset)) }
    }
}

// MARK: - Tags

extension XMLScanner {
    private func nameEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, text[end].continuesXMLName { end += 1 }
        return end
    }

    private mutating func scanEndTag() {
        let start = position
        let nameStart = start + 2
        let end = nameEnd(from: nameStart)
        guard end > nameStart else {
            fault(.strayLessThan, start)
            appendText(start, nameStart)
            position = nameStart
            return
        }
        let name = names.intern(UnsafeBufferPointer(rebasing: text[nameStart..<end]))
        // An end tag has nothing but white space after its name; at anything else it is over.
        var index = end
        while index < text.count, text[index].isHTMLSpace { index += 1 }
        if index < text.count, text[index] == 0x3E {
            index += 1
        } else {
            fault(.unfinishedTag, start)
            while index < text.count, text[index] != 0x3E, text[index] != 0x3C { index += 1 }
            if index < text.count, text[index] == 0x3E { index += 1 }
        }
        tokens.append(
            XMLToken(
                kind: .endTag, name: name, start: Int32(start), end: Int32(index), nameEnd: Int32(end)))
        position = index
    }

    private mutating func scanStartTag() {
        let start = position
        let end = nameEnd(from: start + 1)
        let name = names.intern(UnsafeBufferPointer(rebasing: text[(start + 1)..<end]))
        var token = XMLToken(kind: .startTag, name: name, start: Int32(start), end: 0, nameEnd: Int32(end))
        var index = end
        while index < text.count {
            switch text[index] {
            case 0x3E:
                if text[index - 1] == 0x2F { token.kind = .emptyTag }
                finish(token, at: index + 1)
                return
            case 0x3C:
                fault(.unfinishedTag, start)
                finish(token, at: index)
                return
            case 0x3D:
                index = valueEnd(from: index + 1)
            case 0x78 where !token.hasXMLAttribute && index + 3 <= text.count && text[index - 1].isHTMLSpace:
                if text[index + 1] == 0x6D && text[index + 2] == 0x6C { token.hasXMLAttribute = true }
                index += 1
            default:
                index += 1
            }
        }
        // A tag cut off by the end of the document cannot be believed.
        fault(.unfinishedTag, start)
        position = text.count
    }

    private mutating func finish(_ token: XMLToken, at end: Int) {
        var token = token
        token.end = Int32(end)
        tokens.append(token)
        position = end
    }

    /// The end of the attribute value that begins at or after `start`, its quotes included.
    private mutating func valueEnd(from start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isHTMLSpace { index += 1 }
        guard index < text.count else { return index }
        let quote = text[index]
        if quote == 0x22 || quote == 0x27 {
            if let close = closingQuote(quote, from: index + 1) { return close + 1 }
            fault(.unclosedQuote, index)
            return index + 1
        }
        fault(.unquotedAttribute, index)
        while index < text.count, !text[index].isHTMLSpace, text[index] != 0x3E, text[index] != 0x3C { index += 1 }
        return index
    }

    /// The quote that closes a value, unless the tag ends and another begins before it: then the quote was forgotten.
    private mutating func closingQuote(_ quote: UInt8, from start: Int) -> Int? {
        let next = quote == 0x22 ? doubleQuote.next(from: start, in: text) : singleQuote.next(from: start, in: text)
        guard let close = next else { return nil }
        var sawTagEnd = false
        for byte in text[start..<close] {
            if byte == 0x3E { sawTagEnd = true }
            if byte == 0x3C && sawTagEnd { return nil }
        }
        return close
    }
}

// MARK: - Declarations, CDATA, comments and instructions

extension XMLScanner {
    private mutating func scanDeclaration() {
        if matches("<![CDATA[") {
            scanCharacterData()
        } else if matches("<!--") {
            scanComment()
        } else if matches("<!DOCTYPE") {
            scanDocumentType()
        } else {
            skipToTagEnd()
        }
    }

    private mutating func scanCharacterData() {
        let start = position + 9
        var end = text.count
        if let close = characterDataEnd.next(from: start, in: text) {
            end = close
            position = close + 3
        } else {
            fault(.unfinishedCDATA, position)
            // Without its mark the section ends with the element that holds it.
            end = enclosingEnd(from: start, before: text.count) ?? text.count
            position = end
        }
        if position != end, let inner = text.first("<![CDATA[", from: start, before: end),
            let lost = enclosingEnd(from: start, before: inner)
        {
            fault(.unfinishedCDATA, start - 9)
            end = lost
            position = lost
        }
        tokens.append(XMLToken(kind: .characterData, start: Int32(start), end: Int32(end)))
    }

    /// The end tag of the element that was opened last, between `start` and `limit`.
    private func enclosingEnd(from start: Int, before limit: Int) -> Int? {
        guard let open = tokens.last(where: { $0.kind != .text }), open.kind == .startTag else { return nil }
        let name = names[open.name]
        var index = start
        while let mark = text.first("</", from: index, before: limit) {
            let end = mark + 2 + name.count
            if end < limit, zip(text[(mark + 2)..<end], name).allSatisfy({ $0.asciiLowercased == $1 }),
                !text[end].continuesXMLName
            {
                return mark
            }
            index = mark + 2
        }
        return nil
    }

    private mutating func scanComment() {
        if let close = commentEnd.next(from: position + 4, in: text) {
            position = close + 3
            return
        }
        fault(.unfinishedComment, position)
        skipToTagEnd()
    }

    private mutating func scanInstruction() {
        // An instruction without its own end must not swallow the elements up to the next one's.
        let tagStart = text.first(0x3C, from: position + 2) ?? text.count
        if let close = instructionEnd.next(from: position + 2, in: text), close < tagStart {
            position = close + 2
            return
        }
        skipToTagEnd()
    }

    /// Reads the internal subset's entities (XML 1.0 §4.2); whatever is external stays unread.
    private mutating func scanDocumentType() {
        var index = position + 9
        while index < text.count, text[index] != 0x3E, text[index] != 0x5B { index += 1 }
        guard index < text.count, text[index] == 0x5B else {
            position = min(index + 1, text.count)
            return
        }
        guard let close = closingBracket.next(from: index, in: text) else {
            position = index + 1
            return
        }
        // Values may hold brackets, so the subset ends at a bracket that a > follows.
        var end = close
        while end + 1 < text.count, !closesSubset(end) {
            guard let next = closingBracket.next(from: end + 1, in: text) else { break }
            end = next
        }
        position = end + 1
        while position < text.count, text[position].isHTMLSpace { position += 1 }
        if position < text.count, text[position] == 0x3E { position += 1 }
        readEntities(index..<end)
    }

    /// A document has one document type; what others declare is not read.
    private mutating func readEntities(_ subset: Range<Int>) {
        guard !hasReadEntities else { return }
        hasReadEntities = true
        let declared = XMLEntityDeclarations.read(UnsafeBufferPointer(rebasing: text[subset]))
        let rest = UnsafeBufferPointer(rebasing: text[position...])
        guard XMLEntityDeclarations.growth(of: rest, by: declared) <= XMLEntityDeclarations.growthLimit else {
            return fault(.entitiesTooLarge, subset.lowerBound)
        }
        entities = declared
    }

    private func closesSubset(_ bracket: Int) -> Bool {
        var index = bracket + 1
        while index < text.count, text[index].isHTMLSpace { index += 1 }
        return index < text.count && text[index] == 0x3E
    }

    private mutating func skipToTagEnd() {
        position = text.first(0x3E, from: position).map { $0 + 1 } ?? text.count
    }

    private func matches(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position + length <= text.count else { return false }
        return word.withUTF8Buffer { wanted in
            for index in 0..<length where text[position + index] & 0xDF != wanted[index] & 0xDF { return false }
            return true
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    @inline(__always)
    func first(_ byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Where `mark` next stands as a whole before `limit`.
    func first(_ mark: StaticString, from start: Int, before limit: Int? = nil) -> Int? {
        let text = UnsafeBufferPointer(rebasing: self[..<(limit ?? count)])
        return mark.withUTF8Buffer { text.first($0, from: start) }
    }

    /// Where `mark`, which is not empty, next stands as a whole.
    package func first(_ mark: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while let found = first(mark[0], from: index), found + mark.count <= count {
            var matched = 1
            while matched < mark.count, self[found + matched] == mark[matched] { matched += 1 }
            if matched == mark.count { return found }
            index = found + 1
        }
        return nil
    }
}

extension UInt8 {
    /// Letter, underscore or anything above ASCII; a colon is let through, as writers do.
    @inline(__always) var startsXMLName: Bool {
        (asciiLowercased >= 0x61 && asciiLowercased <= 0x7A) || self == 0x5F || self == 0x3A || self >= 0x80
    }

    @inline(__always) var continuesXMLName: Bool {
        startsXMLName || (self >= 0x30 && self <= 0x39) || self == 0x2D || self == 0x2E
    }
}
