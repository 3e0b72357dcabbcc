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
    static func explanation(of article: ExtractedArticle) -> [UInt8] {
        var result = ""
        for block in article.blocks {
            let mark = block.verdict.isKept ? "+" : "-"
            let reason = block.verdict.isKept ? "" : " [\(block.verdict.rawValue)]"
            let text = block.text.unicodeScalars.count > 160 ? String(block.text.prefix(160)) + "…" : block.text
            result += "\(mark)\(reason) \(text)\n"
            if let score = block.score { result += "    \(score): \(block.reasons.joined(separator: ", "))\n" }
        }
        return Array(result.utf8)
    }

    static func json(_ article: ExtractedArticle) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("version")
            json.value(Int64(1))
            field("title", article.title, &json) { $1.value($0) }
            field("authors", article.authors, &json) { names, json in json.array(names) { $0.value($1) } }
            field("agency", article.agency, &json) { $1.value($0.rawValue) }
            field("dateline", article.dateline, &json) { $1.value($0) }
            field("published", article.published, &json) { $1.value($0.iso8601) }
            field("updated", article.updated, &json) { $1.value($0.iso8601) }
            field("canonical_url", article.canonicalURL, &json) { $1.value($0) }
            field("language", article.language, &json) { $1.value($0) }
            field("lead_image", article.leadImage, &json) { $1.value($0) }
            field("site_name", article.siteName, &json) { $1.value($0) }
            json.member("images", article.images)
            json.key("wire_marks")
            json.object { json in
                json.member("byline", article.wireMarks.byline)
                json.member("credit", article.wireMarks.credit)
                json.member("contributors", article.wireMarks.contributors)
                json.member("copyright", article.wireMarks.copyright)
                json.member("notes", article.wireMarks.notes)
            }
            json.member("next_page", article.continuations.nextPage)
            json.member("amp", article.continuations.amp)
            // The keys that the scorers of extractors read.
            json.member("author", article.authors?.value.joined(separator: ", "))
            json.member("date", article.published?.value.iso8601)
            json.member("text", article.text)
            json.member("body", article.body)
        }
        json.newline()
        return json.bytes
    }

    /// `{"value", "from", "confidence"}`, or null. A confidence has two decimals.
    private static func field<Value>(
        _ key: StaticString, _ sourced: Sourced<Value>?, _ json: inout JSONWriter,
        _ write: (Value, inout JSONWriter) -> Void
    ) {
        json.key(key)
        guard let sourced else { return json.value(nil as String?) }
        json.object { json in
            json.key("value")
            write(sourced.value, &json)
            json.member("from", sourced.provenance.rawValue)
            json.key("confidence")
            json.value(Int64((sourced.confidence * 100).rounded()))
        }
    }
}
