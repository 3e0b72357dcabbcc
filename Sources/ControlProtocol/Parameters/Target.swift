/// Which stories an action is for: by id, or by a query. Exactly one of the two.
package struct Target: Hashable, Sendable, Codable {
    /// Ids of stories or of articles, each long enough to name one. An article names the story it is a copy in.
    package var ids: [String]?
    package var query: String?

    package init(ids: [String]) { self.ids = ids }
    package init(query: String) { self.query = query }

    /// What the two optionals come to.
    package enum Choice: Hashable, Sendable {
        case ids([String])
        case query(String)
    }

    package var choice: Choice {
        get throws(ControlError) {
            switch (ids, query) {
            case (let ids?, nil) where !ids.isEmpty: return .ids(ids)
            case (nil, let query?): return .query(query)
            default:
                throw ControlError(
                    .badParameters, "name stories by “ids” or by “query”",
                    remedy: #"send "target":{"ids":["3f2a91c"]} or "target":{"query":"tag:later"}"#)
            }
        }
    }
}
