import Markup

/// The text of an element by the rules of its format: RSS holds HTML that is escaped once; Atom says by `type`
/// (RFC 4287 §3.1) and, in version 0.3, by `mode` what it holds.
enum TextConstruct {
    case plain([UInt8])
    case html([UInt8])

    init(_ node: Int, _ elements: FeedElements) {
        self = Self.read(node, elements).withoutInnerCDATA
    }

    private static func read(_ node: Int, _ elements: FeedElements) -> TextConstruct {
        let tree = elements.tree
        let type = tree.attribute("type", of: node).map { MediaType($0).essence }
        let mode = tree.attribute("mode", of: node)?.lowercased()
        let hasMarkup = tree.hasElements(in: node)
        guard type != nil || mode != nil || elements.namespace(node) == .atom else {
            return .html(tree.decodedContent(of: node))
        }
        if mode == "base64" || Self.isBinary(type) && !hasMarkup,
            let decoded = Base64.decode(tree.decodedContent(of: node))
        {
            let text = TextDecoder.decode(decoded).utf8
            return Self.isHTML(type) || Self.looksLikeHTML(text) ? .html(text) : .plain(text)
        }
        switch type {
        case "xhtml", "application/xhtml+xml":
            // Some escape their XHTML all the same.
            return .html(hasMarkup ? tree.markup(of: node) : tree.decodedContent(of: node))
        case "html", "text/html":
            return .html(tree.decodedContent(of: node))
        default:
            if hasMarkup {
                return .html(mode == "escaped" ? tree.decodedContent(of: node) : tree.markup(of: node))
            } else {
                let text = tree.decodedContent(of: node)
                return Self.looksLikeHTML(text) ? .html(text) : .plain(text)
            }
        }
    }

    /// A CDATA section within escaped HTML is a mistake of the program that wrote it; its marks are no text.
    private var withoutInnerCDATA: TextConstruct {
        guard case .html(let html) = self else { return self }
        let start = html.firstIndex { !$0.isHTMLSpace } ?? html.endIndex
        let mark = Array("<![CDATA[".utf8)
        guard html[start...].starts(with: mark) else { return self }
        var inner = html[(start + mark.count)...]
        while inner.last?.isHTMLSpace == true { inner.removeLast() }
        for end in ["]]>", "]]&gt;"] where inner.reversed().starts(with: end.utf8.reversed()) {
            inner.removeLast(end.utf8.count)
            break
        }
        return .html(Array(inner))
    }

    private static func isHTML(_ type: String?) -> Bool {
        type == "html" || type == "xhtml" || type == "text/html" || type == "application/xhtml+xml"
    }

    /// Media types other than text and XML are in base64 (RFC 4287 §4.1.3.3).
    private static func isBinary(_ type: String?) -> Bool {
        guard let type, type.contains("/") else { return false }
        return !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
    }

    /// Whether text that claims to be plain is HTML: many programs leave out the `type`.
    private static func looksLikeHTML(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { buffer in
            guard buffer.contains(UInt8(ascii: "<")) else { return false }
            return [
                "</p>", "</a>", "<br", "</div>", "<img ", "</b>", "</i>", "</em>", "</strong>", "</span>", "</li>",
                "<p>",
            ]
            .contains { buffer.contains($0) }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the ASCII text `word`, in lower case, stands in the buffer in any case.
    fileprivate func contains(_ word: String) -> Bool {
        let wanted = Array(word.utf8)
        guard count >= wanted.count else { return false }
        return (0...(count - wanted.count)).contains { start in
            self[start] == wanted[0] && zip(self[start...], wanted).allSatisfy { $0.asciiLowercased == $1 }
        }
    }
}
