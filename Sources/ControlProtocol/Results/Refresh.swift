/// How far a refresh is.
package struct RefreshProgress: Hashable, Sendable, Codable {
    /// Feeds that are finished, one way or another.
    package var done: Int
    package var total: Int
    /// Of `done`: answered 304, or with the same bytes.
    package var unchanged: Int
    package var failed: Int
    package var newArticles: Int
    /// Articles that were edited by their publisher.
    package var revisedArticles: Int
    /// Pages of articles that are still to be fetched for their full text.
    package var pagesPending: Int
    /// A feed that is being fetched.
    package var current: String?

    package init(
        done: Int, total: Int, unchanged: Int = 0, failed: Int = 0, newArticles: Int = 0, revisedArticles: Int = 0,
        pagesPending: Int = 0, current: String? = nil
    ) {
        self.done = done
        self.total = total
        self.unchanged = unchanged
        self.failed = failed
        self.newArticles = newArticles
        self.revisedArticles = revisedArticles
        self.pagesPending = pagesPending
        self.current = current
    }
}

/// What a refresh brought.
package struct RefreshOutcome: Hashable, Sendable, Codable {
    package struct Failure: Hashable, Sendable, Codable {
        package var feed: FeedReference
        package var problem: String

        package init(feed: FeedReference, problem: String) {
            self.feed = feed
            self.problem = problem
        }
    }

    package var progress: RefreshProgress
    package var newStories: Int
    package var updatedStories: Int
    package var failures: [Failure]
    package var milliseconds: Int

    package init(
        progress: RefreshProgress, newStories: Int, updatedStories: Int, failures: [Failure], milliseconds: Int
    ) {
        self.progress = progress
        self.newStories = newStories
        self.updatedStories = updatedStories
        self.failures = failures
        self.milliseconds = milliseconds
    }
}
