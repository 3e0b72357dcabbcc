import Folding
import Model

/// The anchors of texts that were added last. Hashes lie anywhere in a table of them, so each would dirty a page of its own:
/// they wait here until many go into the table at a time, in its order. What a database calls a log-structured merge
/// (O'Neil, Cheng, Gawlick, O'Neil, 1996).
///
/// A hand goes round over all of them and takes as many as have come, from the smallest anchor to the greatest and again.
/// The rows of `recent_anchors` say what waits if the process ends: one goes when the hand has been round since it came.
/// What is both here and in the table is so once.
final class RecentAnchors {
    static let bytesEach = MemoryLayout<AnchorEntry>.stride
    /// How many wait.
    var limit: Int
    private var list = AnchorList()
    private var hand = Hand()
    private var isLoaded = false
    /// Anchors that came since the hand last moved.
    private var added = 0
    /// Of the table; `nil` until it has been surveyed.
    private(set) var settled: SettledAnchors?
    /// One that is being made, of the table up to an anchor.
    private var survey: (settled: SettledAnchors, last: Int64)?
    /// Anchors that came since the last call of `surveyTable`.
    private var unsurveyed = 0

    init(limit: Int) { self.limit = limit }

    func clear() {
        list = AnchorList()
        isLoaded = false
        settled = nil
        survey = nil
    }

    func add(_ text: TextKey, row: Int64, anchors: [Anchor], in transaction: Transaction) throws {
        try load(transaction)
        try transaction.statement("INSERT INTO recent_anchors (text, key, anchors) VALUES (?, ?, ?)").run(
            row, text.rawValue, Self.bytes(of: anchors))
        for anchor in anchors { list.insert(AnchorEntry(anchor: anchor, text: text)) }
        added += anchors.count
        unsurveyed += anchors.count
    }

    /// Whether they are here, in the table, or both.
    func remove(_ text: TextKey, row: Int64, anchors: [Anchor], in transaction: Transaction) throws {
        try load(transaction)
        try transaction.statement("DELETE FROM recent_anchors WHERE text = ?").run(row)
        // Whoever gets this row next came after the round began.
        if row == hand.lastOfRound {
            try turn(Hand(last: hand.last, lastOfRound: Self.lastRow(before: row, transaction)), transaction)
        }
        let remove = try transaction.statement("DELETE FROM anchor WHERE anchor = ? AND text = ?")
        for anchor in anchors {
            list.remove(AnchorEntry(anchor: anchor, text: text))
            try remove.run(Int64(anchor), text.rawValue)
        }
    }

    /// The texts with this anchor that stand beside `text` in the order of keys, wherever they are.
    func texts(
        sharing anchor: Anchor, beside text: TextKey, limit: Int, in transaction: Transaction
    ) throws -> BesideTexts {
        try load(transaction)
        let waiting = list.texts(sharing: anchor, beside: text, limit: limit)
        if let settled, !settled.mayContain(anchor) { return waiting }
        let settled = try Self.settledTexts(sharing: anchor, beside: text, limit: limit, transaction)
        return BesideTexts(
            before: Self.merge(settled.before, waiting.before, limit: limit, by: >),
            after: Self.merge(settled.after, waiting.after, limit: limit, by: <))
    }

    /// Most anchors have few texts: those are read at once, and only of more the nearest are looked for on each side.
    private static func settledTexts(
        sharing anchor: Anchor, beside text: TextKey, limit: Int, _ transaction: Transaction
    ) throws -> BesideTexts {
        let few = 2 * limit
        let texts = try transaction.statement("SELECT text FROM anchor WHERE anchor = ? ORDER BY text LIMIT ?").all(
            Int64(anchor), few + 1
        ) { $0.textKey(0) }
        guard texts.count > few else {
            return BesideTexts(
                before: Array(texts.filter { $0 < text }.reversed().prefix(limit)),
                after: Array(texts.filter { $0 > text }.prefix(limit)))
        }
        return BesideTexts(
            before: try transaction.statement(
                "SELECT text FROM anchor WHERE anchor = ? AND text < ? ORDER BY text DESC LIMIT ?"
            ).all(Int64(anchor), text.rawValue, limit) { $0.textKey(0) },
            after: try transaction.statement(
                "SELECT text FROM anchor WHERE anchor = ? AND text > ? ORDER BY text LIMIT ?"
            ).all(Int64(anchor), text.rawValue, limit) { $0.textKey(0) })
    }

    /// Puts into the table what there are too many of, and at most twice as many as have come: after a start more may
    /// wait. The last act of each transaction that folds.
    func settle(in transaction: Transaction) throws {
        var excess = min(list.count - limit, 2 * added)
        added = 0
        guard excess > 0 else { return }
        var hand = hand
        while excess > 0 {
            let taken = list.take(excess, from: hand.last)
            try transaction.insert("INSERT OR IGNORE INTO anchor (anchor, text) VALUES", taken) { entry in
                (Int64(entry.anchor), entry.text.rawValue)
            }
            for entry in taken {
                settled?.insert(entry.anchor)
                survey?.settled.insert(entry.anchor)
            }
            excess -= taken.count
            if let last = taken.last { hand.last = last }
            if excess > 0 { hand = try nextRound(after: hand, transaction) }
        }
        try turn(hand, transaction)
    }

    /// Reads on in the table, if it is not known what is in it or that has outgrown its filter: a step, longer the more has
    /// come since the last. Until all is read, everything is looked up or the old filter serves.
    ///
    /// - Parameter fewest: anchors to read at least. As many as are given take some 15 ms.
    func surveyTable(in transaction: Transaction, fewest: Int = 1 << 16) throws {
        var rest = max(fewest, Self.surveyPace * unsurveyed)
        unsurveyed = 0
        guard survey != nil || settled?.isFull ?? true else { return }
        var now = try survey.take() ?? (SettledAnchors(count: room(transaction)), -1)
        try transaction.statement("SELECT anchor FROM anchor WHERE anchor > ? ORDER BY anchor").visit(now.last) { row in
            now.last = row.integer(0)
            now.settled.insert(Anchor(truncatingIfNeeded: now.last))
            rest -= 1
            return rest > 0
        }
        if rest > 0 { settled = now.settled } else { survey = now }
    }

    /// For twice as many anchors as there are.
    private func room(_ transaction: Transaction) throws -> Int {
        let texts = try transaction.statement("SELECT coalesce(max(id), 0) FROM text").first { $0.count(0) } ?? 0
        return 2 * max(texts * Self.anchorsOfText, settled?.capacity ?? 0)
    }

    /// Some 15 in news.
    private static let anchorsOfText = 16
    /// The table is read before half as many anchors again have come as were there.
    private static let surveyPace = 8

    /// The hand has been round.
    private func nextRound(after hand: Hand, _ transaction: Transaction) throws -> Hand {
        try transaction.statement("DELETE FROM recent_anchors WHERE text <= ?").run(hand.lastOfRound)
        return Hand(lastOfRound: try Self.lastRow(before: .max, transaction))
    }

    private func turn(_ hand: Hand, _ transaction: Transaction) throws {
        self.hand = hand
        try transaction.statement(
            "INSERT OR REPLACE INTO anchor_hand (id, anchor, text, last_of_round) VALUES (1, ?, ?, ?)"
        ).run(Int64(hand.last.anchor), hand.last.text.rawValue, hand.lastOfRound)
    }

    private static func lastRow(before row: Int64, _ transaction: Transaction) throws -> Int64 {
        try transaction.statement("SELECT max(text) FROM recent_anchors WHERE text < ?").first(row) { $0.integer(0) }
            ?? 0
    }

    // MARK: What waits

    private func load(_ transaction: Transaction) throws {
        guard !isLoaded else { return }
        hand =
            try transaction.statement("SELECT anchor, text, last_of_round FROM anchor_hand").first { row in
                let last = AnchorEntry(anchor: Anchor(truncatingIfNeeded: row.integer(0)), text: row.textKey(1))
                return Hand(last: last, lastOfRound: row.integer(2))
            } ?? Hand()
        var waiting: [AnchorEntry] = []
        try transaction.statement("SELECT text, key, anchors FROM recent_anchors").visit { row in
            let wasThere = row.integer(0) <= hand.lastOfRound
            let text = row.textKey(1)
            waiting += row.withBytes(2, Self.anchors).map { AnchorEntry(anchor: $0, text: text) }
                .filter { !wasThere || $0 > hand.last }
            return true
        }
        list = AnchorList(waiting)
        added = 0
        isLoaded = true
    }

    private static func bytes(of anchors: [Anchor]) -> [UInt8] {
        anchors.flatMap { anchor in stride(from: 0, to: 32, by: 8).map { UInt8(truncatingIfNeeded: anchor >> $0) } }
    }

    private static func anchors(in bytes: UnsafeBufferPointer<UInt8>) -> [Anchor] {
        stride(from: 0, to: bytes.count - 3, by: 4).map { start in
            (0..<4).reduce(0) { $0 | Anchor(bytes[start + $1]) << (8 * $1) }
        }
    }

    private static func merge(
        _ one: [TextKey], _ other: [TextKey], limit: Int, by isBefore: (TextKey, TextKey) -> Bool
    ) -> [TextKey] {
        guard !other.isEmpty else { return one }
        guard !one.isEmpty else { return other }
        return Array(Set(one).union(other).sorted(by: isBefore).prefix(limit))
    }
}

/// How far the hand has come.
private struct Hand {
    /// The entry that it took last.
    var last = AnchorEntry(anchor: .min, text: TextKey(rawValue: .min))
    /// The last text that was there when it began its round, by its row: one that is there still, or 0. Of those up to it,
    /// the hand has left nothing behind.
    var lastOfRound: Int64 = 0
}
