import Glibc
import Testing

@testable import Configuration

@Suite struct SampleTests {
    @Test func theSampleIsRightAsItStands() throws {
        let read = try settings(sample())
        #expect(read.feeds.count == 2)
        var defaults = Settings()
        defaults.feeds = read.feeds
        #expect(read == defaults)
    }

    /// In the sample, a comment whose first word ends with a colon is a setting.
    @Test func theSampleIsRightWithItsSettingsSwitchedOn() throws {
        var lines: [Substring] = []
        var alternative = false
        for line in try sample().split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ")
            let isSetting = words.first == "#" && words.count > 1 && words[1].hasSuffix(":")
            // A feed has one way to authenticate: the second one that is shown is left out.
            if isSetting { alternative = words[1] == "auth:" ? lines.contains { $0.contains("auth:") } : alternative }
            if isSetting, words[1] == "proxy:" { alternative = false }
            if isSetting, !alternative, let sign = line.firstIndex(of: "#") {
                lines.append(line[..<sign] + line[line.index(sign, offsetBy: 2)...])
            } else if words.first?.hasPrefix("#") != true {
                lines.append(line)
            }
        }
        let read = try settings(lines.joined(separator: "\n"))
        #expect(read.feeds.last?.authentication != nil)
        #expect(read.feeds.last?.headers.count == 1)
        #expect(read.peers.folders == ["/media/stick/wiredesk"])
        #expect(read.fetch.privateAddresses == .allowOnly(["nas.home.arpa", "192.168.7.0/24"]))
        #expect(read.metricsListen != nil)
    }

    private func sample() throws -> String {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = try #require(fopen("/" + root + "/Config/wiredesk.yaml", "r"))
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
