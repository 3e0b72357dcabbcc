import Markup
import Testing

@Suite struct SanitizerTests {
    @Test(arguments: [
        ("<p onclick=x()>Hi<script>x()</script></p>", "<p>Hi</p>"),
        ("<a href='javascript:x()'>go</a>", "go"),
        ("<a href=' jav&#x09;ascript:x()'>go</a>", "go"),
        ("<img src=x onerror=x()>", "<img src=\"x\">"),
        ("<img src='data:image/svg+xml,<svg onload=x()>'>", ""),
        ("<p style='background:url(javascript:x)'>Hi</p>", "<p>Hi</p>"),
        ("<svg><p>kept</p></svg>", "<p>kept</p>"),
        ("<svg><title>A &lt; map</title><text>x</text></svg>y", "A &lt; mapy"), ("<svg><title></svg>y", "y"),
        ("safe<iframe src=a> <b>too</b></iframe>", "safe <b>too</b>"), ("a<!-- lost >b", "ab"),
        ("<!' x", "&lt;!' x"),
        (
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x()&gt;'>",
            "<table></table>"
        ),
        (
            "<noscript><p title='</noscript><img src=x onerror=x()>'>",
            "<p title=\"&lt;/noscript&gt;&lt;img src=x onerror=x()&gt;\"></p>"
        ),
        ("<iframe src=//evil.example></iframe>after", "after"),
        ("<style>p{}</style><textarea><b>x</textarea>after", "after"),
        ("<form action=/x><input name=q><button>Go</button></form>", "<div>Go</div>"),
        ("\u{1B}[31mred\u{9B}0m\u{7F}\u{0}", "[31mred0m"),
        ("a &lt;script&gt; b", "a &lt;script&gt; b"),
        ("<img src=/t.gif width=1 height=1>", ""),
        (
            "</script> <!-- --> <script>var a = '<b onclick=x()>one</b>'<script>two</script> three",
            "  var a = '<b>one</b>' three"
        ),
        ("</script>one<script>two</script> three", "one three"), ("</script><style>two</style> three", " three"),
        ("<head><title>A &amp; B</title></head><p>C</p>", "<div>A &amp; B</div><p>C</p>"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("<b>bold<div>deep</b> x</div>", "<b>bold<div>deep</div></b> x"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("<table><td>x<td>y<tr><td>z</table>", "<table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table>"),
        ("<td>alone</td>", "alone"),
        ("</p></div>text<br/></br>", "text<br><br>"),
        ("<h1>a<h2>b", "<h1>a</h1><h2>b</h2>"), ("<h1>a<a><h2>b", "<h1>a</h1><h2>b</h2>"),
        ("<section><h2>T</h2><font color=red>x</font></section>", "<div><h2>T</h2>x</div>"),
    ])
    func `only the listed vocabulary survives, well nested`(source: String, expected: String) {
        #expect(Sanitizer.sanitize(source, base: nil) == expected)
    }

    @Test func `relative addresses are resolved against the page`() {
        let html = Sanitizer.sanitize(
            "<a href='../b?x=1&amp;y=2'>b</a><img src=i.png alt='A \"b\"'>", base: "https://p.example/a/c")
        #expect(
            html
                == "<a href=\"https://p.example/b?x=1&amp;y=2\">b</a><img src=\"https://p.example/a/i.png\" alt=\"A &quot;b&quot;\">"
        )
    }

    @Test func `addresses do not grow by more than they may`() {
        let base = URLReference("https://p.example/" + String(repeating: "long/", count: 100))
        let html = Array(String(repeating: "<a href=x>link</a>", count: 100).utf8)
        var growth = 10_000
        let clean = Sanitizer.sanitize(html, base: base, addressGrowth: &growth)
        let addresses = String(decoding: clean, as: UTF8.self).split(separator: "<a href=").count
        #expect(addresses == 10_000 / (base.bytes.count))
        #expect(growth >= 0 && growth < base.bytes.count)
    }

    @Test func `a lazily loaded picture gets its real address`() {
        let html = Sanitizer.sanitize(
            "<img src='data:image/gif;base64,R0' data-src='/real.jpg'><img srcset='/s.jpg 320w, /l.jpg 1280w'>",
            base: "https://p.example/")
        #expect(html == "<img src=\"https://p.example/real.jpg\"><img src=\"https://p.example/l.jpg\">")
    }

    @Test func `nesting of any depth is cut and costs no more than its length`() {
        let depth = 100_000
        let html = String(repeating: "<div><b>", count: depth) + "text" + String(repeating: "</i></div>", count: depth)
        let clean = Sanitizer.sanitize(html, base: nil)
        #expect(clean.contains("text"))
        #expect(clean.utf8.count < 2000)
        #expect(isWellNested(clean))
    }

    @Test(arguments: 0..<400)
    func `the output is well nested, holds no danger, and sanitising it again changes nothing`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let source = MarkupSoup.make(&generator)
        let once = Sanitizer.sanitize(source, base: "https://p.example/a/b")
        #expect(isWellNested(once), "seed \(seed): \(source)")
        #expect(Sanitizer.sanitize(once, base: "https://p.example/a/b") == once, "seed \(seed): \(source)")
        #expect(Sanitizer.sanitize(once, base: nil) == once, "seed \(seed): \(source)")
        let text = HTMLText.text(of: once)
        #expect(!text.contains("\n\n") && !text.hasPrefix("\n") && !text.hasSuffix("\n"))
        #expect(!once.unicodeScalars.contains(where: isControl), "seed \(seed): \(source)")
        for tag in tags(of: once) {
            for danger in ["<script", "<style", "<svg", "<math", "<iframe", " onerror", " style"] {
                #expect(!tag.contains(danger), "seed \(seed): \(source)")
            }
        }
        #expect(!once.contains("\"javascript:"), "seed \(seed): \(source)")
    }

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" || scalar == "\t" { return false }
        return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// The tags of sanitised HTML without their quoted values.
    private func tags(of html: String) -> [String] {
        var result: [String] = []
        var tag: String?
        var isQuoted = false
        for character in html {
            switch (character, tag) {
            case ("<", nil): tag = "<"
            case (">", .some(let whole)) where !isQuoted:
                result.append(whole)
                tag = nil
            case ("\"", .some): isQuoted.toggle()
            case (_, .some(let start)) where !isQuoted: tag = start + String(character)
            default: break
            }
        }
        return result
    }

    private func isWellNested(_ html: String) -> Bool {
        var tokenizer = HTMLTokenizer(Array(html.utf8))
        var open: [HTMLTag] = []
        while let token = tokenizer.next() {
            switch token {
            case .startTag(let tag, _): if !HTMLTagSet.void.contains(tag) { open.append(tag) }
            case .endTag(let tag): guard open.popLast() == tag else { return false }
            case .rawText, .comment, .doctype: return false
            case .text: break
            }
        }
        return open.isEmpty
    }
}
