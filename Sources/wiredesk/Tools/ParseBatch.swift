import FeedParsing
import Markup

/// `wiredesk parse --batch`: one process for many documents.
enum ParseBatch {
    static func run() {
        while let line = readLine() {
            var reader = JSONReader(Array(line.utf8))
            guard let request = reader.read(), let id = request["id"]?.text else { continue }
            Output.write(answer(id, request))
        }
    }

    private static func answer(_ id: String, _ request: JSONValue) -> [UInt8] {
        var fields = HeaderFields()
        if case .object(let members) = request["headers"] ?? .null {
            for (name, value) in members { fields.add(name, value.text ?? "") }
        }
        var json = JSONWriter()
        json.object { json in
            json.member("id", id)
            do {
                let bytes = try InputFile(path: request["file"]?.text ?? "").read()
                let feed = try FeedParser.parse(bytes, from: fields.origin(url: request["url"]?.text))
                json.key("result")
                FeedJSON.write(feed, to: &json)
            } catch {
                json.member("result", nil)
                json.member("error", "\(error)")
            }
        }
        json.newline()
        return json.bytes
    }
}
