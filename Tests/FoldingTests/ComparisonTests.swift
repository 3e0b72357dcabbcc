import Folding
import Model
import Testing

@Suite("Whether two texts are copies")
struct ComparisonTests {
    private func verdict(_ first: [String], _ second: [String]) -> Comparison.Verdict {
        let one = Fingerprint(of: CanonicalText(first.joined(separator: "\n")))
        let other = Fingerprint(of: CanonicalText(second.joined(separator: "\n")))
        let there = Comparison(one, other)
        let back = Comparison(other, one)
        #expect(there.verdict == back.verdict)
        #expect(there.relation == back.relation?.reversed)
        return there.verdict
    }

    @Test("a copy in other quotes, case, spacing, with another dateline and with furniture is the same text")
    func restyled() {
        var room = Newsroom(seed: 1)
        let story = room.paragraphs(6)
        let restyled =
            ["SANDVIK (AP) — " + story[0].uppercased()] + story.dropFirst().map { "  " + $0 + "&nbsp;" }
            + ["Copyright 2031 Harbour Wire. All rights reserved.", "Sign up for our morning letters in your inbox."]
        #expect(verdict(story, restyled) == .core)
    }

    @Test("a copy cut to its first third is a trimmed copy", arguments: 1...10)
    func trimmed(seed: Int) {
        var room = Newsroom(seed: UInt64(seed))
        let story = room.paragraphs(12)
        #expect(verdict(story, Array(story.prefix(2))) == .trimmed)
    }

    @Test("the last paragraphs of a story alone are no trimmed copy of it")
    func background() {
        var room = Newsroom(seed: 3)
        let story = room.paragraphs(12)
        #expect(verdict(story, Array(story.suffix(2))) == .apart(.sharedPartIsNotTheLede))
    }

    @Test("two stories with the same background stay apart")
    func sharedBackground() {
        var room = Newsroom(seed: 4)
        let background = room.paragraphs(2)
        #expect(verdict(room.paragraphs(8) + background, room.paragraphs(8) + background) == .apart(.tooLittleShared))
    }

    @Test("a digest whose first item is the beginning of a story is no copy of it")
    func digest() {
        var room = Newsroom(seed: 5)
        let story = room.paragraphs(4)
        var digest = Array(story.prefix(2))
        for _ in 0..<5 { digest += ["___"] + room.paragraphs(2) }
        #expect(verdict(story, digest) != .core)
        #expect(verdict(Array(story.prefix(2)), digest) == .apart(.otherForm))
    }

    @Test("fillings of one template with other numbers are other stories")
    func numbers() {
        let draw = { (day: String, first: Int, second: Int, pot: Int) in
            [
                "The winning numbers of the harbour draw on \(day) evening were \(first) and \(second), the board said.",
                "Nobody guessed both of them, so that the pot of next week rises to \(pot) crowns, it said.",
                "Tickets can be bought at the ferry landing until noon of the day on which the draw is held.",
            ]
        }
        #expect(verdict(draw("Monday", 14, 33, 120_000), draw("Thursday", 7, 21, 180_000)) == .apart(.otherFacts))
        #expect(verdict(draw("Monday", 14, 33, 120_000), draw("Monday", 14, 33, 120_000)) == .core)
    }

    @Test("fillings of one template with other names are other stories")
    func names() {
        let appointment = { (company: String, person: String, former: String) in
            [
                "\(company) said it named \(person) as its head of works, which takes effect at the end of the month.",
                "The post had been open since the spring, when \(former) left for a place on the board of a bank.",
                "The company runs quarries and kilns in four valleys and sells most of what it makes to builders.",
            ]
        }
        let first = appointment("Brandt Lime", "Ada Holm", "Per Lund")
        let second = appointment("Skog Brick", "Jens Friis", "Tove Berg")
        #expect(verdict(first, second) == .apart(.otherFacts))
    }

    @Test("a correction of one number in a long story leaves it one story")
    func correction() {
        var room = Newsroom(seed: 6)
        let story = room.paragraphs(6)
        let early = ["At least 12 boats were lost in the night, the harbour master said."] + story
        let late = ["At least 15 boats were lost in the night, the harbour master said."] + story
        #expect(verdict(early, late) == .core)
    }

    @Test("texts of a few words are copies only if all words agree")
    func fewWords() {
        let brief = "The ferry to the northern islands sails again on Sunday morning, its owner said."
        let other = "The ferry to the southern islands sails again on Sunday morning, its owner said."
        #expect(verdict([brief], [brief]) == .core)
        #expect(verdict([brief], [other]) == .apart(.tooShort))
        #expect(verdict(["Comments"], ["Comments"]) == .apart(.tooShort))
    }

    @Test(
        "copies in scripts without spaces are found",
        arguments: [
            "港口委员会决定在冬天之前修好北边的旧桥。工程师说木头已经腐朽，灯塔的石墙也要重新砌好。市长答应春天再开放渡口。",
            "港の評議会は冬が来る前に北の古い橋を直すことに決めた。技師によると木はすでに腐っており、灯台の石壁も積み直すという。",
            "สภาท่าเรือตัดสินใจซ่อมสะพานเก่าทางเหนือก่อนฤดูหนาว วิศวกรบอกว่าไม้ผุแล้ว และกำแพงหินของประภาคารต้องก่อใหม่",
        ])
    func withoutSpaces(text: String) {
        var room = Newsroom(seed: 8)
        #expect(verdict([text], [text, room.sentence()]) == .core)
        #expect(Fingerprint(of: CanonicalText(text)).evidence == .passages)
    }
}
