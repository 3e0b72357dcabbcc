import Folding
import Model
import Testing

@Suite("Folding what someone planted")
struct HostileFoldingTests {
    private var maintainer = StoryMaintainer(CountingStore())

    /// Fingerprints that folding `text` asked for.
    private mutating func cost(of text: [String], number: Int) throws -> Int {
        let entry = StoryPartition.Entry(number, CanonicalText(text.joined(separator: "\n")))
        let before = maintainer.store.count.fingerprints
        try maintainer.insert(entry.article, contentHash: entry.contentHash, text: FoldableText(entry.fingerprint))
        return maintainer.store.count.fingerprints - before
    }

    /// The texts that one text meets at most.
    private func mostMet(_ text: [String]) -> Int {
        let fingerprint = Fingerprint(of: CanonicalText(text.joined(separator: "\n")))
        return 2 * FoldingRules.reach * fingerprint.anchors.count
    }

    @Test("a passage planted in hundreds of texts makes none of them meet more than its anchors' neighbours, or join")
    mutating func plantedPassage() throws {
        var room = Newsroom(seed: 21)
        let planted = room.paragraphs(3)
        for number in 0..<300 {
            let text = room.paragraphs(8) + planted
            let cost = try cost(of: text, number: number)
            #expect(cost <= mostMet(text) + 4, "text \(number)")
        }
        #expect(Set(maintainer.store.memory.stories.values).count == 300)
    }

    @Test("a sentence of background that hundreds of stories have makes hardly any of them be compared")
    mutating func background() throws {
        var room = Newsroom(seed: 34)
        let background = room.sentence() + " " + room.sentence()
        var textsOfAnchor: [Anchor: Int] = [:]
        var compared = 0
        for number in 0..<200 {
            let text = room.paragraphs(14) + [background]
            for anchor in Fingerprint(of: CanonicalText(text.joined(separator: "\n"))).anchors {
                textsOfAnchor[anchor, default: 0] += 1
            }
            let cost = try cost(of: text, number: number)
            if number >= 50, cost > 2 { compared += 1 }
        }
        // In a few texts its words happen to make another anchor.
        #expect(compared <= 7)
        #expect(textsOfAnchor.values.filter { $0 > FoldingRules.crowd }.count == 1, "it is what they are looked up by")
    }

    @Test("a different near-copy of one story is compared with its anchors' neighbours, however many there are")
    mutating func nearCopies() throws {
        var room = Newsroom(seed: 22)
        let story = room.paragraphs(6)
        for number in 0..<200 {
            let text = story + [room.sentence()]
            let cost = try cost(of: text, number: number)
            // With each it meets, and twice for each pair that it may have pushed out of reach.
            #expect(cost <= 6 * mostMet(text), "text \(number)")
        }
        #expect(Set(maintainer.store.memory.stories.values).count == 1)
    }

    @Test("one text under a new id every minute costs the same for ever")
    mutating func repeatedText() throws {
        var room = Newsroom(seed: 23)
        let text = room.paragraphs(6)
        _ = try cost(of: text, number: 0)
        for number in 1..<1440 { #expect(try cost(of: text, number: number) <= 2) }
    }

    @Test("a digest of the beginnings of every story joins none of them")
    mutating func glue() throws {
        var room = Newsroom(seed: 24)
        let stories = (0..<12).map { _ in room.paragraphs(6) }
        for (number, story) in stories.enumerated() { _ = try cost(of: story, number: number) }
        for number in 0..<20 {
            let pieces = room.shuffled(stories).prefix(4).flatMap { $0.prefix(2) }
            _ = try cost(of: pieces, number: 100 + number)
        }
        let alone = (0..<12).map { number in
            maintainer.store.memory.stories[StoryPartition.Entry(number, CanonicalText("")).article]
        }
        #expect(Set(alone).count == 12)
    }

    @Test("a copy in a script without spaces is found when it is cut and a site's lines stand around it")
    mutating func withoutSpaces() throws {
        let sentences = [
            "港口委员会决定在冬天之前修好北边的旧桥。", "工程师说木头已经腐朽，灯塔的石墙也要重新砌好。", "市长答应春天再开放渡口。",
            "渔民希望工程不会耽误他们出海捕捞鲱鱼的日子。", "商会则认为新的关税会让码头上的货物变得更贵。",
        ]
        _ = try cost(of: [sentences.joined()], number: 0)
        _ = try cost(of: ["首页", sentences.prefix(3).joined(), "版权所有"], number: 1)
        _ = try cost(of: [sentences.reversed().joined().replacing("港口", with: "山谷")], number: 2)
        let stories = (0..<2).map {
            maintainer.store.memory.stories[StoryPartition.Entry($0, CanonicalText("")).article]
        }
        #expect(stories[0] == stories[1])
    }
}
