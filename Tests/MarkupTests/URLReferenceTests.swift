import Markup
import Testing

@Suite struct URLReferenceTests {
    /// The examples of RFC 3986 §5.4.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
        ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./g/.", "http://a/b/c/g/"), ("g;x=1/../y", "http://a/b/c/y"), ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("http:g", "http://a/b/c/g"),
    ])
    func `a reference resolves as the standard's examples do`(reference: String, expected: String) {
        #expect(URLReference.resolve(reference, against: "http://a/b/c/d;p?q") == expected)
    }

    @Test(arguments: [
        (" https://Paper.example/A B\n", "https://paper.example/A%20B"),
        ("HTTPS:\\\\paper.example\\x", "https://paper.example/x"),
        ("https:////paper.example/x", "https://paper.example/x"), ("//cdn.example/i.png", "https://cdn.example/i.png"),
        ("mailto:desk@paper.example", "mailto:desk@paper.example"), ("/straße/ü", "https://site.example/straße/ü"),
    ])
    func `what the web writes is read as browsers read it`(reference: String, expected: String) {
        #expect(URLReference.resolve(reference, against: "https://site.example/dir/page") == expected)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVa\tScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "blob:x", "\u{1}javascript:x", "java%73cript:x",
    ])
    func `a scheme that is not listed is allowed nowhere`(address: String) {
        let url = URLReference(address).resolved(against: nil)
        #expect(!SchemePolicy.link.allows(url))
        #expect(!SchemePolicy.media.allows(url))
    }

    @Test(arguments: ["//", "//?a&b", "//#part", "\\\\?a", "///x", "https://?a", "//h?a", "/..//x", ".//x"])
    func `what was resolved resolves to itself, hosts missing too`(reference: String) {
        let alone = URLReference(reference).resolved(against: nil).string
        #expect(URLReference.resolve(alone, against: nil) == alone)
        let based = URLReference.resolve(reference, against: "https://site.example/dir/page")
        #expect(URLReference.resolve(based, against: nil) == based)
    }

    @Test func `a host is told apart from credentials and port`() {
        #expect(URLReference("https://user:secret@News.Example:8443/x").host == "news.example")
        #expect(URLReference("http://[::1]:80/").host == "[::1]")
    }
}
