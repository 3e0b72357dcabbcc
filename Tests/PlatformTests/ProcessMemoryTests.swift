import FoundationEssentials
import Testing

@testable import Platform

@Suite struct ProcessMemoryTests {
    /// KiB of files that are in this process.
    private func fromFiles() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssFile:") })
        return try #require(Int(line.filter(\.isNumber)))
    }

    @Test func codeThatIsLetGoOfComesBackWhereItIsUsed() async throws {
        let text = "Ω \(ContinuousClock.now)".uppercased()
        let before = try fromFiles()
        ProcessMemory.releaseCode()
        // Others run tests meanwhile, and bring theirs back.
        #expect(try fromFiles() < before)
        #expect(text == text.lowercased().uppercased())
        await withTaskGroup(of: Int.self) { group in
            for number in 0..<8 {
                group.addTask {
                    ProcessMemory.releaseCode()
                    return (0...number).reduce(0, +)
                }
            }
            #expect(await group.reduce(0, +) == 84)
        }
    }
}
