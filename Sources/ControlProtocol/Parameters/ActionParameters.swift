/// What the reader can set on a story. The method has the same name.
package enum Mark: String, Hashable, Sendable, CaseIterable {
    case read, unread, star, unstar, hide, unhide
}

/// `read`, `unread`, `star`, `unstar`, `hide`, `unhide`.
package struct MarkParameters: Hashable, Sendable, Codable {
    package var target: Target
    /// Say what would change, and change nothing.
    @FalseByDefault package var dryRun = false

    package init(target: Target, dryRun: Bool = false) {
        self.target = target
        self.dryRun = dryRun
    }
}

/// `tag`: adds and removes tags.
package struct TagParameters: Hashable, Sendable, Codable {
    package var target: Target
    package var add: [String]?
    package var remove: [String]?
    @FalseByDefault package var dryRun = false

    package init(target: Target, add: [String] = [], remove: [String] = [], dryRun: Bool = false) {
        self.target = target
        self.add = add
        self.remove = remove
        self.dryRun = dryRun
    }
}

/// `note`: writes the reader's note on one story; an empty text removes it.
package struct NoteParameters: Hashable, Sendable, Codable {
    package var id: String
    package var text: String
    @FalseByDefault package var dryRun = false

    package init(id: String, text: String, dryRun: Bool = false) {
        self.id = id
        self.text = text
        self.dryRun = dryRun
    }
}

/// `split` and `join`: whether two articles are copies of one story, by the reader's word.
package struct PairParameters: Hashable, Sendable, Codable {
    package var left: String
    package var right: String
    @FalseByDefault package var dryRun = false

    package init(left: String, right: String, dryRun: Bool = false) {
        self.left = left
        self.right = right
        self.dryRun = dryRun
    }
}

/// `undo`: takes back the operation that `log` lists under `operation`; absent: the last one.
package struct UndoParameters: Hashable, Sendable, Codable {
    package var operation: String?
    @FalseByDefault package var dryRun = false

    package init(operation: String? = nil, dryRun: Bool = false) {
        self.operation = operation
        self.dryRun = dryRun
    }
}

/// `log`: what was done, latest first.
package struct LogParameters: Hashable, Sendable, Codable {
    package var limit: Int?
    package var cursor: String?

    package init(limit: Int? = nil, cursor: String? = nil) {
        self.limit = limit
        self.cursor = cursor
    }
}
