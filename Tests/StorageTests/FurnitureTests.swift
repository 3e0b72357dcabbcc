import Storage
import Testing

@Suite("What is learnt of sites")
struct FurnitureTests {
    private func site(_ name: String, _ size: Int) -> SiteCounts {
        SiteCounts(site: name, counts: [UInt8](repeating: 7, count: size))
    }

    @Test("What was kept is there after opening again, and the last word counts")
    func kept() throws {
        let node = try TestNode()
        try node.store.keep([site("harbour.example", 24), site("canal.example", 14)], version: 3)
        try node.store.keep([site("harbour.example", 34)], version: 3)
        try node.reopen()
        #expect(try node.store.furniture(of: "harbour.example", version: 3)?.count == 34)
        #expect(try node.store.furniture(of: "canal.example", version: 3)?.count == 14)
        #expect(try node.store.furniture(of: "dune.example", version: 3) == nil)
    }

    @Test("What another version counted is not read")
    func otherVersion() throws {
        let node = try TestNode()
        try node.store.keep([site("harbour.example", 24)], version: 3)
        #expect(try node.store.furniture(of: "harbour.example", version: 4) == nil)
    }

    @Test("Sites that were not learnt from for the longest time make room")
    func bounded() throws {
        let node = try TestNode()
        for name in ["a.example", "b.example", "c.example"] {
            node.wall.advance(by: .seconds(60))
            try node.store.keep([site(name, 100)], version: 1, within: 250)
        }
        let kept = try ["a.example", "b.example", "c.example"].filter {
            try node.store.furniture(of: $0, version: 1) != nil
        }
        #expect(kept == ["b.example", "c.example"])
    }
}
