import Model
import Storage
import Testing

@Suite("Pictures for offline reading")
struct PictureTests {
    private static let quay = "https://img.example/quay.png"
    private static let crane = "https://img.example/crane.png"

    private func entry(_ id: String, _ text: String, pictures: [String]) -> IngestEntry {
        IngestEntry(
            entryID: id, link: "https://harbour.example/\(id)", title: "Notice \(id)", pictures: pictures,
            bodyHTML: "<p>\(text)</p>", text: CanonicalText(text))
    }

    private func wanted(_ node: TestNode) throws -> [String] {
        try node.store.wantedPictures(of: FeedID(url: TestNode.url("harbour")), limit: 50).map(\.address)
    }

    private func settle(_ node: TestNode, _ address: String, _ outcome: PictureOutcome) throws {
        let all = try node.store.wantedPictures(of: FeedID(url: TestNode.url("harbour")), limit: 50)
        try node.store.settle(all.filter { $0.address == address }.map { ($0, outcome) })
    }

    private func addresses(_ node: TestNode, _ id: String) throws -> [String] {
        try node.store.pictures(of: node.article("harbour", id)).map(\.address)
    }

    @Test("What an article shows is wanted until it is here, and is then stored once")
    func kept() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "The quay is closed.", pictures: [Self.quay, Self.crane])])
        #expect(try wanted(node) == [Self.quay, Self.crane])
        try settle(node, Self.crane, .kept(type: "image/png", bytes: [1, 2, 3]))
        try settle(node, Self.quay, .kept(type: "image/png", bytes: [1, 2, 3]))
        #expect(try wanted(node).isEmpty)
        let pictures = try node.store.pictures(of: node.article("harbour", "1"))
        #expect(pictures.map(\.address) == [Self.quay, Self.crane], "in the order of the article")
        #expect(Set(pictures.map(\.hash)).count == 1)
        #expect(try node.store.picture(pictures[0].hash) == [1, 2, 3])
    }

    @Test("A picture that another article showed is not asked for again")
    func shared() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "The quay is closed.", pictures: [Self.quay])])
        try settle(node, Self.quay, .kept(type: "image/png", bytes: [1]))
        try node.ingest("harbour", [entry("2", "The quay is open again.", pictures: [Self.quay])])
        #expect(try wanted(node).isEmpty)
        #expect(try addresses(node, "2") == [Self.quay])
    }

    @Test("What is refused is not asked for again, and what fails is so a few times")
    func givenUp() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "The quay is closed.", pictures: [Self.quay, Self.crane])])
        try settle(node, Self.quay, .refused)
        for _ in 0..<3 {
            #expect(try wanted(node) == [Self.crane])
            try settle(node, Self.crane, .failed)
        }
        #expect(try wanted(node).isEmpty)
        #expect(try addresses(node, "1").isEmpty)
    }

    @Test("A picture goes with the last article that shows it, and a rebuild leaves it alone")
    func lettingGo() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "The quay is closed.", pictures: [Self.quay])])
        try node.ingest("harbour", [entry("2", "The crane is to be sold.", pictures: [Self.quay])])
        try settle(node, Self.quay, .kept(type: "image/png", bytes: [1]))
        let hash = try #require(try node.store.pictures(of: node.article("harbour", "1")).first).hash
        _ = try node.store.rebuild(Set(DerivedData.allCases))
        #expect(try node.store.picture(hash) != nil)
        try node.ingest("harbour", [entry("1", "The quay was closed for a day.", pictures: [Self.crane])])
        #expect(try addresses(node, "1").isEmpty)
        #expect(try node.store.picture(hash) != nil)
        try node.ingest("harbour", [entry("2", "The crane was sold for scrap.", pictures: [Self.crane])])
        #expect(try node.store.picture(hash) == nil)
        #expect(try node.store.check().isEmpty)
    }

    @Test("Pictures belong to this node: no change tells of them")
    func local() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        try node.ingest("harbour", [entry("1", "The quay is closed.", pictures: [Self.quay])])
        let before = try node.store.digest()
        try settle(node, Self.quay, .kept(type: "image/png", bytes: [1]))
        #expect(try node.store.digest() == before)
        #expect(try addresses(node, "1") == [Self.quay])
    }
}
