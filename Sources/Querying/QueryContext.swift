package import Model

/// What a query's meaning depends on besides its words.
package struct QueryContext: Sendable {
    package var now: Timestamp
    /// How far local time is ahead of UTC: `today` begins at local midnight.
    package var zoneOffset: Duration
    /// The text of the saved search of this name, if there is one.
    package var savedSearch: @Sendable (String) -> String?

    package init(
        now: Timestamp, zoneOffset: Duration = .zero,
        savedSearch: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.now = now
        self.zoneOffset = zoneOffset
        self.savedSearch = savedSearch
    }
}

/// How much of a query is read. A query may come from any client of the socket or from a peer's rules.
package enum QueryLimit {
    /// Bytes; a thousand words are more than anybody types.
    package static let length = 8192
    package static let terms = 256
    /// Levels of parentheses, `not` and saved searches together.
    package static let depth = 32
}
