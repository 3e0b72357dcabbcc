import Changelog
package import Model
import Querying

extension Store {
    /// Does something with stories, in one transaction. `title` is the line that `log` shows.
    ///
    /// Returns the deed, by which it can be undone; `nil` if everything was so already.
    package func perform(
        _ acts: [ReadingAct], on selection: Selection, title: String
    ) throws(StoreError) -> Deed? {
        try perform(title) { work, replica in
            for act in acts { try work.perform(act, on: selection, &replica) }
        }
    }

    /// Reads everything of a feed that was first seen up to `through`, with one change.
    package func markAllRead(
        _ feed: FeedID, through: Timestamp? = nil, title: String
    ) throws(StoreError) -> Deed? {
        try perform(title) { work, replica in
            try work.markAllRead(feed, through: through ?? work.domain.transaction.now, &replica)
        }
    }

    /// Rules that two articles are one story, are not, or with `nil` that their texts decide.
    package func rule(
        _ together: Bool?, _ one: ArticleID, _ other: ArticleID, title: String
    ) throws(StoreError) -> Deed? {
        guard let pair = ArticlePair(one, other) else { throw StoreError.samePair }
        let verdict: PairVerdict = together.map { $0 ? .together : .apart } ?? .auto
        return try perform(title) { work, replica in try work.write(.pair(pair, verdict), &replica) }
    }

    /// Keeps a named query on all nodes; `nil` removes it.
    package func save(search name: String, _ query: String?) throws(StoreError) -> Deed? {
        let search = SharedSearch(name: name, query: query ?? "", isRemoved: query == nil)
        return try perform("save search \(name)") { work, replica in try work.write(.savedSearch(search), &replica) }
    }

    /// Named queries, by name.
    package func savedSearches() throws(StoreError) -> [String: String] {
        try read { transaction in
            let searches = try SharedTables(transaction: transaction).savedSearches()
            return Dictionary(searches.map { ($0.name, $0.query) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// What was done, newest first.
    package func deeds(limit: Int = 50) throws(StoreError) -> [Deed] {
        try read { try DeedLog(transaction: $0).deeds(limit: min(max(limit, 1), Self.largestPage)) }
    }

    /// Undoes a deed, or the last one that stands. What was changed since by something else is left as it is.
    package func undo(_ deed: Int64? = nil) throws(StoreError) -> Deed {
        try change { domain, replica in
            let log = DeedLog(transaction: domain.transaction)
            let last = try log.lastStanding()
            guard let id = deed ?? last, let found = try log.deed(id), !found.isUndone else {
                throw StoreError.nothingToUndo
            }
            let notes = FlagTables(transaction: domain.transaction)
            for step in try log.steps(of: id) {
                let now = try replica.store.register(step.id)?.value
                guard let value = try DeedReversal.value(of: step, now: now, notes: notes) else { continue }
                try domain.write(value, &replica)
            }
            try log.setUndone(id)
            return found
        }
    }

    private func perform(
        _ title: String, _ body: (inout DeedWork, inout Replica<RegisterTables>) throws -> Void
    ) throws(StoreError) -> Deed? {
        try change { domain, replica in
            var work = DeedWork(domain: domain)
            try body(&work, &replica)
            guard !work.steps.isEmpty else { return nil }
            let log = DeedLog(transaction: domain.transaction)
            let id = try log.begin(title)
            try log.add(work.steps, to: id)
            return try log.deed(id)
        }
    }
}
