import Markup
import Testing

@Suite struct HTMLTreeTests {
    /// The tree as nested names, text in quotes.
    private func spell(_ html: String) -> String {
        let tree = HTMLTree(Array(html.utf8))
        func spell(_ node: Int) -> String {
            if tree.nodes[node].kind == .text { return "'\(tree.text(of: node))'" }
            var children: [String] = []
            var child = node + 1
            while child < Int(tree.nodes[node].end) {
                children.append(spell(child))
                child = Int(tree.nodes[child].end)
            }
            return "\(tree.nodes[node].tag)(\(children.joined(separator: " ")))"
        }
        return spell(0)
    }

    @Test(arguments: [
        ("<p>a<p>b", "unknown(p('a') p('b'))"),
        ("<p>a<div>b</div>c", "unknown(p('a') div('b') 'c')"),
        ("<ul><li>a<li>b</ul>", "unknown(ul(li('a') li('b')))"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "unknown(table(tr(td('a') td('b')) tr(td('c'))) 'd')"),
        ("<div><b>a</div>b", "unknown(div(b('a')) 'b')"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "unknown(dl(dt('a') dd('b') dt('c')))"),
        ("<script>x</script><style>y</style><svg><path/></svg>a", "unknown('a')"),
        ("<svg><p>a", "unknown(p('a'))"), ("</div></p>a", "unknown('a')"),
        ("<h1>a<h2>b</h3>c", "unknown(h1('a') h2('b') 'c')"),
        ("<head><title>t</title><div>a", "unknown(head(title('t')) div('a'))"),
    ])
    func `a tree is built as the standard says where it matters`(html: String, expected: String) {
        #expect(spell(html) == expected)
    }

    @Test func `what scripts are given is told from what they are and from what describes the page`() {
        let html = """
            <script type="application/json">[1]</script><script>[2]</script><script type="text/template">[3]</script>
            <script type="Application/LD+JSON">[4]</script><script type="application/json; charset=utf-8">[5]</script>
            """
        let tree = HTMLTree(Array(html.utf8))
        func texts(_ ranges: [Range<Int>]) -> [String] {
            ranges.map { String(decoding: tree.source[$0], as: UTF8.self) }
        }
        #expect(texts(tree.scriptData) == ["[1]", "[5]"])
        #expect(texts(tree.structuredData) == ["[4]"])
    }

    @Test func `an object that a script begins by naming is data, and small ones are not`() {
        let long = String(repeating: "1,", count: 500)
        func data(_ script: String) -> [Int] {
            let tree = HTMLTree(Array("<script>\(script)</script>a<script src=x></script>b".utf8))
            #expect(tree.text(of: 0) == "ab")
            return tree.scriptData.map(\.count)
        }
        #expect(data("window.state = {\"a\":[\(long)2]};") == [long.utf8.count + 10])
        #expect(data("window.state = {\"a\":2};").isEmpty)
        #expect(data("var a = f({\"a\":[\(long)2]});").isEmpty)
        #expect(data("").isEmpty)
    }

    @Test func `text after an anchor that overlaps a block is not linked`() {
        let tree = HTMLTree(Array("<a href=x><div>in</a> out</div> after".utf8))
        let linked = tree.nodes.indices.filter { tree.nodes[$0].kind == .text }.map { tree.nodes[$0].isLinked }
        #expect(linked == [true, false, false])
    }

    @Test func `any depth is read, and its text is kept`() {
        let html =
            String(repeating: "<div>", count: 100_000) + "deep" + String(repeating: "</div>", count: 100_000) + "after"
        let tree = HTMLTree(Array(html.utf8))
        #expect(tree.text(of: 0) == "deepafter")
    }

    @Test(arguments: 0..<200)
    func `subtrees are ranges that nest`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let tree = HTMLTree(Array(MarkupSoup.make(&generator).utf8))
        for (index, node) in tree.nodes.enumerated() {
            #expect(Int(node.end) > index && Int(node.end) <= tree.nodes.count, "seed \(seed)")
            if index > 0 {
                let parent = Int(node.parent)
                #expect(parent < index && node.end <= tree.nodes[parent].end, "seed \(seed)")
            }
        }
    }
}
