import ArgumentParser
import ArticleExtraction
import Glibc
import Markup

/// The traits of the blocks of many pages, for `Tests/BlockTrees/fit.py`.
struct BlockTraitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blocks",
        abstract: "Print what is measured of each block of pages, to fit the trees that judge them.",
        discussion: """
            Each line of standard input is {"id", "file", "url"}. The first line of output names the traits; each other \
            is {"id", "texts", "traits", "groups", "words"}, with one string a block of numbers between spaces.
            """
    )

    func run() throws {
        print(BlockSample.names.joined(separator: " "))
        while let line = readLine() {
            var reader = JSONReader(Array(line.utf8))
            guard let request = reader.read(), let id = request["id"]?.text,
                let bytes = ExtractBenchmark.read(request["file"]?.text ?? "")
            else { continue }
            print(Self.line(id, BlockSample.blocks(of: Page(bytes: bytes, url: request["url"]?.text))))
        }
    }

    private static func line(_ id: String, _ blocks: [BlockSample]) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("id", id)
            json.member("texts", blocks.map(\.text))
            json.member("traits", blocks.map { numbers($0.traits) })
            json.member("groups", blocks.map { numbers($0.groups) })
            json.member("words", blocks.map { numbers($0.words) })
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private static func numbers(_ numbers: [some BinaryInteger]) -> String {
        numbers.map { "\($0)" }.joined(separator: " ")
    }
}
