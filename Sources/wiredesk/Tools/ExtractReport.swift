import ArticleExtraction
import Markup
import Model

/// An extracted article as it is printed.
enum ExtractReport {
    /// Title, byline and date, then the text, a paragraph a line.
    static func text(_ article: ExtractedArticle) -> [UInt8] {
        var lines: [String] = []
        if let title = article.title?.value { lines.append(title) }
        let origin = [
            article.authors?.value.joined(separator: ", "), article.agency?.value.rawValue, article.dateline?.value,
            article.published?.value.iso8601,
        ]
        lines.append(origin.compactMap { $0 }.joined(separator: " · "))
        for paragraph in article.text.split(separator: "\n") { lines += ["", String(paragraph)] }
        return Array(lines.joined(separator: "\n").utf8) + [0x0A]
    }

    /// Every block of the page with its verdict.
    static func explanation(of blocks: [JudgedBlock]) -> [UInt8] {
        var result = ""
        for block in blocks {
            let mark = block.verdict.isKept ? "+" : "-"
            let reason = block.verdict.isKept ? "" : " [\(block.verdict.rawValue)]"
            let text = block.text.unicodeScalars.count > 160 ? String(block.text.prefix(160)) + "…" : block.text
            result += "\(mark)\(reason) \(text)\n"
            if let score = block.score { result += "    \(score): \(block.reasons.joined(separator: ", "))\n" }
        }
        return Array(result.utf8)
    }

    /// The values under their names, and under `sources` where each came from and how sure it is, of a hundred.
    static func json(_ article: ExtractedArticle) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("version")
            json.value(Int64(1))
            json.member("title", article.title?.value)
            json.member("authors", article.authors?.value ?? [])
            json.member("author", article.authors?.value.joined(separator: ", "))
            json.member("agency", article.agency?.value.rawValue)
            json.member("dateline", article.dateline?.value)
            json.member("date", article.published?.value.iso8601)
            json.member("updated", article.updated?.value.iso8601)
            json.member("canonical_url", article.canonicalURL?.value)
            json.member("language", article.language?.value)
            json.member("lead_image", article.leadImage?.value)
            json.member("site_name", article.siteName?.value)
            json.member("images", article.images)
            json.key("wire_marks")
            json.object { wireMarks(article.wireMarks, &$0) }
            json.key("continuations")
            json.object { continuations(article.continuations, &$0) }
            json.key("sources")
            json.object { sources(article, &$0) }
            json.member("text", article.text)
            json.member("body", article.body)
        }
        json.newline()
        return json.bytes
    }

    private static func wireMarks(_ marks: WireMarks, _ json: inout JSONWriter) {
        json.member("byline", marks.byline)
        json.member("credit", marks.credit)
        json.member("contributors", marks.contributors)
        json.member("copyright", marks.copyright)
        json.member("notes", marks.notes)
    }

    private static func continuations(_ continuations: Continuations, _ json: inout JSONWriter) {
        json.member("next_page", continuations.nextPage)
        json.member("single_page", continuations.singlePage)
        json.member("amp", continuations.amp)
        json.member("print", continuations.print)
    }

    private static func sources(_ article: ExtractedArticle, _ json: inout JSONWriter) {
        source("title", article.title, &json)
        source("authors", article.authors, &json)
        source("agency", article.agency, &json)
        source("dateline", article.dateline, &json)
        source("date", article.published, &json)
        source("updated", article.updated, &json)
        source("canonical_url", article.canonicalURL, &json)
        source("language", article.language, &json)
        source("lead_image", article.leadImage, &json)
        source("site_name", article.siteName, &json)
    }

    private static func source<Value>(_ key: StaticString, _ sourced: Sourced<Value>?, _ json: inout JSONWriter) {
        guard let sourced else { return }
        json.key(key)
        json.object { json in
            json.member("from", sourced.provenance.rawValue)
            json.key("confidence")
            json.value(Int64((sourced.confidence * 100).rounded()))
        }
    }
}
