import Changelog
import Model

/// What readers and the fetcher do, over few things, so that nodes meet in the same registers.
enum Writing {
    private static let feed = "https://harbour.example/feed.xml"
    private static let articles = (0..<5).map { ArticleID(feedURL: feed, entryID: "entry \($0)") }

    static func value(_ generator: inout SeededGenerator, at now: Timestamp, on node: SimulatedNode) -> ChangeValue {
        let article = articles[generator.below(3)]
        let other = articles[3 + generator.below(2)]
        let on = generator.chance(60)
        switch generator.below(12) {
        case 0, 1: return .read(article, on)
        case 2, 3: return .starred(article, on)
        case 4: return .tag(article, tag: generator.pick(["later", "sea"]), present: on)
        case 5: return .markAllRead(FeedID(url: feed), through: now)
        case 6, 7: return .note(note(on: article, generator.next(), node))
        case 8: return .feed(url: feed, .title(on ? "Harbour \(generator.below(9))" : nil))
        case 9:
            guard let pair = ArticlePair(article, other) else { return .read(article, on) }
            return .pair(pair, generator.pick([.auto, .together, .apart]))
        case 10: return .rule(SharedRule(name: "quiet", query: "tag:sea", actions: ["+read"], isRemoved: on))
        default: return .article(captured(generator.below(3), generator.below(2), at: now))
        }
    }

    /// Two fetchers that see the same revision at different times.
    private static func captured(_ entry: Int, _ edition: Int, at now: Timestamp) -> Article {
        let title = "Quay \(entry), edition \(edition)"
        return Article(
            id: articles[entry], feedURL: feed, entryID: "entry \(entry)",
            firstSeen: now,
            revision: Revision(title: title, bodyHash: ContentHash(of: title), contentHash: ContentHash(of: title)))
    }

    private static func note(on article: ArticleID, _ nonce: UInt64, _ node: SimulatedNode) -> NoteEdit {
        let edits = node.registers.values.compactMap { register -> NoteEdit? in
            guard register.id.kind == .note,
                case .note(let edit)? = try? ChangeValue(of: register.id, bytes: register.value)
            else { return nil }
            return edit.article == article ? edit : nil
        }
        let superseded = Set(edits.flatMap(\.supersedes))
        let seen = edits.map(\.key).filter { !superseded.contains($0) }
        return NoteEdit(article: article, nonce: nonce, text: "seen \(nonce % 100)", supersedes: seen)
    }
}
