/// What an element holds, as the different kinds of element mean it.
extension XMLTree {
    package func name(of element: Int) -> Name { names[Int(nodes[element].name)] }

    /// Where the node starts in `text`.
    package func offset(of node: Int) -> Int { Int(nodes[node].start) }

    /// Whether markup, and not text alone, is in `element`.
    package func hasElements(in element: Int) -> Bool {
        nodes[(element + 1)..<Int(nodes[element].next)].contains { $0.kind == .element }
    }

    /// The value of an attribute, its references replaced and white space trimmed; `nil` if it is absent.
    ///
    /// `name` is in lower case. Without a prefix it also finds a prefixed attribute (`rdf:about`), if there is none
    /// without.
    package func attribute(_ name: StaticString, of node: Int) -> String? {
        // Most elements have none: between their name and their end is only the bracket.
        guard nodes[node].end - nodes[node].nameEnd > 3 else { return nil }
        let range = Int(nodes[node].nameEnd)..<Int(nodes[node].end)
        let value = text.withUnsafeBufferPointer { buffer -> Range<Int>? in
            var prefixed: Range<Int>?
            for attribute in XMLAttributes(buffer, range) {
                switch Self.match(UnsafeBufferPointer(rebasing: buffer[attribute.name]), name) {
                case .whole: return attribute.value
                case .local: prefixed = prefixed ?? attribute.value
                case .none: break
                }
            }
            return prefixed
        }
        guard let value else { return nil }
        var decoded: [UInt8] = []
        XMLText.appendDecoded(text, value, entities: entities, to: &decoded)
        return String(decoding: decoded.trimmingHTMLSpace(), as: UTF8.self)
    }

    /// An `xml:` attribute; cheap for the many elements that have none.
    package func xmlAttribute(_ name: StaticString, of node: Int) -> String? {
        nodes[node].hasXMLAttribute ? attribute(name, of: node) : nil
    }

    /// The text of `node` with the references replaced once and CDATA as it stands; tags inside stay as markup.
    ///
    /// This is HTML where the element holds escaped HTML, and plain text where it holds plain text.
    package func decodedContent(of node: Int) -> [UInt8] {
        let children = (node + 1)..<Int(nodes[node].next)
        if children.count == 1, nodes[children.lowerBound].kind == .characterData {
            return Array(text[range(of: children.lowerBound)])
        }
        var result: [UInt8] = []
        appendMarkup(children, isEscaped: true, to: &result)
        return result
    }

    /// The markup inside `node`, as HTML: references stay, prefixes go, and an empty element gets an end tag.
    package func markup(of node: Int) -> [UInt8] {
        var result: [UInt8] = []
        appendMarkup((node + 1)..<Int(nodes[node].next), isEscaped: false, to: &result)
        return result
    }

    private func range(of node: Int) -> Range<Int> { Int(nodes[node].start)..<Int(nodes[node].end) }

    private enum NameMatch { case whole, local, none }

    private static func match(_ written: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> NameMatch {
        let length = name.utf8CodeUnitCount
        let start = written.count - length
        guard start >= 0 else { return .none }
        return name.withUTF8Buffer { wanted in
            for index in 0..<length where written[start + index].asciiLowercased != wanted[index] { return .none }
            if start == 0 { return .whole }
            return written[start - 1] == UInt8(ascii: ":") ? .local : .none
        }
    }

    /// - Parameter isEscaped: whether text is escaped markup, to be decoded once, rather than text among markup.
    private func appendMarkup(_ range: Range<Int>, isEscaped: Bool, to result: inout [UInt8]) {
        var openElements: [Int] = []
        var index = range.lowerBound
        func endFinished() {
            while let last = openElements.last, Int(nodes[last].next) <= index {
                appendEndTag(last, to: &result)
                openElements.removeLast()
            }
        }
        while index < range.upperBound {
            endFinished()
            let node = nodes[index]
            let span = Int(node.start)..<Int(node.end)
            switch node.kind {
            case .text where isEscaped:
                XMLText.appendDecoded(text, span, entities: entities, to: &result)
            case .text:
                result.append(contentsOf: text[span])
            case .characterData where isEscaped:
                result.append(contentsOf: text[span])
            case .characterData:
                for byte in text[span] {
                    switch byte {
                    case 0x3C: result.append(contentsOf: "&lt;".utf8)
                    case 0x26: result.append(contentsOf: "&amp;".utf8)
                    default: result.append(byte)
                    }
                }
            case .element:
                appendStartTag(index, to: &result)
                openElements.append(index)
            }
            index += 1
        }
        endFinished()
    }

    private func appendStartTag(_ index: Int, to result: inout [UInt8]) {
        let node = nodes[index]
        result.append(0x3C)
        result.append(contentsOf: names[Int(node.name)].local.utf8)
        var end = Int(node.end)
        while end > Int(node.nameEnd), text[end - 1] == 0x3E || text[end - 1] == 0x2F { end -= 1 }
        result.append(contentsOf: text[Int(node.nameEnd)..<end])
        result.append(0x3E)
    }

    private func appendEndTag(_ index: Int, to result: inout [UInt8]) {
        let name = names[Int(nodes[index].name)].local
        switch name {
        case "br", "hr", "img", "wbr", "col", "meta", "area", "input", "embed", "link", "base", "param", "source",
            "track":
            return
        default:
            result.append(contentsOf: [0x3C, 0x2F])
            result.append(contentsOf: name.utf8)
            result.append(0x3E)
        }
    }
}
