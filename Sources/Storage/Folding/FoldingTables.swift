import Folding
import GRDB
import Model

/// Where folding keeps what it knows, inside one write transaction.
struct FoldingTables: FoldingStore {
    let transaction: Transaction
    private let cache: FingerprintCache

    init(_ transaction: Transaction) {
        self.transaction = transaction
        cache = transaction.fingerprints
    }

    /// Forgets all that was worked out; the reader's rulings stay.
    func removeAll() throws {
        try transaction.database.execute(
            sql: """
                UPDATE article SET folded_text = NULL, folded_content = NULL, story = NULL;
                DELETE FROM edge; DELETE FROM anchor; DELETE FROM text; DELETE FROM story;
                """)
        cache.clear()
    }

    /// After the rules of folding have changed, forgets what the old ones gave and lets every article wait to be folded
    /// anew: fingerprints of two versions cannot be compared.
    func followRules() throws {
        let settings = SettingTable(transaction: transaction)
        let version = String(FoldingRules.version)
        guard try settings["folding-rules"] != version else { return }
        try removeAll()
        try transaction.database.execute(
            sql: "INSERT OR IGNORE INTO unfolded (article) SELECT id FROM article WHERE revision IS NOT NULL")
        try settings.set("folding-rules", version)
    }

    // MARK: Articles

    func folded(_ article: ArticleID) throws -> FoldedArticle? {
        try transaction.statement(
            "SELECT folded_text, folded_content FROM article WHERE key = ? AND folded_text IS NOT NULL"
        ).first(article) { FoldedArticle(text: $0.textKey(0), contentHash: try $0.contentHash(1)) }
    }

    mutating func setFolded(_ folded: FoldedArticle?, for article: ArticleID) throws {
        try transaction.statement("UPDATE article SET folded_text = ?, folded_content = ? WHERE key = ?").run(
            folded?.text.rawValue, folded?.contentHash, article)
    }

    func articles(of text: TextKey, limit: Int) throws -> [ArticleID] {
        try transaction.statement("SELECT key FROM article WHERE folded_text = ? ORDER BY key LIMIT ?").all(
            text.rawValue, limit
        ) { try $0.articleID(0) }
    }

    func smallestContentHash(of text: TextKey) throws -> ContentHash? {
        try transaction.statement(
            "SELECT folded_content FROM article WHERE folded_text = ? ORDER BY folded_content LIMIT 1"
        ).first(text.rawValue) { try $0.contentHash(0) }
    }

    // MARK: Texts and their anchors

    func fingerprint(of text: TextKey) throws -> Fingerprint? {
        if let known = cache[text] { return known }
        let found = try transaction.statement("SELECT fingerprint FROM text WHERE key = ?").first(text.rawValue) {
            row in
            guard let fingerprint = row.withBytes(0, { Fingerprint(decoding: $0) }) else {
                throw StoreError.corrupt("a fingerprint is not readable")
            }
            return fingerprint
        }
        if let found { cache[text] = found }
        return found
    }

    mutating func addText(_ text: TextKey, fingerprint: Fingerprint, anchors: [Anchor]) throws {
        try transaction.statement("INSERT INTO text (key, fingerprint) VALUES (?, ?)").run(
            text.rawValue, fingerprint.encoded)
        let insert = try transaction.statement("INSERT OR IGNORE INTO anchor (anchor, text) VALUES (?, ?)")
        for anchor in anchors { try insert.run(Int64(anchor), text.rawValue) }
        cache[text] = fingerprint
    }

    mutating func removeText(_ text: TextKey) throws {
        guard let fingerprint = try fingerprint(of: text) else { return }
        let remove = try transaction.statement("DELETE FROM anchor WHERE anchor = ? AND text = ?")
        for anchor in fingerprint.anchors { try remove.run(Int64(anchor), text.rawValue) }
        try transaction.statement("DELETE FROM text WHERE key = ?").run(text.rawValue)
        cache[text] = nil
    }

    func texts(sharing anchor: Anchor, after text: TextKey, limit: Int) throws -> [TextKey] {
        try transaction.statement("SELECT text FROM anchor WHERE anchor = ? AND text > ? ORDER BY text LIMIT ?").all(
            Int64(anchor), text.rawValue, limit
        ) { $0.textKey(0) }
    }

    func texts(sharing anchor: Anchor, before text: TextKey, limit: Int) throws -> [TextKey] {
        try transaction.statement("SELECT text FROM anchor WHERE anchor = ? AND text < ? ORDER BY text DESC LIMIT ?")
            .all(Int64(anchor), text.rawValue, limit) { $0.textKey(0) }
    }

    // MARK: Edges

    func edges(of text: TextKey) throws -> [Edge] {
        try transaction.statement("SELECT other, relation FROM edge WHERE text = ? ORDER BY other").all(text.rawValue) {
            row in
            guard let relation = Relation(code: row.integer(1)) else {
                throw StoreError.corrupt("an edge has no relation")
            }
            return Edge(to: row.textKey(0), relation)
        }
    }

    func isLinked(_ text: TextKey, _ other: TextKey) throws -> Bool {
        try transaction.statement("SELECT 1 FROM edge WHERE text = ? AND other = ?").first(
            text.rawValue, other.rawValue
        ) { _ in true } ?? false
    }

    mutating func link(_ text: TextKey, _ other: TextKey, as relation: Relation) throws {
        let insert = try transaction.statement("INSERT OR REPLACE INTO edge (text, other, relation) VALUES (?, ?, ?)")
        try insert.run(text.rawValue, other.rawValue, relation.code)
        try insert.run(other.rawValue, text.rawValue, relation.reversed.code)
    }

    mutating func unlink(_ text: TextKey, _ other: TextKey) throws {
        let remove = try transaction.statement("DELETE FROM edge WHERE text = ? AND other = ?")
        try remove.run(text.rawValue, other.rawValue)
        try remove.run(other.rawValue, text.rawValue)
    }

    // MARK: Placements

    func placement(of text: TextKey) throws -> Placement? {
        try transaction.statement(
            "SELECT text.core_group, story.hash FROM text JOIN story ON story.id = text.story WHERE text.key = ?"
        ).first(text.rawValue) { Placement(group: $0.textKey(0), story: try $0.storyID(1)) }
    }

    mutating func place(_ text: TextKey, _ placement: Placement) throws {
        let known = try transaction.statement("SELECT id FROM story WHERE hash = ?").first(placement.story) {
            $0.integer(0)
        }
        let story: Int64
        if let known {
            story = known
        } else {
            try transaction.statement("INSERT INTO story (hash) VALUES (?)").run(placement.story)
            story = transaction.lastInsertedRow
        }
        try transaction.statement("UPDATE text SET core_group = ?, story = ? WHERE key = ?").run(
            placement.group.rawValue, story, text.rawValue)
    }

    func texts(inGroup group: TextKey, limit: Int) throws -> [TextKey] {
        try transaction.statement("SELECT key FROM text WHERE core_group = ? ORDER BY key LIMIT ?").all(
            group.rawValue, limit
        ) { $0.textKey(0) }
    }

    func texts(inStory story: StoryID) throws -> [TextKey] {
        try transaction.statement(
            "SELECT text.key FROM text JOIN story ON story.id = text.story WHERE story.hash = ? ORDER BY text.key"
        ).all(story) { $0.textKey(0) }
    }

    // MARK: The reader's rulings

    func rulings(on article: ArticleID) throws -> [ArticleID: Ruling] {
        let found = try transaction.statement(
            """
            SELECT second, ruling FROM ruling WHERE first = ?1
            UNION ALL SELECT first, ruling FROM ruling WHERE second = ?1
            """
        ).all(article) { (try $0.articleID(0), $0.integer(1) == Self.togetherCode ? Ruling.together : .apart) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    mutating func setRuling(_ ruling: Ruling?, on pair: Folding.ArticlePair) throws {
        guard let ruling else {
            try transaction.statement("DELETE FROM ruling WHERE first = ? AND second = ?").run(pair.first, pair.second)
            return
        }
        try transaction.statement("INSERT OR REPLACE INTO ruling (first, second, ruling) VALUES (?, ?, ?)").run(
            pair.first, pair.second, ruling == .together ? Self.togetherCode : 2)
    }

    private static let togetherCode: Int64 = 1
}

extension Row {
    func textKey(_ column: Int32) -> TextKey { TextKey(rawValue: integer(column)) }
}
