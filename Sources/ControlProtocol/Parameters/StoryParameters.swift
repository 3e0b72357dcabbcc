/// `list`: stories, newest first.
package struct ListParameters: Hashable, Sendable, Codable {
    package enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        case newest, oldest
    }

    /// In the language of wiredesk-search-terms(7); absent: every story that is not hidden.
    package var query: String?
    package var order: Order?
    /// Items to send at most; absent: 50.
    package var limit: Int?
    /// From an earlier `done`.
    package var cursor: String?

    package init(query: String? = nil, order: Order? = nil, limit: Int? = nil, cursor: String? = nil) {
        self.query = query
        self.order = order
        self.limit = limit
        self.cursor = cursor
    }
}

/// `search`: stories in which the words stand, the best first, with the passage that matched.
package struct SearchParameters: Hashable, Sendable, Codable {
    package enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        case relevance, newest, oldest
    }

    package var query: String
    package var order: Order?
    package var limit: Int?
    package var cursor: String?

    package init(query: String, order: Order? = nil, limit: Int? = nil, cursor: String? = nil) {
        self.query = query
        self.order = order
        self.limit = limit
        self.cursor = cursor
    }
}

/// `show`: one story by the text of its best copy, or of the copy that `id` names if `exact`.
package struct ShowParameters: Hashable, Sendable, Codable {
    package var id: String
    /// Show the very article that `id` names, not its story's best copy.
    @FalseByDefault package var exact = false

    package init(id: String, exact: Bool = false) {
        self.id = id
        self.exact = exact
    }
}

/// `copies`, `revisions`, `flow`, `pictures`: about one story or article.
package struct IDParameters: Hashable, Sendable, Codable {
    package var id: String

    package init(id: String) { self.id = id }
}

/// `diff`: two copies, or two revisions of one.
package struct DiffParameters: Hashable, Sendable, Codable {
    package var left: String
    /// Absent: compare revisions of `left`.
    package var right: String?
    /// Revision numbers from `revisions`; absent: the current one, and for the left side of a comparison of
    /// revisions the one before it.
    package var leftRevision: Int?
    package var rightRevision: Int?

    package init(left: String, right: String? = nil, leftRevision: Int? = nil, rightRevision: Int? = nil) {
        self.left = left
        self.right = right
        self.leftRevision = leftRevision
        self.rightRevision = rightRevision
    }
}

/// `picture`: one picture of an article.
package struct PictureParameters: Hashable, Sendable, Codable {
    package var id: String
    /// From `pictures`; absent: 1.
    package var number: Int?

    package init(id: String, number: Int? = nil) {
        self.id = id
        self.number = number
    }
}
