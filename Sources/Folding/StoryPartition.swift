package import Model

/// The stories of a set of articles, formed from scratch and all at once.
///
/// This is what stories are by definition: a function of the articles and the rulings, in no order. `StoryMaintainer`
/// reaches the same by small steps.
package struct StoryPartition: Sendable {
    package struct Entry: Sendable {
        package var article: ArticleID
        package var contentHash: ContentHash
        package var fingerprint: Fingerprint

        package init(article: ArticleID, contentHash: ContentHash, fingerprint: Fingerprint) {
            self.article = article
            self.contentHash = contentHash
            self.fingerprint = fingerprint
        }
    }

    /// The story of each article.
    package let stories: [ArticleID: StoryID]

    /// An article that is given twice counts as it was given last. Rulings may name articles that are not there.
    package init(_ entries: some Sequence<Entry>, rulings: [ArticlePair: Ruling] = [:]) {
        let ruled = Set(rulings.keys.flatMap { [$0.first, $0.second] })
        var textOfArticle: [ArticleID: TextKey] = [:]
        var fingerprints: [TextKey: Fingerprint] = [:]
        var contentHashes: [ArticleID: ContentHash] = [:]
        for entry in entries {
            let isAlone = entry.fingerprint.evidence == .none || ruled.contains(entry.article)
            let text =
                isAlone
                ? TextKey(of: entry.fingerprint, standingAlone: entry.article) : TextKey(of: entry.fingerprint)
            textOfArticle[entry.article] = text
            contentHashes[entry.article] = entry.contentHash
            fingerprints[text] = entry.fingerprint
        }
        let texts = Set(textOfArticle.values)
        let edges = Self.edges(fingerprints.filter { texts.contains($0.key) })
        let ruledTexts = rulings.compactMap { pair, ruling -> (first: TextKey, second: TextKey, ruling: Ruling)? in
            guard let first = textOfArticle[pair.first], let second = textOfArticle[pair.second] else { return nil }
            return (first, second, ruling)
        }
        let groups = Self.groups(texts, edges, ruledTexts)
        let roots = Self.roots(groups, edges, ruledTexts) { fingerprints[$0]?.wordCount ?? 0 }
        var names: [TextKey: StoryName.Candidate] = [:]
        for (article, text) in textOfArticle {
            guard let root = roots[text], let hash = contentHashes[article] else { continue }
            let name = StoryName.Candidate(text: text, contentHash: hash)
            names[root] = names[root].map { min($0, name) } ?? name
        }
        stories = textOfArticle.compactMapValues { text in roots[text].flatMap { names[$0]?.id } }
    }

    /// The relations of all pairs that meet.
    private static func edges(_ fingerprints: [TextKey: Fingerprint]) -> [TextKey: [Edge]] {
        var textsOfAnchor: [Anchor: [TextKey]] = [:]
        for (text, fingerprint) in fingerprints {
            for anchor in fingerprint.anchors { textsOfAnchor[anchor, default: []].append(text) }
        }
        /// With how much the anchors that bring both near weigh.
        var partners: [TextKey: [TextKey: Int]] = [:]
        for texts in textsOfAnchor.values {
            let ordered = texts.sorted()
            let weight = Neighbours.weight(amongTexts: ordered.count)
            for (place, text) in ordered.enumerated() {
                for other in ordered[(place + 1)...].prefix(FoldingRules.reach) {
                    partners[text, default: [:]][other, default: 0] += weight
                }
            }
        }
        var edges: [TextKey: [Edge]] = [:]
        for (text, others) in partners {
            guard var comparer = fingerprints[text].map({ Comparer($0) }) else { continue }
            for (other, weight) in others where Neighbours.meet(text, other, weight: weight) {
                guard let another = fingerprints[other], let relation = comparer.compare(with: another).relation
                else { continue }
                edges[text, default: []].append(Edge(to: other, relation))
                edges[other, default: []].append(Edge(to: text, relation.reversed))
            }
        }
        return edges
    }

    /// The core group of each text.
    private static func groups(
        _ texts: Set<TextKey>, _ edges: [TextKey: [Edge]],
        _ rulings: [(first: TextKey, second: TextKey, ruling: Ruling)]
    ) -> [TextKey: TextKey] {
        var links: [ConstrainedComponents<TextKey>.Link] = []
        var apart = rulings.filter { $0.ruling == .apart }.map { ($0.first, $0.second) }
        for (text, edges) in edges {
            for edge in edges where text < edge.other {
                switch edge.relation {
                case .core(let overlap): links.append(.init(text, edge.other, strength: overlap.strength))
                case .rival: apart.append((text, edge.other))
                case .trimmedFrom, .trimmedTo: break
                }
            }
        }
        var components = ConstrainedComponents(texts, links: links, apart: apart)
        var groups: [TextKey: TextKey] = [:]
        for text in texts { groups[text] = components.root(of: text) }
        return groups
    }

    /// One group of each story, for each text.
    private static func roots(
        _ groups: [TextKey: TextKey], _ edges: [TextKey: [Edge]],
        _ rulings: [(first: TextKey, second: TextKey, ruling: Ruling)], wordCount: (TextKey) -> Int
    ) -> [TextKey: TextKey] {
        var links: [ConstrainedComponents<TextKey>.Link] = []
        for (group, texts) in Dictionary(grouping: groups.keys, by: { groups[$0] ?? $0 }) {
            let members = texts.map { Vote.Member(edges: edges[$0] ?? [], words: wordCount($0)) }
            if let vote = Vote.host(of: group, members: members, groupOf: { groups[$0] }) {
                links.append(.init(group, vote.host, strength: vote.strength))
            }
        }
        var apart: [(TextKey, TextKey)] = []
        for ruling in rulings {
            guard let first = groups[ruling.first], let second = groups[ruling.second] else { continue }
            switch ruling.ruling {
            case .together: links.append(.init(first, second, strength: .max))
            case .apart: apart.append((first, second))
            }
        }
        for (text, edges) in edges {
            for edge in edges where edge.relation == .rival {
                if let first = groups[text], let second = groups[edge.other] { apart.append((first, second)) }
            }
        }
        var components = ConstrainedComponents(Set(groups.values), links: links, apart: apart)
        return groups.mapValues { components.root(of: $0) }
    }
}
