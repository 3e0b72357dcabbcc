import Markup
import Testing

@Suite struct HTMLTextTests {
    @Test(arguments: [
        ("<p>One  two\n three</p><p>Four</p>", "One two three\nFour"),
        ("<p>a<br>b<br><br>c</p>", "a\nb\nc"),
        ("<ul><li>one</li><li><p>two</p></li></ul>after", "one\ntwo\nafter"),
        ("<table><tr><td>a</td><td> b </td></tr><tr><th>c</th></tr></table>", "a\tb\nc"),
        ("<pre>if x:\n    y\n</pre>z", "if x:\n    y\nz"),
        ("<p>bo<b>ld</b>er <i>and</i> on</p>", "bolder and on"),
        ("<figure><img src=x alt=no><figcaption>Seen</figcaption></figure>text", "text"),
        ("&lt;p&gt; &amp;amp;", "<p> &amp;"), ("", ""), ("<p> </p>", ""),
    ])
    func `blocks are lines and white space is folded`(html: String, expected: String) {
        #expect(HTMLText.text(of: html) == expected)
    }

    @Test(arguments: 1...100)
    func `inline tags between any two characters change nothing`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let element = seed % 3 == 0 ? "pre" : "p"
        let pieces = ["a", "bc", "é", " ", " ", "  ", "\n", "\t"]
        let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            .joined()
        let apart = text.map { "\($0)<i></i>" }.joined()
        #expect(
            HTMLText.text(of: "<\(element)>\(apart)</\(element)>")
                == HTMLText.text(of: "<\(element)>\(text)</\(element)>"))
    }
}
