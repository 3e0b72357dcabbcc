import ArgumentParser
import ControlProtocol
import Foundation
import Testing

@testable import wiredesk

/// What is written about the program names all there is.
@Suite struct ManualTests {
    @Test func theManualNamesEveryCommandAndOption() throws {
        // mdoc writes a hyphen in an option as \\-.
        let manual = try text("docs/man/wiredesk.1").replacing("\\-", with: "-")
        for command in Wiredesk.configuration.groupedSubcommands.flatMap(\.subcommands) {
            expect(manual, names: command._commandName)
        }
        let dump = try Run.wiredesk("--experimental-dump-help", socket: "/nonexistent").output
        let tree = try JSONSerialization.jsonObject(with: Data(dump.utf8))
        for option in longOptions(of: tree) where !["help", "version", "add", "remove"].contains(option) {
            // The tools that need no daemon have their own help.
            expect(manual, names: "-" + option)
        }
    }

    @Test func theProtocolsPageNamesEveryMethodCodeAndKindOfEvent() throws {
        let page = try text("docs/control-protocol.md")
        let names =
            Request.methods + ControlError.Code.allCases.map(\.rawValue) + Event.Kind.allCases.map(\.rawValue)
        for name in names { expect(page, names: "`\(name)`") }
    }

    @Test func theConfigurationsManualNamesEverySettingOfTheSample() throws {
        let manual = try text("docs/man/wiredesk.yaml.5")
        for line in try text("Config/wiredesk.yaml").split(separator: "\n") {
            let words = line.split(separator: " ").drop { $0 == "#" || $0 == "-" }
            guard let key = words.first, key.hasSuffix(":"), key.first?.isLowercase == true else { continue }
            expect(manual, names: String(key.dropLast()))
        }
    }

    private func expect(_ page: String, names name: String) {
        if !page.contains(name) { Issue.record("“\(name)” is not there") }
    }

    /// The long options of the command and all below it, but for the tools that need no daemon.
    private func longOptions(of node: Any) -> Set<String> {
        if let list = node as? [Any] { return list.reduce(into: []) { $0.formUnion(longOptions(of: $1)) } }
        guard let object = node as? [String: Any] else { return [] }
        if let name = object["commandName"] as? String, ["parse", "extract", "fold"].contains(name) { return [] }
        let own = object["kind"] as? String == "long" ? [object["name"] as? String].compactMap(\.self) : []
        return object.values.reduce(into: Set(own)) { $0.formUnion(longOptions(of: $1)) }
    }

    private func text(_ path: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
