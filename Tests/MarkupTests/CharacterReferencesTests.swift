import Markup
import Testing

@Suite struct CharacterReferencesTests {
    @Test(arguments: [
        ("Fish &amp; chips", "Fish & chips"), ("&lt;b&gt;", "<b>"), ("caf&eacute;", "café"), ("caf&eacute", "café"),
        ("&notit; &notin;", "¬it; ∉"), ("&#8217;&#x2019;&#X2019", "’’’"), ("&#146;", "’"),
        ("&#0;&#xD800;&#x110000;", "���"),
        ("&#99999999999999;", "�"), ("&NotEqualTilde;", "≂̸"),
        ("&unknown; & &; &#; &#x; &", "&unknown; & &; &#; &#x; &"),
        ("&CounterClockwiseContourIntegral;", "∳"),
    ])
    func `a reference becomes what it stands for`(source: String, expected: String) {
        #expect(CharacterReferences.decode(source) == expected)
    }

    @Test func `in an attribute, a name before a letter or an equals sign is part of the address`() {
        #expect(CharacterReferences.decode("?a=1&copy=2&reg&amp;lt=3&para;", in: .attribute) == "?a=1&copy=2®&lt=3¶")
    }

    @Test func `names are found without their marks`() {
        #expect(CharacterReferences.scalars(named: "hellip".utf8) == ["…"])
        #expect(CharacterReferences.scalars(named: "hellip;".utf8) == nil)
    }
}
