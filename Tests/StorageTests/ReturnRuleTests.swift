import Model
import Storage
import Testing

@Suite("When a story that was read comes back")
struct ReturnRuleTests {
    /// A story that was read, of which one copy was corrected by a word since, and another that gained a paragraph.
    private func node() throws -> TestNode {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "Dam holds", prose(1)), entry("2", "Choir wins", prose(2))])
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        try changeBoth(node, seed: 9)
        return node
    }

    private func changeBoth(_ node: TestNode, seed: UInt64) throws {
        var corrected = prose(1)
        corrected[0] += " So \(seed)."
        let longer = prose(2) + prose(seed, paragraphs: 1)
        try node.ingest("harbour", [entry("1", "Dam holds", corrected), entry("2", "Choir wins", longer)])
    }

    private func updated(_ node: TestNode) throws -> [String] { try node.stories("is:updated").map(\.title).sorted() }

    private func follow(_ rule: StoryReturn, _ node: TestNode) throws {
        try node.store.setReturnRule(rule)
        while try node.store.judgePending(limit: 1) > 0 {}
    }

    @Test("Only a new paragraph brings it back, unless the reader says otherwise")
    func usual() throws {
        #expect(try updated(node()) == ["Choir wins"])
    }

    @Test("Any change brings it back where the reader wants that, and none where not")
    func other() throws {
        for (rule, expected) in [(StoryReturn.anyChange, ["Choir wins", "Dam holds"]), (.never, [])] {
            let node = try TestNode()
            try node.subscribe("harbour")
            try follow(rule, node)
            try node.ingest("harbour", [entry("1", "Dam holds", prose(1)), entry("2", "Choir wins", prose(2))])
            _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
            try changeBoth(node, seed: 9)
            #expect(try updated(node) == expected)
        }
    }

    @Test("A story whose text is as it was read stays read by any rule, and an unread one unread")
    func unchanged() throws {
        let node = try node()
        _ = try node.store.perform([.read(true)], on: node.query(""), title: "read")
        try node.ingest("harbour", [entry("3", "Late ferry", prose(3))])
        for rule in StoryReturn.allCases {
            try follow(rule, node)
            #expect(try updated(node) == [])
            #expect(try node.stories("is:unread").map(\.title) == ["Late ferry"])
        }
    }

    @Test("Another rule holds for what was read before, and a rebuild finds nothing to mend")
    func changed() throws {
        let node = try node()
        let events = try node.store.eventRange()
        for (rule, expected) in [
            (StoryReturn.anyChange, ["Choir wins", "Dam holds"]), (.never, []), (.newParagraph, ["Choir wins"]),
        ] {
            try follow(rule, node)
            #expect(try updated(node) == expected)
            #expect(try node.store.rebuild([.stories]).differenceCount == 0)
        }
        #expect(try node.store.eventRange() == events, "nothing happened to the stories")
    }

    @Test("Judging goes on where it was cut off, and the rule is kept")
    func resumed() throws {
        let node = try node()
        try node.store.setReturnRule(.anyChange)
        #expect(try node.store.judgePending(limit: 1) == 1)
        try node.reopen()
        try node.store.setReturnRule(.anyChange)
        #expect(try node.store.judgePending(limit: 1) == 1)
        #expect(try node.store.judgePending(limit: 1) == 0)
        #expect(try updated(node) == ["Choir wins", "Dam holds"])
    }
}
