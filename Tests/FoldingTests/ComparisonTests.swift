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

    @Test("a figure is compared with the one in its place, though it stands elsewhere in the other text too")
    func shiftedNumbers() {
        let crop = { (now: Int, before: Int) in
            [
                "The harvest office put the barley crop of the valley at \(now) carts, against \(before) carts last month.",
                "It said that rain had kept the reapers from the upper meadows until the end of the week before.",
                "The mills along the lower river have taken on hands and will grind by night until the frost comes.",
            ]
        }
        #expect(verdict(crop(173, 175), crop(167, 173)) == .apart(.otherFacts))
    }

    @Test("rows of figures under the same prose are facts too")
    func tables() {
        let quote = { (rows: [String]) in
            ["The harbour exchange posts the price of a ton of herring as the mean of its last seven sales."] + rows
                + ["Prices are for fish that was landed in the morning and lies on ice, without the harbour's fee."]
        }
        #expect(
            verdict(quote(["Grade 1 2", "69.35 69.25"]), quote(["Grade 1 2", "70.03 69.87"])) == .apart(.otherFacts))
        #expect(verdict(quote(["Grade 1 2", "69.35 69.25"]), quote(["Grade 1 2", "69.35 69.25"])) == .core)
    }

    @Test("a template whose only name opens the text is another story under another name")
    func openingName() {
        let rate = { (bank: String) in
            [
                "\(bank) said it is raising what it asks of its best borrowers to seven and three quarters, at once.",
                "The rate had stood at seven and a half since the end of the harvest, it said. Wire",
            ]
        }
        let first = rate("Norland Savings, the main bank of Norland Savings Holding")
        #expect(verdict(first, rate("Harbour Bank Ltd")) == .apart(.otherFacts))
    }

    @Test("a sentence that an agency signs is prose")
    func signature() {
        let signed = Fingerprint(of: CanonicalText("The owner of the ferry said that it sails on Sunday. Reuter"))
        let headline = Fingerprint(
            of: CanonicalText("The owner of the ferry says that it sails against the U.S. Dollar"))
        let start = (0..<3).map { _ in "The mayor of the old harbour town has opened the new bridge at noon." }[0]
        #expect(signed.wordCount == 12 && headline.wordCount == 13)
        let body = { (line: String) in Fingerprint(of: CanonicalText(start + "\n" + line)).words.count }
        #expect(body("The owner of the ferry said that it sails on Sunday. Reuter") == 26)
        #expect(body("The owner of the ferry says that it sails against the U.S. Dollar") == 0)
    }

    @Test("a later version that has a few other figures in many words stays in its story")
    func laterVersion() {
        var room = Newsroom(seed: 10)
        let story = room.paragraphs(6)
        let version = { (boats: Int, crews: Int, days: Int) in
            ["At least \(boats) boats were lost in the night, and \(crews) crews with them."] + story.prefix(3)
                + ["The search goes on for \(days) days, the harbour master said."] + story.suffix(3)
        }
        #expect(verdict(version(12, 3, 5), version(15, 4, 8)) == .core)
    }

    @Test(
        "equal words under datelines of two places are two items; a dropped, shortened or restyled dateline is nothing")
    func datelines() {
        var room = Newsroom(seed: 11)
        let story = room.paragraphs(6)
        let under = { (dateline: String) in [dateline + story[0]] + story.dropFirst() }
        #expect(
            verdict(under("SANDVIK, Norland (AP) — "), under("PORT OF BRENT (Reuters) - ")) == .apart(.otherDateline))
        #expect(verdict(under("SANDVIK (AP) — "), under("BRENT (AP) — ")) == .apart(.otherDateline))
        #expect(verdict(under("SANDVIK, Norland (AP) — "), under("(SANDVIK) - ")) == .core)
        #expect(verdict(under("SANDVIK, Norland (AP) — "), under("BRENT, Norland (AP) — ")) == .core)
        #expect(verdict(under("(CNN) — "), under("Sandvik — ")) == .core)
        #expect(verdict(under(""), under("SANDVIK, July 13 (Reuters) - ")) == .core)
        #expect(verdict(under("Monday: "), under("SANDVIK — ")) == .core)
    }

    @Test("a relation is stored as a number and read back")
    func codes() {
        let overlap = Overlap(ofShorter: 870, ofLonger: 310)
        for relation in [Relation.core(overlap), .trimmedFrom(overlap), .trimmedTo(overlap), .rival] {
            #expect(Relation(code: relation.code) == relation)
        }
        #expect(Relation(code: Relation.rival.code + 1) == nil)
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
