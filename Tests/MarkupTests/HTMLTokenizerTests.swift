import Markup
import Testing

@Suite struct HTMLTokenizerTests {
    private func spell(_ html: String) -> [String] {
        let bytes = Array(html.utf8)
        var tokenizer = HTMLTokenizer(bytes)
        var result: [String] = []
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        while let token = tokenizer.next() {
            switch token {
            case .text(let range): result.append("text " + text(range))
            case .rawText(let range): result.append("raw " + text(range))
            case .startTag(let tag, let selfClosing):
                let attributes = tokenizer.attributes.map { "\($0.name.rawValue)=\(text($0.value))" }
                result.append((["start", "\(tag)"] + attributes + (selfClosing ? ["/"] : [])).joined(separator: " "))
            case .endTag(let tag): result.append("end \(tag)")
            case .comment(let range): result.append("comment " + text(range))
            case .doctype: result.append("doctype")
            }
        }
        return result
    }

    @Test(arguments: [
        ("<!DOCTYPE html><p>x", ["doctype", "start p", "text x"]),
        ("<A HREF=x title='y z' class>t</A >", ["start a href=x title=y z class=", "text t", "end a"]),
        ("<br/><img src=a/b>", ["start br /", "start img src=a/b"]),
        ("1 < 2 <3 <", ["text 1 < 2 <3 <"]),
        ("<script>if (a<b) '</p>'</script>x", ["start script", "raw if (a<b) '</p>'", "end script", "text x"]),
        ("<script>lost <p>", ["start script", "raw lost <p>"]),
        ("<title>lost <p>x", ["start title", "text lost ", "start p", "text x"]),
        (
            "<!--a--><!--><!--->b<!-- c --!>d<!--e",
            ["comment a", "comment ", "comment ", "text b", "comment  c ", "text d", "comment e"]
        ),
        ("<?php x ?><![CDATA[y]]></ z>t", ["comment ?php x ?", "comment [CDATA[y]]", "comment  z", "text t"]),
        ("<p id=a id=b =c>", ["start p id=a"]), ("<p", ["start p"]), ("</p", ["end p"]),
        ("</>x", ["comment ", "text x"]),
        ("<p title=\"unended>", ["start p title=unended>"]), ("", []),
    ])
    func `markup is cut as the standard says`(html: String, expected: [String]) {
        #expect(spell(html) == expected)
    }
}
