import Testing

@testable import TerminalRendering

@Suite struct FormatTemplateTests {
    @Test func fieldsAndEscapesAreFilledIn() throws {
        let template = try FormatTemplate(#"{id}\t{feed.title}\n{{x}}\\"#)
        #expect(template.fields == [["id"], ["feed", "title"]])
        #expect(template.line { $0.joined(separator: "/") } == "id\tfeed/title\n{x}\\")
    }

    @Test func aValueStaysOneField() throws {
        #expect(try FormatTemplate("{a}|").line { _ in "x\ty\nz\u{1B}[0m" } == "x y z[0m|")
    }

    @Test(arguments: ["{id", "{}", "{a..b}", "}", #"\q"#, #"\"#])
    func aBrokenTemplateIsExplained(text: String) {
        let fault = #expect(throws: FormatTemplate.Fault.self) { try FormatTemplate(text) }
        #expect(fault?.description.isEmpty == false)
    }
}
