/// What a change, a frame and a session may be at most. Part of the protocol: raising one needs a capability.
package enum Limits {
    /// Of one value, 1 MiB.
    package static let valueBytes = 1 << 20
    /// Of one note, 64 KiB of UTF-8.
    package static let noteBytes = 64 << 10
    /// Of any other text that a person writes or a feed gives: name, title, query, author.
    package static let textBytes = 16 << 10
    /// Of any address.
    package static let addressBytes = 8 << 10
    /// Of a tag.
    package static let tagBytes = 256
    /// Tags that one article may carry. Checked where a reader adds one, and not on what a peer sends: which of 257
    /// tags came last depends on the order of arrival, so refusing it there would let peers differ for ever.
    package static let tagsPerArticle = 256
    /// Authors, categories, enclosures, actions, addresses and superseded edits in one value.
    package static let listLength = 256
    /// Of a frame before compression, 4 MiB: checked before it is inflated.
    package static let frameBytes = 4 << 20
    /// Of a frame as it travels: 1 MiB, and room for the columns of values that do not compress.
    package static let compressedFrameBytes = 5 << 18
    /// Of the values of one frame, unless it is a single one: so that a frame of them never exceeds its limits.
    package static let frameValueBytes = 7 << 17
    /// Changes in one frame.
    package static let frameChanges = 4096
    /// Frames of changes that may be under way unacknowledged.
    package static let window = 8
    /// Bodies asked for at once.
    package static let bodiesWanted = 256
    /// Of one body: an article of 1 MiB of HTML is no article.
    package static let bodyBytes = 1 << 20
    /// Frames of one bundle, whose hashes are held while it is merged: as many as carry the bodies of 16 million articles.
    package static let bundleFrames = 1 << 21
    /// Origins whose histories are compared in one hello.
    package static let disputes = 16
    /// Changes of one session that may be set aside before it ends.
    package static let quarantinedPerSession = 1000
    /// Of what is said beside a refusal.
    package static let detailCharacters = 200
    /// Origins that a version vector may name.
    package static let origins = 4096
    /// Of those, how many are left for this node's own: it must be able to greet however many a peer made up.
    package static let ownOrigins = 64
    /// Positions within one origin.
    package static let sequence: Int64 = 1 << 53
}
