import Model

/// Forms anew the core groups and stories that some texts can have a part in, and leaves all others alone.
///
/// A story depends on what links reach: core edges inside a group, votes and joins between groups. So the region grows
/// from the given texts along these, in both directions, until none leads out of it; everything that stood together
/// with one of them before belongs to it too. Inside, the whole is formed as if from scratch.
struct StoryRegion<Store: FoldingStore> {
    private var placements: [TextKey: Placement] = [:]

    private let store: Store
    private var edgeCache: [TextKey: [Edge]] = [:]
    /// The group of each text of the core region; of others, the store knows.
    private var newGroups: [TextKey: TextKey] = [:]
    private var newMembers: [TextKey: [TextKey]] = [:]
    private var ruledCache: [TextKey: [(other: TextKey, ruling: Ruling)]] = [:]

    private init(_ store: Store) { self.store = store }

    /// Where each text stands of all those that a change can have moved: `dirty` texts are there or not, `gone` ones
    /// have stood there before.
    static func placements(
        in store: Store, around dirty: Set<TextKey>, gone: [TextKey: Placement]
    ) throws -> [TextKey: Placement] {
        var region = StoryRegion(store)
        try region.formGroups(from: dirty, gone: gone)
        try region.formStories(gone: gone)
        return region.placements
    }

    // MARK: Core groups

    private mutating func formGroups(from dirty: Set<TextKey>, gone: [TextKey: Placement]) throws {
        var region: Set<TextKey> = []
        var frontier: [TextKey] = []
        func reach(_ text: TextKey) {
            if region.insert(text).inserted { frontier.append(text) }
        }
        var oldGroups = Set(gone.values.map(\.group))
        for text in dirty where gone[text] == nil {
            guard try exists(text) else { continue }
            reach(text)
            if let group = try store.placement(of: text)?.group { oldGroups.insert(group) }
        }
        for group in oldGroups {
            for text in try store.texts(inGroup: group, limit: .max) { reach(text) }
        }
        var links: [ConstrainedComponents<TextKey>.Link] = []
        var apart: [(TextKey, TextKey)] = []
        while let text = frontier.popLast() {
            for edge in try edges(of: text) {
                switch edge.relation {
                case .core(let overlap):
                    reach(edge.other)
                    if text < edge.other { links.append(.init(text, edge.other, strength: overlap.strength)) }
                case .rival: apart.append((text, edge.other))
                case .trimmedFrom, .trimmedTo: break
                }
            }
            for (other, ruling) in try rulings(on: text) where ruling == .apart { apart.append((text, other)) }
        }
        var components = ConstrainedComponents(region, links: links, apart: apart)
        for text in region.sorted() {
            let group = components.root(of: text)
            newGroups[text] = group
            newMembers[group, default: []].append(text)
        }
    }

    // MARK: Stories

    private mutating func formStories(gone: [TextKey: Placement]) throws {
        var region: Set<TextKey> = []
        var frontier: [TextKey] = []
        func reach(_ group: TextKey) {
            if region.insert(group).inserted { frontier.append(group) }
        }
        // A vote may have changed wherever a trimmed copy has its original in the core region.
        for text in newGroups.keys.sorted() {
            if let group = newGroups[text] { reach(group) }
            for edge in try edges(of: text) {
                if case .trimmedTo = edge.relation, let group = try group(of: edge.other) { reach(group) }
            }
        }
        var oldStories: Set<StoryID> = []
        for placement in gone.values { try reachOld(placement.story) }
        func reachOld(_ story: StoryID) throws {
            guard oldStories.insert(story).inserted else { return }
            for text in try store.texts(inStory: story) {
                if let group = try group(of: text) { reach(group) }
            }
        }
        var links: [ConstrainedComponents<TextKey>.Link] = []
        var apart: [(TextKey, TextKey)] = []
        var hosts: [TextKey: (host: TextKey, strength: Int)?] = [:]
        func host(of group: TextKey) throws -> (host: TextKey, strength: Int)? {
            if let known = hosts[group] { return known }
            let found = try vote(of: group)
            hosts[group] = .some(found)
            return found
        }
        while let group = frontier.popLast() {
            if let vote = try host(of: group) {
                reach(vote.host)
                links.append(.init(group, vote.host, strength: vote.strength))
            }
            for text in try members(of: group) {
                if let story = try store.placement(of: text)?.story { try reachOld(story) }
                for edge in try edges(of: text) {
                    if edge.relation == .rival, let rival = try self.group(of: edge.other) {
                        apart.append((group, rival))
                    }
                    guard case .trimmedTo = edge.relation, let voter = try self.group(of: edge.other),
                        !region.contains(voter), try host(of: voter)?.host == group
                    else { continue }
                    reach(voter)
                }
                for (other, ruling) in try rulings(on: text) {
                    guard let otherGroup = try self.group(of: other) else { continue }
                    switch ruling {
                    case .together:
                        reach(otherGroup)
                        links.append(.init(group, otherGroup, strength: .max))
                    case .apart: apart.append((group, otherGroup))
                    }
                }
            }
        }
        try place(ConstrainedComponents(region, links: links, apart: apart), region)
    }

    private mutating func place(
        _ components: ConstrainedComponents<TextKey>, _ region: Set<TextKey>
    ) throws {
        var components = components
        var names: [TextKey: StoryName.Candidate] = [:]
        for group in region {
            let root = components.root(of: group)
            for text in try members(of: group) {
                guard let hash = try store.smallestContentHash(of: text) else { continue }
                let name = StoryName.Candidate(text: text, contentHash: hash)
                names[root] = names[root].map { min($0, name) } ?? name
            }
        }
        for group in region {
            guard let name = names[components.root(of: group)] else { continue }
            for text in try members(of: group) { placements[text] = Placement(group: group, story: name.id) }
        }
    }

    // MARK: What the store knows, and what is new

    private mutating func vote(of group: TextKey) throws -> (host: TextKey, strength: Int)? {
        var voters: [Vote.Member] = []
        var isTrimmed = false
        for text in try members(of: group) {
            let edges = try edges(of: text)
            isTrimmed = isTrimmed || edges.contains { if case .trimmedFrom = $0.relation { true } else { false } }
            voters.append(Vote.Member(edges: edges, words: 0))
        }
        guard isTrimmed else { return nil }
        for (index, text) in try members(of: group).enumerated() {
            voters[index].words = try store.fingerprint(of: text)?.wordCount ?? 0
        }
        return try Vote.host(of: group, members: voters) { try self.group(of: $0) }
    }

    private func exists(_ text: TextKey) throws -> Bool { try store.fingerprint(of: text) != nil }

    private func group(of text: TextKey) throws -> TextKey? {
        if let group = newGroups[text] { return group }
        return try store.placement(of: text)?.group
    }

    private func members(of group: TextKey) throws -> [TextKey] {
        if let members = newMembers[group] { return members }
        return try store.texts(inGroup: group, limit: .max)
    }

    private mutating func edges(of text: TextKey) throws -> [Edge] {
        if let known = edgeCache[text] { return known }
        let found = try store.edges(of: text)
        edgeCache[text] = found
        return found
    }

    /// The reader's rulings between the article that stands under `text` and others that are there.
    private mutating func rulings(on text: TextKey) throws -> [(other: TextKey, ruling: Ruling)] {
        guard text.standsAlone else { return [] }
        if let known = ruledCache[text] { return known }
        var found: [(other: TextKey, ruling: Ruling)] = []
        for article in try store.articles(of: text, limit: 1) {
            for (other, ruling) in try store.rulings(on: article) {
                if let folded = try store.folded(other) { found.append((folded.text, ruling)) }
            }
        }
        ruledCache[text] = found
        return found
    }
}
