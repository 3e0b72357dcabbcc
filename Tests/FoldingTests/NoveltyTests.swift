import Folding
import Model
import Testing

@Suite("What a text brings that is new")
struct NoveltyTests {
    @Test("a copy with another headline, agency line and a moved, trimmed or edited paragraph brings nothing")
    func nothing() {
        var room = Newsroom(seed: 1)
        let story = room.paragraphs(5)
        var novelty = Novelty()
        novelty.know(CanonicalText(story.joined(separator: "\n")))
        var copy = ["Ferry sails again", "By Ada Holm", story[3], story[0], story[1].replacing("The ", with: "That ")]
        copy += ["Copyright 2031 Harbour Wire. All rights reserved."]
        #expect(novelty.newParagraphs(of: CanonicalText(copy.joined(separator: "\n"))).isEmpty)
    }

    @Test("a paragraph of substance that none of the known texts has is named by its number")
    func added() {
        var room = Newsroom(seed: 2)
        let story = room.paragraphs(4)
        var novelty = Novelty()
        novelty.know(CanonicalText(story.prefix(2).joined(separator: "\n")))
        novelty.know(CanonicalText(story.suffix(2).joined(separator: "\n")))
        let longer = CanonicalText(
            (["A headline"] + story + [room.sentence() + " " + room.sentence()]).joined(separator: "\n"))
        #expect(novelty.newParagraphs(of: longer) == [5])
    }

    @Test("the reader may ask for more")
    func rule() {
        var room = Newsroom(seed: 3)
        let text = CanonicalText(room.paragraphs(1).joined(separator: "\n"))
        #expect(Novelty().newParagraphs(of: text) == [0])
        #expect(Novelty(Novelty.Rule(fewestWords: 100, leastNewShare: 500)).newParagraphs(of: text).isEmpty)
    }
}

@Suite("Word diffs")
struct WordDiffTests {
    /// What the diff says the two texts were.
    private func rebuilt(_ diff: WordDiff, _ old: CanonicalText, _ new: CanonicalText) -> (old: [String], new: [String])
    {
        var result: (old: [String], new: [String]) = ([], [])
        for change in diff.changes {
            switch change {
            case .kept(let before, let after):
                result.old.append(String(old.paragraphs[before]))
                result.new.append(String(new.paragraphs[after]))
            case .changed(_, _, let runs):
                // Kept words are spelled with the spaces that the new text has behind them.
                result.old.append(Self.words(runs.filter { $0.kind != .added }))
                result.new.append(runs.filter { $0.kind != .cut }.map(\.text).joined())
            case .cut(let before): result.old.append(String(old.paragraphs[before]))
            case .added(let after): result.new.append(String(new.paragraphs[after]))
            }
        }
        return result
    }

    private static func words(_ runs: [WordDiff.WordRun]) -> String {
        runs.flatMap { $0.text.split(separator: " ") }.joined(separator: " ")
    }

    @Test("both texts can be rebuilt from the changes", arguments: 1...40)
    func complete(seed: Int) {
        var room = Newsroom(seed: UInt64(seed))
        let base = room.paragraphs(6)
        let edited = room.copy(of: room.copy(of: base)).map { paragraph in
            room.number(below: 3) == 0 ? paragraph.replacing("harbour", with: "old port") : paragraph
        }
        let old = CanonicalText(base.joined(separator: "\n"))
        let new = CanonicalText(edited.joined(separator: "\n"))
        let result = rebuilt(WordDiff(from: old, to: new), old, new)
        #expect(result.old == old.paragraphs.map(String.init), "seed \(seed)")
        #expect(result.new == new.paragraphs.map(String.init), "seed \(seed)")
    }

    @Test("an edit shows the words that changed and no others")
    func edit() {
        let old = CanonicalText("The old bridge was closed on Monday.\nThe ferry sails.")
        let new = CanonicalText("The old bridge was opened on Monday.\nThe ferry sails.\nTickets are free today.")
        let runs = [
            WordDiff.WordRun(kind: .kept, text: "The old bridge was "), .init(kind: .cut, text: "closed "),
            .init(kind: .added, text: "opened "), .init(kind: .kept, text: "on Monday."),
        ]
        #expect(
            WordDiff(from: old, to: new).changes
                == [.changed(old: 0, new: 0, runs: runs), .kept(old: 1, new: 1), .added(new: 2)])
    }

    @Test("huge texts without a word in common are shown as replaced")
    func huge() {
        let old = CanonicalText((0..<60_000).map { "a\($0)" }.joined(separator: " "))
        let new = CanonicalText((0..<60_000).map { "b\($0)" }.joined(separator: " "))
        #expect(WordDiff(from: old, to: new).changes == [.cut(old: 0), .added(new: 0)])
        #expect(WordDiff(from: CanonicalText(""), to: CanonicalText("")).changes.isEmpty)
    }
}
