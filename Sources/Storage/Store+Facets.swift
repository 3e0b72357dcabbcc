package import Model

/// What an agency's stories come to.
package struct AgencySummary: Hashable, Sendable {
    package var agency: Agency
    package var stories: Int
    package var copies: Int
    /// Stories that are unread or updated.
    package var unread: Int
}

extension Store {
    /// One story as lists show it.
    package func story(_ id: StoryID) throws(StoreError) -> StorySummary {
        try read { transaction in
            guard let story = try StoryList(transaction: transaction).summary(of: id) else {
                throw StoreError.noSuchStory(id.description)
            }
            return story
        }
    }

    /// Agencies by number of stories.
    package func agencies() throws(StoreError) -> [AgencySummary] {
        try read { transaction in
            try transaction.statement(
                """
                SELECT agency, count(*), sum(copies), sum(state <> 1) FROM story
                WHERE agency IS NOT NULL AND copies > 0 GROUP BY agency ORDER BY count(*) DESC, agency
                """
            ).all { row in
                AgencySummary(
                    agency: Agency(rawValue: row.text(0)), stories: row.count(1), copies: row.count(2),
                    unread: row.count(3))
            }
        }
    }

    /// Every tag that some article has, by name.
    package func tags() throws(StoreError) -> [String] {
        try read { try $0.statement("SELECT DISTINCT tag FROM tag ORDER BY tag").all { $0.text(0) } }
    }
}
