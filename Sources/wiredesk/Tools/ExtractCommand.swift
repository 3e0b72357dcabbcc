import ArgumentParser
import ArticleExtraction
import Markup

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the article that a page holds.",
        discussion: """
            FILE is a page on disk, or - for standard input. Nothing is fetched.

            With --batch, each line of standard input is {"id", "file", "url", "siblings"}, where siblings are other \
            pages of the same host to learn its furniture from, and each line of output {"id", "text", "title", \
            "author", "date"}, or {"id", "error"}.
            """
    )

    @Flag(help: "Print all that was found as JSON.")
    var json = false

    @Flag(help: "Show why each block of the page was kept or dropped.")
    var explain = false

    @Flag(help: "Read the files that standard input names, one JSON object a line.")
    var batch = false

    @Option(help: "The address that the page came from, against which relative ones are resolved.")
    var url: String?

    @Argument(help: ArgumentHelp("The page.", valueName: "file"))
    var file: String?

    func validate() throws {
        if batch == (file != nil) { throw ValidationError("Give either a file or --batch.") }
    }

    func run() throws {
        if batch { return ExtractBatch.run() }
        guard let file else { return }
        do {
            let page = Page(bytes: try InputFile(path: file).read(), url: url)
            if explain { return Output.write(ExtractReport.explanation(of: try ArticleExtractor.explain(page))) }
            let article = try ArticleExtractor.extract(page)
            Output.write(json ? ExtractReport.json(article) : ExtractReport.text(article))
        } catch let error as ExtractionError {
            throw ExtractFailure(description: "\(file): \(error). \(error.remedy)")
        } catch let error as InputFile.Unreadable {
            throw ExtractFailure(description: "\(error)")
        }
    }
}

/// An error in the words in which it is shown.
struct ExtractFailure: Error, CustomStringConvertible {
    let description: String
}
