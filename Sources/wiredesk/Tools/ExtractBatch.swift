import ArticleExtraction
import Markup

/// `wiredesk extract --batch`: one process for many pages.
enum ExtractBatch {
    static func run() {
        while let line = readLine() {
            var reader = JSONReader(Array(line.utf8))
            guard let request = reader.read(), let id = request["id"]?.text else { continue }
            Output.write(answer(id, request))
        }
    }

    private static func answer(_ id: String, _ request: JSONValue) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("id", id)
            do {
                let bytes = try InputFile(path: request["file"]?.text ?? "").read()
                var page = Page(bytes: bytes, url: request["url"]?.text)
                page.furniture = furniture(of: page, siblings: request["siblings"]?.elements ?? [])
                let article = try ArticleExtractor.extract(page)
                json.member("text", article.text)
                json.member("title", article.title?.value)
                json.member("author", article.authors?.value.joined(separator: ", "))
                json.member("date", article.published?.value.iso8601)
            } catch {
                json.member("error", "\(error)")
            }
        }
        json.newline()
        return json.bytes
    }

    /// What repeats on the page and its siblings, or `nil` if there are none. A sibling that can't be read is left out.
    private static func furniture(of page: Page, siblings: [JSONValue]) -> SiteFurniture? {
        guard !siblings.isEmpty else { return nil }
        var furniture = SiteFurniture()
        furniture.learn(SiteFurniture.PageTexts(page))
        for sibling in siblings {
            guard let path = sibling.text, let bytes = try? InputFile(path: path).read() else { continue }
            furniture.learn(SiteFurniture.PageTexts(Page(bytes: bytes)))
        }
        return furniture
    }
}
