package import FeedParsing
import Model

/// What a feed's document listed, entry by entry, so that of the next document only what is new or changed is looked
/// at: an entry's page is fetched once, not at every poll.
package struct FeedListing: Hashable, Sendable {
    /// From a hash of the entry's id to a hash of all that the feed says of it.
    package var contents: [UInt64: UInt64] = [:]

    /// More entries than any honest document has are not remembered: they are looked at again each time.
    private static let mostEntries = 5000

    package init() {}

    package init(of entries: [ParsedEntry]) {
        for entry in entries.prefix(Self.mostEntries) { contents[Self.name(of: entry)] = Self.content(of: entry) }
    }

    /// Whether `entry` was listed before exactly as it is now.
    package func contains(_ entry: ParsedEntry) -> Bool {
        guard let known = contents[Self.name(of: entry)] else { return false }
        return known == Self.content(of: entry)
    }

    private static func name(of entry: ParsedEntry) -> UInt64 {
        ContentHash(of: EntryAssembly.entryID(of: entry)).prefix
    }

    private static func content(of entry: ParsedEntry) -> UInt64 {
        var bytes: [UInt8] = []
        let updated = entry.updated.map { String($0.milliseconds) }
        let enclosures = entry.enclosures.map(\.url).joined(separator: "\n")
        let texts = [entry.link, entry.title, entry.summary, entry.content, updated, enclosures].map { $0 ?? "" }
        bytes.reserveCapacity(texts.reduce(0) { $0 + 8 + $1.utf8.count })
        for text in texts {
            bytes.append(bigEndian: UInt64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        return ContentHash(of: bytes).prefix
    }
}
