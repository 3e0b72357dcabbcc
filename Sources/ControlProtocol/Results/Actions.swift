package import Model

/// What came of something that changes what is stored.
package struct ActionOutcome: Hashable, Sendable, Codable {
    /// What `undo` takes; absent if nothing was changed.
    package var operation: String?
    /// One sentence for people: "3 stories marked as read".
    package var summary: String
    /// What the target named.
    package var matched: Int
    /// What is different now, or would be.
    package var changed: Int
    package var dryRun: Bool
    /// The first of those that changed, at most 20.
    package var stories: [StorySummary]

    package init(
        operation: String? = nil, summary: String, matched: Int, changed: Int, dryRun: Bool = false,
        stories: [StorySummary] = []
    ) {
        self.operation = operation
        self.summary = summary
        self.matched = matched
        self.changed = changed
        self.dryRun = dryRun
        self.stories = stories
    }
}

/// One line of `log`: something the reader did here.
package struct OperationSummary: Hashable, Sendable, Codable {
    package var operation: String
    package var at: Timestamp
    package var summary: String
    /// It was taken back since.
    package var isUndone: Bool
    /// The operation that this one took back.
    package var undoes: String?

    package init(operation: String, at: Timestamp, summary: String, isUndone: Bool = false, undoes: String? = nil) {
        self.operation = operation
        self.at = at
        self.summary = summary
        self.isUndone = isUndone
        self.undoes = undoes
    }
}
