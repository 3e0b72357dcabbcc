import Markup

/// From the bytes of a document and what the answer's headers say to a feed.
package enum FeedParser {
    package static func parse(
        _ bytes: [UInt8], contentType: String? = nil, url: String? = nil
    ) throws(FeedParsingError) -> ParsedFeed {
        try parse(bytes, from: FeedOrigin(url: url, contentType: contentType))
    }

    package static func parse(_ bytes: [UInt8], from origin: FeedOrigin) throws(FeedParsingError) -> ParsedFeed {
        if let kind = BinarySignature.kind(of: bytes) { throw .binary(kind) }
        let decoded = TextDecoder.decode(bytes, contentType: origin.contentType)
        guard let first = decoded.utf8.first(where: { !$0.isHTMLSpace }) else { throw .empty }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            return try JSONFeedReader.read(decoded, from: origin)
        }
        let tree = XMLTree(decoded.utf8, vocabulary: FeedVocabulary())
        guard var reader = FeedReader(tree, from: origin) else {
            throw DocumentKind.refusal(of: decoded, tree: tree, url: origin.url)
        }
        var feed = reader.read(encoding: decoded.encoding.name)
        feed.faults = faults(of: decoded, tree.faults)
        return feed
    }

    private static func faults(of decoded: DecodedText, _ markup: [XMLFault]) -> [FeedFault] {
        var faults = markup.map { ($0.offset, "\($0.kind)") }
        if decoded.repairs > 0 {
            let count = decoded.repairs == 1 ? "one byte" : "\(decoded.repairs) bytes"
            let message = "\(count) that \(decoded.encoding.name) text cannot hold; each was repaired by itself"
            faults.append((decoded.firstRepair ?? 0, message))
            faults.sort { $0.0 < $1.0 }
        }
        let places = LinePosition.positions(of: faults.map(\.0), in: decoded.utf8)
        return zip(places, faults).map { FeedFault(line: $0.line, column: $0.column, message: $1.1) }
    }
}
