import Folding
import Model
import Testing

@Suite("Stories as articles come and go")
struct StoryMaintainerTests {
    @Test("any order of arrival gives the stories that forming them from scratch gives", arguments: 1...12)
    func order(seed: Int) throws {
        var room = Newsroom(seed: UInt64(seed))
        let entries = room.day(stories: 8).enumerated().map { StoryPartition.Entry($0.offset, $0.element) }
        let expected = StoryPartition(entries).stories
        #expect(Set(expected.values).count < expected.count, "seed \(seed) has copies")
        for _ in 0..<6 {
            var maintainer = StoryMaintainer(FoldingMemory())
            for entry in room.shuffled(entries + entries.prefix(5)) { try maintainer.insert(entry) }
            #expect(maintainer.store.stories == expected, "seed \(seed)")
        }
    }

    @Test("edits, deletions, re-deliveries, splits and joins end as if only the end had been", arguments: 1...16)
    func life(seed: Int) throws {
        var room = Newsroom(seed: UInt64(seed) &+ 1000)
        let texts = room.day(stories: 7)
        var maintainer = StoryMaintainer(FoldingMemory())
        var present: [ArticleID: StoryPartition.Entry] = [:]
        var rulings: [ArticlePair: Ruling] = [:]
        for step in 0..<160 {
            let entry = StoryPartition.Entry(room.number(below: 40), room.pick(texts))
            let before = maintainer.store
            let changes: StoryChanges
            switch room.number(below: 10) {
            case 0, 1:
                changes = try maintainer.remove(entry.article)
                present[entry.article] = nil
            case 2:
                let other = StoryPartition.Entry(room.number(below: 40), room.pick(texts)).article
                guard let pair = ArticlePair(entry.article, other) else { continue }
                let ruling = room.pick([Ruling.together, .apart, .apart, nil])
                changes = try maintainer.overrule(pair, ruling)
                rulings[pair] = ruling
            default:
                changes = try maintainer.insert(entry)
                present[entry.article] = entry
            }
            try Self.expect(changes, explain: before, maintainer.store, "seed \(seed), step \(step)")
            if step % 8 == 7 {
                let expected = StoryPartition(present.values, rulings: rulings).stories
                #expect(maintainer.store.stories == expected, "seed \(seed), step \(step)")
            }
        }
    }

    @Test("a paragraph planted in more texts than an anchor reaches changes no story, in any order", arguments: 1...3)
    func plantedParagraph(seed: Int) throws {
        var room = Newsroom(seed: UInt64(seed) &+ 2000)
        let planted = (0..<6).map { _ in room.sentence() }.joined(separator: " ")
        var entries: [StoryPartition.Entry] = []
        for number in 0..<(FoldingRules.reach * 3) {
            let text = (room.paragraphs(9) + [planted]).joined(separator: "\n")
            entries.append(StoryPartition.Entry(number, CanonicalText(text)))
        }
        let expected = StoryPartition(entries).stories
        #expect(Set(expected.values).count == entries.count)
        var maintainer = StoryMaintainer(FoldingMemory())
        for entry in room.shuffled(entries) { try maintainer.insert(entry) }
        #expect(maintainer.store.stories == expected)
    }

    @Test("long texts whose anchors become crowded and empty again end as if only the end had been", arguments: 1...6)
    func crowds(seed: Int) throws {
        var room = Newsroom(seed: UInt64(seed) &+ 4000)
        let background = room.paragraphs(1)
        let stories = (0..<3).map { _ in room.paragraphs(9) + background }
        let entries = (0..<30).map { number in
            let text = room.copy(of: room.pick(stories)) + (number % 3 == 0 ? room.pick(stories).suffix(4) : [])
            return StoryPartition.Entry(number, CanonicalText(text.joined(separator: "\n")))
        }
        var maintainer = StoryMaintainer(FoldingMemory())
        var present: [ArticleID: StoryPartition.Entry] = [:]
        for step in 1...150 {
            let entry = room.pick(entries)
            if present[entry.article] == nil {
                try maintainer.insert(entry)
                present[entry.article] = entry
            } else {
                try maintainer.remove(entry.article)
                present[entry.article] = nil
            }
            guard step % 5 == 0 else { continue }
            #expect(maintainer.store.stories == StoryPartition(present.values).stories, "seed \(seed), step \(step)")
        }
    }

    @Test(
        "a story of more copies than an anchor reaches stays one, and is taken apart and put together", arguments: 1...2
    )
    func largeStory(seed: Int) throws {
        var room = Newsroom(seed: UInt64(seed) &+ 3000)
        let base = room.paragraphs(6)
        let entries = (0..<(FoldingRules.reach * 3)).map { number in
            StoryPartition.Entry(number, CanonicalText((base + [room.sentence()]).joined(separator: "\n")))
        }
        var maintainer = StoryMaintainer(FoldingMemory())
        for entry in room.shuffled(entries) { try maintainer.insert(entry) }
        #expect(Set(maintainer.store.stories.values).count == 1)
        var left = entries
        for entry in room.shuffled(entries).prefix(FoldingRules.reach * 2) {
            try maintainer.remove(entry.article)
            left.removeAll { $0.article == entry.article }
        }
        #expect(maintainer.store.stories == StoryPartition(left).stories)
    }

    @Test("a copy without a dateline belongs to the item that it is more like, and does not join the two")
    func rivals() throws {
        var room = Newsroom(seed: 12)
        let story = room.paragraphs(6)
        let longer = story + room.paragraphs(1)
        var texts: [[String]] = []
        for (dateline, item) in [("SANDVIK (AP) — ", story), ("BRENT (AP) — ", longer)] {
            texts.append([dateline + item[0]] + item.dropFirst())
            texts.append(item)
        }
        let entries = texts.enumerated().map {
            StoryPartition.Entry($0.offset, CanonicalText($0.element.joined(separator: "\n")))
        }
        for _ in 0..<6 {
            var maintainer = StoryMaintainer(FoldingMemory())
            for entry in room.shuffled(entries) { try maintainer.insert(entry) }
            let stories = entries.map { maintainer.store.stories[$0.article] }
            #expect(stories[0] == stories[1] && stories[2] == stories[3] && stories[0] != stories[2])
        }
    }

    @Test("one text under a thousand ids is one story")
    func sameText() throws {
        var room = Newsroom(seed: 7)
        let text = CanonicalText(room.paragraphs(4).joined(separator: "\n"))
        var maintainer = StoryMaintainer(FoldingMemory())
        for number in 0..<1000 { try maintainer.insert(StoryPartition.Entry(number, text)) }
        #expect(Set(maintainer.store.stories.values) == [StoryID(hash: text.hash)])
    }

    @Test("articles of a word or two are nobody's copies")
    func emptyArticles() throws {
        var maintainer = StoryMaintainer(FoldingMemory())
        for number in 0..<5 { try maintainer.insert(StoryPartition.Entry(number, CanonicalText("Comments"))) }
        #expect(Set(maintainer.store.stories.values).count == 5)
    }

    @Test("equal texts that the reader splits have two names, and one again when the split is undone")
    func splitOfEqualTexts() throws {
        var room = Newsroom(seed: 9)
        let text = CanonicalText(room.paragraphs(4).joined(separator: "\n"))
        let (first, second) = (StoryPartition.Entry(1, text), StoryPartition.Entry(2, text))
        let pair = try #require(ArticlePair(first.article, second.article))
        var maintainer = StoryMaintainer(FoldingMemory())
        try maintainer.insert(first)
        try maintainer.insert(second)
        try maintainer.overrule(pair, .apart)
        #expect(Set(maintainer.store.stories.values).count == 2)
        try maintainer.overrule(pair, nil)
        #expect(Set(maintainer.store.stories.values) == [StoryID(hash: text.hash)])
    }

    /// Every story that differs between two states is named by the changes.
    private static func expect(
        _ changes: StoryChanges, explain before: FoldingMemory, _ after: FoldingMemory, _ comment: Comment
    ) throws {
        let old = Dictionary(grouping: before.stories.keys, by: { before.stories[$0] }).mapValues(Set.init)
        let new = Dictionary(grouping: after.stories.keys, by: { after.stories[$0] }).mapValues(Set.init)
        for (story, articles) in new where old[story] != articles {
            #expect(changes.touched.contains(try #require(story)), comment)
        }
        for story in old.keys where new[story] == nil {
            #expect(changes.retired.contains(try #require(story)), comment)
        }
        #expect(changes.retired.allSatisfy { new[$0] == nil }, comment)
    }
}

extension StoryMaintainer {
    @discardableResult
    fileprivate mutating func insert(_ entry: StoryPartition.Entry) throws -> StoryChanges {
        try insert(entry.article, contentHash: entry.contentHash, text: FoldableText(entry.fingerprint))
    }
}
