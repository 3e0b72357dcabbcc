import Testing

@testable import Markup

/// A small vocabulary: `list` holds `item`, which holds `title`, `body` and `link`.
private struct ListVocabulary: XMLVocabulary {
    func role(namespace: String, name: String) -> XMLRole {
        switch name {
        case "list": .container
        case "item": .record
        case "title", "body", "link": .field
        default: .other
        }
    }
}

@Suite("Tolerant XML")
struct XMLTreeTests {
    /// The tree in one line: `list(item(title"Hello"))`.
    private func outline(_ source: String) -> String {
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        return outline(tree, nil)
    }

    private func outline(_ tree: XMLTree, _ parent: Int?) -> String {
        tree.children(of: parent).map { node in
            guard tree.nodes[node].kind == .element else {
                let span = Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)
                return "\"" + String(decoding: tree.text[span], as: UTF8.self) + "\""
            }
            let inner = outline(tree, node)
            return tree.name(of: node).local + (inner.isEmpty ? "" : "(\(inner))")
        }.joined(separator: " ")
    }

    private func faults(_ source: String) -> [XMLFault.Kind] {
        XMLTree(Array(source.utf8), vocabulary: ListVocabulary()).faults.map(\.kind)
    }

    @Test("A well-formed document has no faults")
    func wellFormed() {
        let source =
            "<?xml version='1.0'?><!-- c --><list><item><title>One</title><body><![CDATA[<b>x]]></body></item></list>"
        #expect(outline(source) == "list(item(title(\"One\") body(\"<b>x\")))")
        #expect(faults(source).isEmpty)
    }

    @Test("A field without its end tag ends where the next field starts")
    func unclosedField() {
        let source = "<list><item><title>One<link>u</link></item><item><title>Two</title></item></list>"
        #expect(outline(source) == "list(item(title(\"One\") link(\"u\")) item(title(\"Two\")))")
        #expect(faults(source) == [.missingEndTag("title")])
    }

    @Test("Markup that stands unescaped in a field stays in it, whatever it is called")
    func rawMarkup() {
        let source = "<list><item><body>a<br>b <link>c</link> <p>d</body><title>T</title></item></list>"
        #expect(outline(source) == "list(item(body(\"a\" br \"b \" link(\"c\") \" \" p(\"d\")) title(\"T\")))")
    }

    @Test("A record without its end tag ends where the next record starts")
    func unclosedRecord() {
        let source = "<list><item><title>One</title><item><title>Two</title></item></list>"
        #expect(outline(source) == "list(item(title(\"One\")) item(title(\"Two\")))")
    }

    @Test("Tags match whatever their case")
    func caseOfTags() {
        #expect(
            outline("<list><item><title>One</TITLE><LINK>u</link></item></list>")
                == "list(item(title(\"One\") link(\"u\")))")
    }

    @Test("Junk before the document does not lose it")
    func leadingJunk() {
        let source =
            "<br />\n<b>Warning</b>: in <i>x.php\n<?xml version='1.0'?><list><item><title>One</title></item></list>"
        #expect(outline(source).contains("list(item(title(\"One\")))"))
    }

    @Test("A document that breaks off keeps what came before")
    func truncated() {
        #expect(
            outline("<list><item><title>One</title></item><item><title>Tw")
                == "list(item(title(\"One\")) item(title(\"Tw\")))")
        #expect(outline("<list><item><title>One</title></item><item id=\"4") == "list(item(title(\"One\")))")
    }

    @Test("A CDATA section without its end ends with its element")
    func unclosedCharacterData() {
        let source = "<list><item><body><![CDATA[one</body></item><item><body><![CDATA[two]]></body></item></list>"
        #expect(outline(source) == "list(item(body(\"one\")) item(body(\"two\")))")
    }

    @Test("Attributes are read with and without quotes, references replaced")
    func attributes() {
        let tree = XMLTree(
            Array("<item a=1 b='x &amp; y' c=\"<p>\" rdf:about = \"u?a=1&b=2\" d/>".utf8), vocabulary: ListVocabulary())
        #expect(tree.attribute("a", of: 0) == "1")
        #expect(tree.attribute("b", of: 0) == "x & y")
        #expect(tree.attribute("c", of: 0) == "<p>")
        #expect(tree.attribute("about", of: 0) == "u?a=1&b=2")
        #expect(tree.attribute("d", of: 0) == nil)
    }

    @Test("A forgotten quote does not swallow the tags that follow")
    func forgottenQuote() {
        #expect(
            outline("<list><item><link href=\"u>v</link><title a=\"b\">T</title></item></list>")
                == "list(item(link(\"v\") title(\"T\")))")
    }

    @Test("Namespaces follow their scope, and an undeclared prefix stands for itself")
    func namespaces() {
        let source = "<a xmlns='urn:1'><b xmlns='urn:2'><c/></b><d/><x:e/></a>"
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        let names = tree.nodes.indices.map { tree.name(of: $0).namespace }
        #expect(names == ["urn:1", "urn:2", "urn:2", "urn:1", "x:"])
    }

    @Test("References: XML's, HTML's, numbers and declared ones; a bare ampersand stays")
    func references() {
        let source =
            "<!DOCTYPE a [<!ENTITY co \"Acme &amp; Sons\">]><title>&lt;&eacute;&#8217;&#x41;&co; R&D &bogus; &#8;</title>"
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        #expect(String(decoding: tree.decodedContent(of: 0), as: UTF8.self) == "<é’AAcme & Sons R&D &bogus; ")
    }

    @Test("What is no reference is named as a fault, by its kind")
    func referenceFaults() {
        #expect(
            faults("<title>a & b &amp; &#65; &nbsp; &c</title>") == [
                .strayAmpersand, .undefinedEntity("nbsp"), .strayAmpersand,
            ])
    }

    @Test("Declared entities cannot grow without bound")
    func entityBomb() {
        var source = "<!DOCTYPE a [<!ENTITY a0 \"" + String(repeating: "ha", count: 900) + "\">"
        for level in 1...20 {
            source += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 20) + "\">"
        }
        source += "]><title>" + String(repeating: "&a20;&a0;", count: 5000) + "</title>"
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        #expect(tree.decodedContent(of: 0).count < 4 << 20)
    }

    @Test("Entities that would swell the document are not replaced, and named; others are, all of them")
    func swellingEntities() {
        func tree(_ repetitions: Int) -> XMLTree {
            let source =
                "<!DOCTYPE a [<!ENTITY co \"Acme of Harbour Street\">]><list>"
                + String(repeating: "<title>&co;</title>", count: repetitions) + "</list>"
            return XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        }
        func lengths(_ tree: XMLTree) -> Set<Int> {
            Set(tree.elements(in: 0).map { tree.decodedContent(of: $0).count })
        }
        #expect(lengths(tree(1000)) == [22])
        #expect(tree(1000).faults.isEmpty)
        #expect(lengths(tree(60_000)) == [4])
        #expect(tree(60_000).faults.map(\.kind).contains(.entitiesTooLarge))
    }

    @Test("Only the first document type declares entities")
    func secondDocumentType() {
        let source = "<!DOCTYPE a [<!ENTITY x \"one\">]><!DOCTYPE a [<!ENTITY y \"two\">]><title>&x; &y;</title>"
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        #expect(String(decoding: tree.decodedContent(of: 0), as: UTF8.self) == "one &y;")
    }

    @Test(
        "UTF-8 whose bytes were written as references to characters is put together again",
        arguments: [
            ("caf&#195;&#169;", "café"), ("caf&Atilde;&copy;", "café"),
            ("caf&#xC3;&copy; cr&Atilde;&uml;me", "café crème"),
            ("it&acirc;&euro;&trade;s", "it’s"), ("it&acirc;&#128;&#153;s &amp; co", "it’s & co"),
            ("&#240;&#159;&#154;&#162;", "🚢"),
            // Meant as they stand: at the end of a word in capitals, beside letters that are right, cut in the middle.
            ("QUALIT&Eacute;&nbsp;!", "QUALITÉ\u{A0}!"), ("Manh&atilde;, MANH&Atilde;&nbsp;", "Manhã, MANHÃ\u{A0}"),
            ("né, N&Atilde;&copy;", "né, NÃ©"), ("&acirc;&euro;", "â€"), ("&Atilde;&eacute;", "Ãé"),
        ])
    func spelledBytes(source: String, expected: String) {
        let tree = XMLTree(Array("<title>\(source)</title>".utf8), vocabulary: ListVocabulary())
        #expect(String(decoding: tree.decodedContent(of: 0), as: UTF8.self) == expected)
    }

    @Test("Depth is bounded")
    func depth() {
        let source = String(repeating: "<x>", count: 100_000) + "end"
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        #expect(tree.faults.contains { $0.kind == .tooDeep })
        #expect(tree.nodes.count == 100_001)
    }

    @Test("Inner markup is given back as HTML, without prefixes and with end tags")
    func markup() {
        let source = "<body><h:div a='1'>x &lt; <h:span/><![CDATA[<y>]]></h:div></body>"
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        #expect(String(decoding: tree.markup(of: 0), as: UTF8.self) == "<div a='1'>x &lt; <span></span>&lt;y></div>")
    }

    @Test("Line and column of a fault are counted from one")
    func positions() {
        let places = LinePosition.positions(of: [0, 4, 7], in: Array("ab\ncde\nf".utf8))
        #expect(places.map(\.line) == [1, 2, 3])
        #expect(places.map(\.column) == [1, 2, 1])
    }

    @Test("However many places are asked for, no stretch of the text is searched twice for a line end")
    func lineSearches() {
        let text = Array("one line".utf8) + Array(repeating: 0x20, count: 1000) + Array("\nand another".utf8)
        text.withUnsafeBufferPointer { buffer in
            var counter = LineCounter(buffer)
            let lines = text.indices.map { counter.position(of: $0).line }
            #expect(lines.filter { $0 == 1 }.count == 1009)
            #expect(lines.last == 2)
            #expect(counter.searches == 2)
        }
    }

    @Test("A mark that does not follow is searched for once")
    func missingMark() {
        let text = Array(repeating: UInt8(ascii: "["), count: 1000)
        text.withUnsafeBufferPointer { buffer in
            var mark = ClosingMark("]")
            #expect(text.indices.allSatisfy { mark.next(from: $0, in: buffer) == nil })
            #expect(mark.searches == 1)
        }
    }

    @Test("Only so many names are told apart, and text under more of them is kept")
    func manyNames() {
        let source = "<list>" + (0..<30_000).map { "<n\($0)>\($0)</n\($0)>" }.joined() + "</list>"
        let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
        #expect(tree.names.count == XMLNames.countLimit)
        #expect(tree.elements(in: 0).reduce(into: 0) { count, _ in count += 1 } == 30_000)
        #expect(tree.faults.isEmpty)
    }

    @Test("Any arrangement of markup gives a tree whose subtrees nest", arguments: [UInt64(11), 12, 13])
    func alwaysNests(seed: UInt64) {
        var random = Random(seed: seed)
        let pieces = [
            "<item>", "</item>", "<title>", "</title>", "<list>", "</list>", "text", "<b", ">", "</b>", "<![CDATA[",
            "]]>",
            "&amp;", "&", "<", "\"", " a=\"", "'", "<!--", "-->", "<?", "?>", "<br/>", "<body>", "</body>",
            "xmlns:q=\"u\"",
        ]
        for _ in 0..<300 {
            let source = (0..<random.below(60)).map { _ in pieces[random.below(pieces.count)] }.joined()
            let tree = XMLTree(Array(source.utf8), vocabulary: ListVocabulary())
            for (index, node) in tree.nodes.enumerated() {
                #expect(node.next > index && Int(node.next) <= tree.nodes.count, "seed \(seed): \(source)")
            }
            for index in tree.nodes.indices {
                let inner = (index + 1)..<Int(tree.nodes[index].next)
                #expect(inner.allSatisfy { Int(tree.nodes[$0].next) <= inner.upperBound }, "seed \(seed): \(source)")
            }
        }
    }
}
