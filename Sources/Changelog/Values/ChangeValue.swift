package import Model

/// What a change says, typed by its kind.
package enum ChangeValue: Hashable, Sendable {
    /// An article's revision was captured. `Article.firstSeen` is when this revision was first seen by any peer; the
    /// article's own first sight is the earliest of its revisions', and the revision to show is the latest.
    case article(Article)
    case read(ArticleID, Bool)
    case starred(ArticleID, Bool)
    case hidden(ArticleID, Bool)
    /// All of a feed that was first seen at or before a moment is read.
    case markAllRead(FeedID, through: Timestamp)
    case tag(ArticleID, tag: String, present: Bool)
    case note(NoteEdit)
    case feed(url: String, FeedSetting)
    case pair(ArticlePair, PairVerdict)
    case rule(SharedRule)
    case savedSearch(SharedSearch)
    case device(DeviceEntry)
}

/// One edit of an article's note. Edits are never changed or dropped, so that no text is lost: what readers see are
/// those that no other edit supersedes, more than one where two nodes edited apart.
package struct NoteEdit: Hashable, Sendable {
    package var article: ArticleID
    /// Random: two nodes that write the same words apart make two edits.
    package var nonce: UInt64
    /// Empty where the note was removed.
    package var text: String
    /// The edits that were seen when this one was made, by `key`.
    package var supersedes: [RecordKey]

    package init(article: ArticleID, nonce: UInt64, text: String, supersedes: [RecordKey]) {
        self.article = article
        self.nonce = nonce
        self.text = text
        self.supersedes = supersedes
    }

    package var key: RecordKey {
        var nonceBytes: [UInt8] = []
        nonceBytes.append(bigEndian: nonce)
        return RecordKey(of: Array("note".utf8), article.key.bytes, nonceBytes)
    }
}

/// One setting of a feed that is the same on all nodes; `nil` goes back to the default.
package enum FeedSetting: Hashable, Sendable {
    case subscribed(Bool)
    /// The reader's own title for it.
    case title(String?)
    /// What the reader filed it under, in order.
    case tags([String])
    /// Seconds between polls.
    case interval(seconds: Int64?)
    /// Whether articles are taken from their page rather than from the feed.
    case fullText(Bool?)
    case userAgent(String?)
    /// Where the feed has moved to.
    case address(String?)
    case proxy(String?)
    case http1Only(Bool?)
}

/// Two different articles, in whichever order they were named.
package struct ArticlePair: Hashable, Sendable {
    /// The smaller id.
    package let first: ArticleID
    package let second: ArticleID

    /// `nil` if both are the same.
    package init?(_ one: ArticleID, _ other: ArticleID) {
        guard one != other else { return nil }
        first = min(one, other)
        second = max(one, other)
    }
}

/// The reader's word on whether two articles are copies of one story.
package enum PairVerdict: Hashable, Sendable {
    /// As their texts say.
    case auto
    case together
    case apart
}

/// A query with actions, shared by all nodes.
package struct SharedRule: Hashable, Sendable {
    package var name: String
    package var query: String
    package var actions: [String]
    package var expires: Timestamp?
    package var isRemoved: Bool

    package init(name: String, query: String, actions: [String], expires: Timestamp? = nil, isRemoved: Bool = false) {
        self.name = name
        self.query = query
        self.actions = actions
        self.expires = expires
        self.isRemoved = isRemoved
    }
}

/// A named query, shared by all nodes.
package struct SharedSearch: Hashable, Sendable {
    package var name: String
    package var query: String
    package var isRemoved: Bool

    package init(name: String, query: String, isRemoved: Bool = false) {
        self.name = name
        self.query = query
        self.isRemoved = isRemoved
    }
}

/// A node of this owner, as the roster lists it.
package struct DeviceEntry: Hashable, Sendable {
    package var device: DeviceID
    package var name: String
    package var publicKey: [UInt8]
    /// `host:port` where it listens.
    package var addresses: [String]
    package var isRevoked: Bool
    /// By the key of a node that was already in the roster, over `signedBytes`.
    package var signature: [UInt8]

    package init(
        device: DeviceID, name: String, publicKey: [UInt8], addresses: [String], isRevoked: Bool = false,
        signature: [UInt8] = []
    ) {
        self.device = device
        self.name = name
        self.publicKey = publicKey
        self.addresses = addresses
        self.isRevoked = isRevoked
        self.signature = signature
    }
}
