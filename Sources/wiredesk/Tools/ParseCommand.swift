import ArgumentParser
import FeedParsing
import Markup
import Model

struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a feed document holds, and what is wrong with it.",
        discussion: """
            FILE is a feed on disk, or - for standard input. Nothing is fetched.

            With --batch, each line of standard input is {"id", "file", "headers", "url"}, and each line of output \
            {"id", "result", "error"}.
            """
    )

    @Flag(help: "Print the feed as JSON.")
    var json = false

    @Flag(help: "Parse the files that standard input names, one JSON object a line.")
    var batch = false

    @Option(help: ArgumentHelp("Read the HTTP answer's headers from a file, one a line.", valueName: "file"))
    var headers: String?

    @Option(help: "The address that the feed came from, against which relative ones are resolved.")
    var url: String?

    @Argument(help: ArgumentHelp("The feed document.", valueName: "file"))
    var file: String?

    func validate() throws {
        if batch == (file != nil) { throw ValidationError("Give either a file or --batch.") }
    }

    func run() throws {
        if batch { return ParseBatch.run() }
        guard let file else { return }
        do {
            let fields = try headers.map { HeaderFields(text: try InputFile(path: $0).read()) } ?? HeaderFields()
            let feed = try FeedParser.parse(try InputFile(path: file).read(), from: fields.origin(url: url))
            if json {
                var writer = JSONWriter()
                FeedJSON.write(feed, to: &writer)
                writer.newline()
                Output.write(writer.bytes)
            } else {
                Output.write(Array(FeedReport.text(of: feed, path: file).utf8))
            }
        } catch let error as FeedParsingError {
            throw ParseFailure(description: "\(file): \(error)")
        } catch let error as InputFile.Unreadable {
            throw ParseFailure(description: "\(error)")
        }
    }
}

/// An error in the words in which it is shown.
struct ParseFailure: Error, CustomStringConvertible {
    let description: String
}
