import Folding
import GRDB
import Model

/// Where folding keeps what it knows, inside one write transaction.
struct FoldingTables: FoldingStore {
    let transaction: Transaction
    private let memory: WriterMemory
    /// The article that is being folded, where it lies, and whether it is known not to have been folded before.
    private var arriving: (article: ArticleID, row: Int64, isNew: Bool)?
    /// The text that was added last.
    private var lastText: (text: TextKey, row: Int64)?
    /// Of stories that texts were placed in.
    private var storyRows: [StoryID: Int64] = [:]

    init(_ transaction: Transaction) {
        self.transaction = transaction
        memory = transaction.memory
    }

    /// Forgets all that was worked out; the reader's rulings stay.
    func removeAll() throws {
        try transaction.database.execute(
            sql: """
                UPDATE article SET folded_text = NULL, folded_content = NULL, story = NULL;
                DELETE FROM edge; DELETE FROM anchor; DELETE FROM recent_anchors; DELETE FROM anchor_hand;
                DELETE FROM text; DELETE FROM story;
                """)
        transaction.memory.clear()
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

    /// Says of the article that is folded next what its rows would tell.
    mutating func expect(_ article: UnfoldedArticle) {
        arriving = (article.id, article.row, article.isNew)
    }

    func folded(_ article: ArticleID) throws -> FoldedArticle? {
        if let arriving, arriving.article == article, arriving.isNew { return nil }
        return try transaction.statement(
            """
            SELECT text.key, folded_content FROM article JOIN text ON text.id = folded_text WHERE article.key = ?
            """
        ).first(article) { FoldedArticle(text: $0.textKey(0), contentHash: try $0.contentHash(1)) }
    }

    mutating func setFolded(_ folded: FoldedArticle?, for article: ArticleID) throws {
        let text = try folded.flatMap { try row(of: $0.text) }
        if let arriving, arriving.article == article {
            try transaction.statement("UPDATE article SET folded_text = ?, folded_content = ? WHERE id = ?").run(
                text, folded?.contentHash, arriving.row)
            self.arriving = nil
        } else {
            try transaction.statement("UPDATE article SET folded_text = ?, folded_content = ? WHERE key = ?").run(
                text, folded?.contentHash, article)
        }
    }

    func articles(of text: TextKey, limit: Int) throws -> [ArticleID] {
        try transaction.statement(
            """
            SELECT article.key FROM text JOIN article ON article.folded_text = text.id WHERE text.key = ?
            ORDER BY article.key LIMIT ?
            """
        ).all(text.rawValue, limit) { try $0.articleID(0) }
    }

    func smallestContentHash(of text: TextKey) throws -> ContentHash? {
        try transaction.statement(
            """
            SELECT folded_content FROM text JOIN article ON article.folded_text = text.id WHERE text.key = ?
            ORDER BY folded_content LIMIT 1
            """
        ).first(text.rawValue) { try $0.contentHash(0) }
    }

    // MARK: Texts and their anchors

    func fingerprint(of text: TextKey) throws -> Fingerprint? {
        if let known = memory.fingerprints[text] { return known }
        let found = try transaction.statement("SELECT fingerprint FROM text WHERE key = ?").first(text.rawValue) {
            row in
            guard let fingerprint = row.withBytes(0, { Fingerprint(decoding: $0) }) else {
                throw StoreError.corrupt("a fingerprint is not readable")
            }
            return fingerprint
        }
        if let found { memory.fingerprints[text] = found }
        return found
    }

    mutating func addText(_ text: FoldableText, under key: TextKey) throws -> Bool {
        guard memory.fingerprints[key] == nil else { return false }
        try transaction.statement(
            "INSERT OR FAIL INTO text (key, fingerprint) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"
        ).run(key.rawValue, text.fingerprint.encoded)
        guard transaction.changedRows > 0 else { return false }
        let row = transaction.lastInsertedRow
        try memory.anchors.add(key, row: row, anchors: text.anchors, in: transaction)
        memory.fingerprints[key] = text.fingerprint
        lastText = (key, row)
        return true
    }

    mutating func removeText(_ text: TextKey) throws {
        guard let fingerprint = try fingerprint(of: text), let row = try row(of: text) else { return }
        lastText = nil
        try memory.anchors.remove(text, row: row, anchors: fingerprint.anchors, in: transaction)
        try transaction.statement("DELETE FROM text WHERE id = ?").run(row)
        memory.fingerprints[text] = nil
    }

    func texts(sharing anchor: Anchor, beside text: TextKey, limit: Int) throws -> BesideTexts {
        try memory.anchors.texts(sharing: anchor, beside: text, limit: limit, in: transaction)
    }

    /// Lets anchors that have waited long enough into their table.
    func settleAnchors() throws { try memory.anchors.settle(in: transaction) }

    private func row(of text: TextKey) throws -> Int64? {
        if let lastText, lastText.text == text { return lastText.row }
        return try transaction.statement("SELECT id FROM text WHERE key = ?").first(text.rawValue) { $0.integer(0) }
    }

    // MARK: Edges

    func edges(of text: TextKey) throws -> [Edge] {
        guard try mayHaveEdges(text) else { return [] }
        let find = try transaction.statement("SELECT other, relation FROM edge WHERE text = ? ORDER BY other")
        return try find.all(text.rawValue) { row in
            guard let relation = Relation(code: row.integer(1)) else {
                throw StoreError.corrupt("an edge has no relation")
            }
            return Edge(to: row.textKey(0), relation)
        }
    }

    func isLinked(_ text: TextKey, _ other: TextKey) throws -> Bool {
        guard try mayHaveEdges(text), try mayHaveEdges(other) else { return false }
        return try transaction.statement("SELECT 1 FROM edge WHERE text = ? AND other = ?").first(
            text.rawValue, other.rawValue
        ) { _ in true } ?? false
    }

    mutating func link(_ text: TextKey, _ other: TextKey, as relation: Relation) throws {
        let insert = try transaction.statement("INSERT OR REPLACE INTO edge (text, other, relation) VALUES (?, ?, ?)")
        try insert.run(text.rawValue, other.rawValue, relation.code)
        try insert.run(other.rawValue, text.rawValue, relation.reversed.code)
        for text in [text, other] { memory.linkedTexts?.insert(text) }
    }

    mutating func unlink(_ text: TextKey, _ other: TextKey) throws {
        let remove = try transaction.statement("DELETE FROM edge WHERE text = ? AND other = ?")
        try remove.run(text.rawValue, other.rawValue)
        try remove.run(other.rawValue, text.rawValue)
    }

    private func mayHaveEdges(_ text: TextKey) throws -> Bool {
        if let linked = memory.linkedTexts, !linked.isFull { return linked.mayContain(text) }
        var texts: [TextKey] = []
        try transaction.statement("SELECT DISTINCT text FROM edge").visit { row in
            texts.append(row.textKey(0))
            return true
        }
        var linked = LinkedTexts(count: texts.count)
        for text in texts { linked.insert(text) }
        memory.linkedTexts = linked
        return linked.mayContain(text)
    }

    // MARK: Placements

    func placement(of text: TextKey) throws -> Placement? {
        try transaction.statement(
            "SELECT text.core_group, story.hash FROM text JOIN story ON story.id = text.story WHERE text.key = ?"
        ).first(text.rawValue) { Placement(group: $0.textKey(0), story: try $0.storyID(1)) }
    }

    mutating func place(_ text: TextKey, _ placement: Placement) throws {
        guard let row = try row(of: text) else { throw StoreError.corrupt("a text is not under its key") }
        try transaction.statement("UPDATE text SET core_group = ?, story = ? WHERE id = ?").run(
            placement.group.rawValue, try makeRow(of: placement.story), row)
    }

    private mutating func makeRow(of story: StoryID) throws -> Int64 {
        if let known = storyRows[story] { return known }
        try transaction.statement("INSERT OR FAIL INTO story (hash) VALUES (?) ON CONFLICT (hash) DO NOTHING").run(
            story)
        let isNew = transaction.changedRows > 0
        guard let row = isNew ? transaction.lastInsertedRow : try self.row(of: story) else {
            throw StoreError.corrupt("a story is not under its hash")
        }
        storyRows[story] = row
        return row
    }

    /// The row of a story; `nil` if there is none.
    func row(of story: StoryID) throws -> Int64? {
        if let known = storyRows[story] { return known }
        return try transaction.statement("SELECT id FROM story WHERE hash = ?").first(story) { $0.integer(0) }
    }

    /// Drops a story that has no texts any more.
    mutating func remove(_ story: StoryID) throws {
        guard let row = try row(of: story) else { return }
        storyRows[story] = nil
        try transaction.statement("UPDATE article SET story = NULL WHERE story = ?").run(row)
        try transaction.statement("DELETE FROM story WHERE id = ?").run(row)
    }

    func texts(inGroup group: TextKey, limit: Int) throws -> [TextKey] {
        // The text that gives a group its name is not in the index of groups, and is the smallest.
        try transaction.statement(
            """
            SELECT key FROM text WHERE key = ?1 AND core_group = ?1
            UNION ALL
            SELECT * FROM (SELECT key FROM text WHERE core_group = ?1 AND core_group <> key ORDER BY key)
            LIMIT ?2
            """
        ).all(group.rawValue, limit) { $0.textKey(0) }
    }

    func texts(inStory story: StoryID) throws -> [TextKey] {
        try transaction.statement(
            "SELECT text.key FROM text JOIN story ON story.id = text.story WHERE story.hash = ? ORDER BY text.key"
        ).all(story) { $0.textKey(0) }
    }

    // MARK: The reader's rulings

    func rulings(on article: ArticleID) throws -> [ArticleID: Ruling] {
        guard try hasRulings() else { return [:] }
        let found = try transaction.statement(
            """
            SELECT second, ruling FROM ruling WHERE first = ?1
            UNION ALL SELECT first, ruling FROM ruling WHERE second = ?1
            """
        ).all(article) { (try $0.articleID(0), $0.integer(1) == Self.togetherCode ? Ruling.together : .apart) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Most readers never rule on anything, and each article would look for it.
    private func hasRulings() throws -> Bool {
        if let known = memory.hasRulings { return known }
        let found = try transaction.statement("SELECT 1 FROM ruling LIMIT 1").first { _ in true } ?? false
        memory.hasRulings = found
        return found
    }

    mutating func setRuling(_ ruling: Ruling?, on pair: Folding.ArticlePair) throws {
        memory.hasRulings = nil
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
