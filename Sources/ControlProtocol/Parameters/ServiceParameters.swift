/// `watch`: events from now on, or from the one after `since`. It never ends by itself.
package struct WatchParameters: Hashable, Sendable, Codable {
    /// The number of the last event that was seen. A client that reconnects with it misses nothing.
    package var since: Int64?
    /// Only these kinds; absent: all.
    package var kinds: [Event.Kind]?

    package init(since: Int64? = nil, kinds: [Event.Kind]? = nil) {
        self.since = since
        self.kinds = kinds
    }
}

/// `rebuild`: derives again what can be derived, and says whether anything was different.
package struct RebuildParameters: Hashable, Sendable, Codable {
    /// What to derive again; all three if none is asked for.
    @FalseByDefault package var stories = false
    @FalseByDefault package var fingerprints = false
    @FalseByDefault package var index = false

    package init(stories: Bool = false, fingerprints: Bool = false, index: Bool = false) {
        self.stories = stories
        self.fingerprints = fingerprints
        self.index = index
    }
}

/// `complete`: what a word on the command line may become.
package struct CompleteParameters: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case feeds, tags, agencies, stories, peers
    }

    package var kind: Kind
    package var prefix: String?

    package init(kind: Kind, prefix: String? = nil) {
        self.kind = kind
        self.prefix = prefix
    }
}
