import ArgumentParser
import ArticleExtraction
import Markup

struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the article that a page holds.",
        discussion: """
            PAGE is a file, or - for standard input, or an address that begins with http:// or https:// and is then \
            fetched as the daemon does.

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

    @Argument(help: ArgumentHelp("The page.", valueName: "page"))
    var source: String?

    func validate() throws {
        if batch == (source != nil) { throw ValidationError("Give either a page or --batch.") }
    }

    func run() throws {
        if batch { return ExtractBatch.run() }
        guard let source else { return }
        do {
            let page = try page(at: source)
            if explain { return Output.write(ExtractReport.explanation(of: try ArticleExtractor.explain(page))) }
            let article = try ArticleExtractor.extract(page)
            Output.write(json ? ExtractReport.json(article) : ExtractReport.text(article))
        } catch let error as ExtractionError {
            throw ExtractFailure(description: "\(source): \(error). \(error.remedy)")
        } catch let error as InputFile.Unreadable {
            throw ExtractFailure(description: "\(error)")
        }
    }

    private func page(at source: String) throws -> Page {
        let isAddress = ["http://", "https://"].contains { source.lowercased().hasPrefix($0) }
        guard isAddress else { return Page(bytes: try InputFile(path: source).read(), url: url) }
        let answer = try DaemonProgram.output("--fetch-page", source)
        let newline = UInt8(ascii: "\n")
        var page = Page(bytes: [], url: url ?? source)
        var rest = answer[...]
        while let end = rest.firstIndex(of: newline) {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            if line.isEmpty { break }
            if let value = line.value(of: "Content-Location"), url == nil { page.url = value }
            if let value = line.value(of: "Content-Type") { page.contentType = value }
        }
        page.bytes = Array(rest)
        return page
    }
}

extension String {
    /// What a line of a head says, if it is that of `field`.
    fileprivate func value(of field: String) -> String? {
        hasPrefix(field + ": ") ? String(dropFirst(field.count + 2)) : nil
    }
}

/// An error in the words in which it is shown.
struct ExtractFailure: Error, CustomStringConvertible {
    let description: String
}
