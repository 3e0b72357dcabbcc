package import Model
package import Querying

/// What a reader does with stories.
package enum ReadingAct: Hashable, Sendable {
    /// True reads all copies of each story; false marks them unread, which stays until they are read again.
    case read(Bool)
    /// True stars the best copy; false takes the star off every copy.
    case star(Bool)
    /// Puts all copies away, or brings them back. What was put away does not return from its feed.
    case hide(Bool)
    /// Tags the best copy, or takes the tag off every copy.
    case tag(String, Bool)
    /// Replaces the note, or with an empty text removes it.
    case note(String)
}

/// Which stories an act is about.
package enum Selection: Hashable, Sendable {
    case query(Query)
    /// The stories that these articles belong to; notes, stars and tags go to the articles themselves.
    case articles([ArticleID])
}

/// Something the reader did, as `log` lists it.
package struct Deed: Hashable, Sendable {
    package var id: Int64
    package var time: Timestamp
    /// One line.
    package var title: String
    /// Changes it made.
    package var changes: Int
    package var isUndone: Bool
}
