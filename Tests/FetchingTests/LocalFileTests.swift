import Fetching
import Glibc
import Testing

@Suite struct LocalFileTests {
    /// A directory that is gone with the value.
    private final class Directory {
        let path: String
        private var names: [String] = []

        init() throws {
            var template = Array("/tmp/wiredesk-file-XXXXXX".utf8CString)
            path = String(cString: try #require(mkdtemp(&template)))
        }

        func write(_ text: String, to name: String) throws -> String {
            let file = try #require(fopen("\(path)/\(name)", "w"))
            fputs(text, file)
            fclose(file)
            names.append(name)
            return "\(path)/\(name)"
        }

        deinit {
            for name in names { unlink("\(path)/\(name)") }
            rmdir(path)
        }
    }

    private let harness = FetchHarness()

    @Test func aFileOfTheConfigurationIsReadAndReadAgainOnlyIfItChanged() async throws {
        let directory = try Directory()
        let url = "file://" + (try directory.write("<rss/>", to: "my feed.xml")).replacing(" ", with: "%20")
        let first = await harness.fetch(url, trust: .localConfiguration)
        let answer = try #require(first.body?.answer)
        #expect(first.text == "<rss/>")
        #expect(
            await harness.fetch(url, trust: .localConfiguration) { $0.validators = answer.validators }.isNotModified)
        _ = try directory.write("<rss>more</rss>", to: "my feed.xml")
        #expect(
            await harness.fetch(url, trust: .localConfiguration) { $0.validators = answer.validators }.text
                == "<rss>more</rss>")
    }

    @Test func nobodyElseMayNameAFile() async throws {
        let directory = try Directory()
        let url = "file://" + (try directory.write("secret", to: "feed.xml"))
        #expect(await harness.fetch(url, trust: .owner).failure == .file(.notLocalConfiguration))
        #expect(await harness.fetch(url, trust: .derived).failure == .file(.notLocalConfiguration))
    }

    @Test func whatIsNoFileOrTooLargeIsNamed() async throws {
        let directory = try Directory()
        let path = try directory.write("0123456789", to: "feed.xml")
        #expect(await harness.fetch("file://\(path)x", trust: .localConfiguration).failure == .file(.missing))
        #expect(
            await harness.fetch("file://\(directory.path)", trust: .localConfiguration).failure == .file(.notRegular))
        #expect(await harness.fetch("file:///dev/zero", trust: .localConfiguration).failure == .file(.notRegular))
        #expect(await harness.fetch("file://\(path)%00", trust: .localConfiguration).failure == .badURL)
        let large = await harness.fetch("file://\(path)", trust: .localConfiguration) { $0.limits.decodedBytes = 9 }
        #expect(large.failure == .tooLarge(limit: 9))
        let fifo = directory.path + "/pipe"
        mkfifo(fifo, 0o600)
        defer { unlink(fifo) }
        #expect(await harness.fetch("file://\(fifo)", trust: .localConfiguration).failure == .file(.notRegular))
    }
}
