/// When a story that was read comes back as updated. The raw values are stored: never change one.
package enum StoryReturn: String, Hashable, Sendable, CaseIterable {
    /// For a copy or revision with a new paragraph of substance.
    case newParagraph = "new-paragraph"
    /// For any copy or revision whose text is another than those that were read.
    case anyChange = "any-change"
    case never
}

/// Which rule stories return by, and which of them are still to be judged by it. Local: each node has its own rule, as
/// each has its own configuration.
struct ReturnRule {
    let transaction: Transaction
    private var settings: SettingTable { SettingTable(transaction: transaction) }

    private static let ruleName = "return-on"
    /// The last story that was judged anew; missing when all are.
    private static let judgedName = "return-on-judged"

    var current: StoryReturn {
        get throws { try settings[Self.ruleName].flatMap { StoryReturn(rawValue: $0) } ?? .newParagraph }
    }

    /// Judges by `rule` from now on; what was judged by another one waits for `judge`.
    func set(_ rule: StoryReturn) throws {
        guard try current != rule else { return }
        try settings.set(Self.ruleName, rule.rawValue)
        try settings.set(Self.judgedName, "0")
    }

    /// Judges at most `limit` stories anew. Returns how many: 0 when none waits.
    ///
    /// An unread story is unread by any rule, so only the others are looked at.
    func judge(limit: Int) throws -> Int {
        guard let last = try settings[Self.judgedName] else { return 0 }
        let waiting = try transaction.statement("SELECT id FROM story WHERE id > ? AND state <> 0 ORDER BY id LIMIT ?")
            .all(Int64(last) ?? 0, limit) { $0.integer(0) }
        let summaries = StorySummaries(transaction: transaction)
        for story in waiting { try summaries.judge(story) }
        try settings.set(Self.judgedName, waiting.last.map { String($0) })
        return waiting.count
    }
}
