import Model

/// Pictures of articles, each stored once by the hash of its bytes, whichever articles show it.
struct PictureTable {
    let transaction: Transaction

    /// After so many fetches in vain a picture is given up, as the schema says too. One that was refused is not asked for
    /// again.
    private static let mostTries = 3

    /// The article shows these pictures now, in this order; what it showed before and shows no more is let go.
    func setAddresses(_ addresses: [String], of article: Int64) throws {
        let kept = Set(addresses)
        let before = try transaction.statement("SELECT address FROM article_picture WHERE article = ?").all(article) {
            $0.text(0)
        }
        for address in before where !kept.contains(address) {
            try transaction.statement("DELETE FROM article_picture WHERE article = ? AND address = ?").run(
                article, address)
        }
        // Another article's picture of the same address is here already.
        let insert = try transaction.statement(
            """
            INSERT INTO article_picture (article, address, place, picture)
            VALUES (?1, ?2, ?3, (SELECT picture FROM article_picture WHERE address = ?2 AND picture IS NOT NULL LIMIT 1))
            ON CONFLICT (article, address) DO UPDATE SET place = excluded.place
            """)
        for (place, address) in addresses.enumerated() { try insert.run(article, address, place) }
    }

    /// What is still to be fetched of a feed's articles, the newest article first, at most `limit`. Looks at what is
    /// wanted of all feeds, which is little, rather than at all articles of the one.
    func wanted(of feed: FeedID, limit: Int) throws -> [WantedPicture] {
        try transaction.statement(
            """
            SELECT article.key, address FROM article_picture CROSS JOIN article ON article.id = article_picture.article
            WHERE picture IS NULL AND tries < 3 AND article.feed = (SELECT id FROM feed WHERE key = ?)
            ORDER BY article.id DESC, place LIMIT ?
            """
        ).all(feed, limit) { WantedPicture(article: try $0.articleID(0), address: $0.text(1)) }
    }

    /// Stores what came of fetching a picture; nothing if the article was revised meanwhile and shows it no more.
    func settle(_ outcome: PictureOutcome, of wanted: WantedPicture) throws {
        guard try isShown(wanted) else { return }
        switch outcome {
        case .kept(let type, let bytes):
            let hash = ContentHash(of: bytes)
            try transaction.statement("INSERT OR IGNORE INTO picture (hash, type, bytes) VALUES (?, ?, ?)").run(
                hash, type, bytes)
            try transaction.statement(
                """
                UPDATE article_picture SET picture = (SELECT id FROM picture WHERE hash = ?)
                WHERE article = (SELECT id FROM article WHERE key = ?) AND address = ?
                """
            ).run(hash, wanted.article, wanted.address)
        case .refused: try addTries(Self.mostTries, to: wanted)
        case .failed: try addTries(1, to: wanted)
        }
    }

    private func isShown(_ wanted: WantedPicture) throws -> Bool {
        try transaction.statement(
            """
            SELECT 1 FROM article JOIN article_picture ON article_picture.article = article.id
            WHERE article.key = ? AND address = ?
            """
        ).first(wanted.article, wanted.address) { _ in true } ?? false
    }

    private func addTries(_ count: Int, to wanted: WantedPicture) throws {
        try transaction.statement(
            """
            UPDATE article_picture SET tries = tries + ?
            WHERE article = (SELECT id FROM article WHERE key = ?) AND address = ?
            """
        ).run(count, wanted.article, wanted.address)
    }

    /// In the order in which the article shows them.
    func pictures(of article: ArticleID) throws -> [PictureSummary] {
        try transaction.statement(
            """
            SELECT address, type, length(bytes), hash FROM article
            JOIN article_picture ON article_picture.article = article.id JOIN picture ON picture.id = picture
            WHERE article.key = ? ORDER BY place, address
            """
        ).all(article) {
            PictureSummary(address: $0.text(0), type: $0.text(1), bytes: $0.count(2), hash: try $0.contentHash(3))
        }
    }

    func bytes(of hash: ContentHash) throws -> [UInt8]? {
        try transaction.statement("SELECT bytes FROM picture WHERE hash = ?").first(hash) { $0.bytes(0) }
    }
}
