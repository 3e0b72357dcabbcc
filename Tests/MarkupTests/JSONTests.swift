import Testing

@testable import Markup

@Suite("JSON")
struct JSONTests {
    private func read(_ text: String) -> (JSONValue?, Int?) {
        var reader = JSONReader(Array(text.utf8))
        let value = reader.read()
        return (value, reader.failure)
    }

    @Test("Values of every kind are read, escapes replaced")
    func values() {
        let (value, failure) = read(#"{"a":[1,true,null,"x\ny\u00e9\ud83d\ude00\/"],"b":{"c":-1.5e3}}"#)
        #expect(failure == nil)
        #expect(value?["a"]?.elements.map(\.text) == ["1", "true", nil, "x\nyé😀/"])
        #expect(value?["b"]?["c"]?.text == "-1.5e3")
    }

    @Test("A document that breaks off keeps what came before")
    func truncated() {
        let (value, failure) = read(#"{"items":[{"id":1},{"id":2,"t":"x"#)
        #expect(value?["items"]?.elements.count == 2)
        #expect(failure != nil)
    }

    @Test("Depth is bounded")
    func depth() {
        #expect(read(String(repeating: "[", count: 100_000)).1 != nil)
    }

    @Test("What is written reads back alike")
    func roundTrip() {
        let text = "quote \" slash \\ line \n tab \t bell \u{07} ž 😀"
        var writer = JSONWriter()
        writer.object { json in
            json.member("text", text)
            json.member("none", nil)
            json.key("list")
            json.array([1, 2, 3]) { $0.value(Int64($1)) }
            json.key("yes")
            json.value(true)
        }
        let written = String(decoding: writer.bytes, as: UTF8.self)
        #expect(written.hasSuffix(#","none":null,"list":[1,2,3],"yes":true}"#))
        #expect(written.contains(#"bell \u0007"#))
        let (value, _) = read(written)
        #expect(value?["text"]?.text == text.replacing("\u{07}", with: ""))
    }
}
