import Changelog
import Model
import Storage
import Testing

/// Two nodes talk until neither has anything left to say, and then exchange bodies. Returns the changes that `one` sent.
@discardableResult
func converge(_ one: TestNode, _ other: TestNode) throws -> [Change] {
    let sent = try meet(one, other)
    for (here, there) in [(one.store, other.store), (other.store, one.store)] {
        try here.add(bodies: there.bodies(here.wantedBodies(limit: 10_000)).found)
        while try here.foldPending(limit: 50) > 0 {}
    }
    return sent
}

/// The same without the bodies.
@discardableResult
func meet(_ one: TestNode, _ other: TestNode) throws -> [Change] {
    var sessions = [
        Session(role: .initiator, peer: DeviceID(publicKey: Array(other.path.utf8))),
        Session(role: .responder, peer: DeviceID(publicKey: Array(one.path.utf8))),
    ]
    let stores = [one.store, other.store]
    var queue: [(to: Int, Message)] = []
    func post(_ outputs: [SessionOutput], from side: Int) {
        for case .send(let message) in outputs { queue.append((1 - side, message)) }
    }
    var sent: [Change] = []
    post(try stores[0].start(&sessions[0]), from: 0)
    while !queue.isEmpty {
        let (side, message) = queue.removeFirst()
        if side == 1, case .changes(let batch) = message { sent += batch.changes }
        post(try stores[side].receive(message, in: &sessions[side]), from: side)
    }
    return sent
}

/// What must be equal where the replicated state is.
struct DerivedState: Equatable {
    struct Story: Equatable {
        var id: StoryID
        var best: ArticleID
        var copies: [ArticleID]
        var state: StoryState
        var isStarred: Bool
        var tags: [String]
    }

    var stories: [Story]

    init(_ node: TestNode) throws {
        stories = try node.stories().map { story in
            Story(
                id: story.id, best: story.best, copies: try node.store.copies(of: story.id).map(\.id),
                state: story.state, isStarred: story.isStarred, tags: story.tags)
        }
    }
}

@Suite("Nodes that meet")
struct ConvergenceTests {
    @Test("What one captured and did, the other has after a meeting")
    func twoNodes() throws {
        let (one, other) = (try TestNode(), try TestNode())
        try one.subscribe("harbour")
        try one.ingest("harbour", [entry("1", "Dam holds", prose(1)), entry("2", "Choir wins", prose(2))])
        _ = try one.store.perform(
            [.read(true), .star(true), .tag("dams", true), .note("map")], on: one.query("dam"), title: "x")
        try converge(one, other)
        #expect(try one.store.digest() == other.store.digest())
        #expect(try DerivedState(one) == DerivedState(other))
        #expect(try other.stories("choir").count == 1)
        #expect(try other.stories("has:note tag:dams").count == 1)
        #expect(try other.store.feeds().map(\.url) == [TestNode.url("harbour")])
    }

    @Test("An article that both fetched alone is one article, and reading it on one reads it on the other")
    func fetchedTwice() throws {
        let (one, other) = (try TestNode(), try TestNode())
        for node in [one, other] {
            try node.subscribe("harbour")
            try node.ingest("harbour", [entry("1", "Dam holds", prose(1))])
        }
        _ = try other.store.perform([.read(true)], on: other.query(""), title: "read")
        try converge(one, other)
        #expect(try one.stories("is:read").count == 1)
        #expect(try one.store.counts().articles == 1)
        #expect(try one.store.digest() == other.store.digest())
    }

    @Test("A body that several articles have is asked for once, and serves all of them, whoever brings it")
    func sharedBody() throws {
        let (one, other) = (try TestNode(), try TestNode())
        for name in ["harbour", "valley"] {
            try one.subscribe(name)
            try one.ingest(name, [entry("1", "Dam holds, says \(name)", prose(1))])
        }
        try meet(one, other)
        #expect(try other.store.wantedBodies(limit: 10).count == 1)
        try other.subscribe("coast")
        try other.ingest("coast", [entry("1", "Dam holds, says coast", prose(1))])
        while try other.store.foldPending(limit: 50) > 0 {}
        #expect(try other.store.wantedBodies(limit: 10).isEmpty)
        #expect(try other.store.counts().bodies == 1)
        #expect(try other.stories().map(\.copies) == [3])
        #expect(try other.stories("harbour").count == 1, "found by a word of a headline that came before the body")
        try meet(one, other)
        while try one.store.foldPending(limit: 50) > 0 {}
        #expect(try one.store.wantedBodies(limit: 10).isEmpty)
        #expect(try one.stories().map(\.copies) == [3])
        #expect(try one.store.check() == [] && other.store.check() == [])
    }

    @Test("The reader's word may come before the article")
    func flagsFirst() throws {
        let (one, other) = (try TestNode(), try TestNode())
        try one.subscribe("harbour")
        try one.ingest("harbour", [entry("1", "Dam holds", prose(1))])
        _ = try one.store.perform([.read(true), .hide(true)], on: one.query(""), title: "x")
        let peer = DeviceID(publicKey: [1])
        for change in try converge(one, TestNode()).reversed() { _ = try other.store.apply([change], from: peer) }
        try other.store.add(bodies: one.store.bodies(other.store.wantedBodies(limit: 10)).found)
        while try other.store.foldPending() > 0 {}
        #expect(try other.stories().isEmpty)
        #expect(try other.stories("is:hidden is:read").count == 1)
    }

    @Test("A bundle carries the state to a node that was never met, and again it changes nothing")
    func bundle() throws {
        let (one, other) = (try TestNode(), try TestNode())
        try one.subscribe("harbour")
        try one.ingest("harbour", [entry("1", "Dam holds", prose(1)), entry("2", "Choir wins", prose(2))])
        _ = try one.store.perform([.star(true)], on: one.query("choir"), title: "star")
        let key = BundleKey(publicKey: [7], sign: { $0 })
        var writer = BundleWriter(base: VersionVector(), key: key)
        var file: [UInt8] = []
        while let bytes = try one.store.next(of: &writer) { file += bytes }
        for _ in 0..<2 {
            var verifier = BundleVerifier(
                trust: BundleTrust(isPaired: { _ in true }, isGenuine: { signature, bytes, _ in signature == bytes }))
            try verifier.append(file)
            var bundle = BundleImport(try verifier.finish())
            var reader = FrameReader()
            reader.append(file)
            while let frame = try reader.next() { _ = try other.store.receive(frame, in: &bundle) }
            try other.store.add(bodies: one.store.bodies(other.store.wantedBodies(limit: 10)).found)
            while try other.store.foldPending() > 0 {}
            #expect(try one.store.digest() == other.store.digest())
            #expect(try DerivedState(one) == DerivedState(other))
        }
    }

    @Test("Whatever was captured and done where, in whichever order: all that met agree", arguments: 1...12)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let nodes = try (0..<3).map { _ in try TestNode() }
        let names = ["harbour", "valley", "coast"]
        for node in nodes { for name in names { try node.subscribe(name) } }
        let texts = (1...4).map { prose(seed &* 100 &+ $0) }
        for _ in 0..<40 {
            guard let node = nodes.randomElement(using: &random), let name = names.randomElement(using: &random) else {
                continue
            }
            node.wall.advance(by: .milliseconds(Int64.random(in: 1...90_000, using: &random)))
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                let number = Int.random(in: 1...5, using: &random)
                var text = texts.randomElement(using: &random) ?? []
                if Bool.random(using: &random) { text.removeLast(Int.random(in: 0...3, using: &random)) }
                if Bool.random(using: &random) { text += prose(seed &+ UInt64(number), paragraphs: 1) }
                try node.ingest(
                    name, [entry("\(number)", "Title \(number)", text, link: "https://\(name).example/\(number)")])
            case 5: _ = try node.store.markAllRead(FeedID(url: TestNode.url(name)), title: "all")
            case 6: if try node.store.deeds().contains(where: { !$0.isUndone }) { _ = try node.store.undo() }
            case 7:
                let copies = try node.stories().flatMap { try node.store.copies(of: $0.id) }.map(\.id)
                guard let one = copies.randomElement(using: &random), let two = copies.randomElement(using: &random),
                    one != two
                else { continue }
                _ = try node.store.rule(
                    [true, false, nil].randomElement(using: &random) ?? nil, one, two, title: "rule")
            case 8:
                let other = nodes.randomElement(using: &random) ?? node
                if other !== node { try converge(node, other) }
            default:
                guard let story = try node.stories().randomElement(using: &random) else { continue }
                let acts: [ReadingAct] = [.read(true), .read(false), .star(true), .tag("t", true), .hide(true)]
                guard let act = acts.randomElement(using: &random) else { continue }
                _ = try node.store.perform([act], on: .articles([story.best]), title: "act")
            }
        }
        for _ in 0..<2 { for (a, b) in [(0, 1), (1, 2), (0, 2)] { try converge(nodes[a], nodes[b]) } }
        for node in nodes[1...] {
            #expect(try node.store.digest() == nodes[0].store.digest(), "seed \(seed)")
            #expect(try DerivedState(node) == DerivedState(nodes[0]), "seed \(seed)")
        }
        for node in nodes {
            #expect(try node.store.check() == [], "seed \(seed)")
            let report = try node.store.rebuild([.stories, .search])
            #expect(report.differenceCount == 0, "seed \(seed): \(report.differences)")
            #expect(try node.store.check() == [], "seed \(seed)")
        }
    }
}
