import Foundation
import Testing

/// Real daemons that meet: over 127.0.0.1, by a file, and through a folder.
@Suite(.serialized) struct PeerTests {
    @Test func twoNodesKeepEachOtherInStep() throws {
        let (desk, laptop) = (try Node(feeds: true), try Node())
        try desk.start()
        try laptop.start()
        #expect(try desk.sandbox.wiredesk("refresh").status == 0)
        try laptop.pair(with: desk)
        try eventually("the laptop has the desk's articles") {
            try laptop.stories() == desk.stories() && !(try desk.stories().isEmpty) && laptop.isWhole()
        }

        // A click on one shows on the other.
        let story = try #require(try desk.stories().first)
        #expect(try laptop.sandbox.wiredesk("read", story).status == 0)
        try eventually("what was read on the laptop is read on the desk") { try desk.state(of: story) == "read" }

        // Away and back: one is killed while the other goes on.
        laptop.kill()
        let other = try #require(try desk.stories().dropFirst().first)
        #expect(try desk.sandbox.wiredesk("star", other).status == 0)
        #expect(try desk.sandbox.wiredesk("note", other, "from the desk").status == 0)
        try laptop.start()
        try eventually("the star came while the laptop was back") { try laptop.digest() == desk.digest() }
        #expect(try laptop.stories("is:starred") == [other])
        #expect(try laptop.sandbox.wiredesk("show", other).output.contains("from the desk"))

        // Notes of both are kept where the two wrote apart.
        laptop.kill()
        #expect(try desk.sandbox.wiredesk("note", story, "written on the desk").status == 0)
        desk.kill()
        try laptop.start()
        #expect(try laptop.sandbox.wiredesk("note", story, "written on the laptop").status == 0)
        try desk.start()
        try eventually("both agree again") { try laptop.digest() == desk.digest() }
        for node in [desk, laptop] {
            let page = try node.sandbox.wiredesk("show", story).output
            #expect(page.contains("written on the desk") && page.contains("written on the laptop"))
        }

        // Forgetting ends it, on both ends.
        #expect(try desk.sandbox.wiredesk("peer", "forget", laptop.name).status == 0)
        #expect(try desk.peers().isEmpty)
        try eventually("the laptop is told that it is not accepted") {
            try laptop.peers().first?["problem"] is String
        }
        #expect(try laptop.sandbox.wiredesk("db", "check").status == 0)
    }

    @Test func whatAStrangerSendsIsRefusedInOneLine() throws {
        let (desk, laptop) = (try Node(), try Node())
        try desk.start()
        try laptop.start()
        let garbage = try TCPClient(port: desk.port)
        try garbage.send(Array("GET / HTTP/1.1\r\n\r\n".utf8) + Array(repeating: 0xFF, count: 4096))
        garbage.waitForEnd()
        try eventually("the log says what came") { desk.log.contains("is not TLS") }

        let wrong = try laptop.sandbox.wiredesk("peer", "join", "wd1-nonsense")
        #expect(wrong.status != 0 && wrong.errors.contains("no invitation"))

        let invitation = try desk.invitation()
        desk.kill()
        try desk.start()
        let late = try laptop.sandbox.wiredesk("peer", "join", invitation)
        #expect(late.status != 0 && late.errors.contains("no open invitation"))
        #expect(try desk.peers().isEmpty && laptop.peers().isEmpty)

        try laptop.pair(with: desk)
        let used = try Node()
        try used.start()
        let second = try used.sandbox.wiredesk("peer", "join", laptop.lastInvitation)
        #expect(second.status != 0)
        #expect(try desk.peers().count == 1)
    }

    @Test func aBundleCarriesEverythingToANodeWithoutANetwork() throws {
        let (desk, cabin) = (try Node(), try Node())
        try desk.start()
        try cabin.start()
        try cabin.pair(with: desk)
        // From here on the cabin only sees files; that nobody can call it, the desk still hears.
        try cabin.goOffline()
        try eventually("the desk has heard it") { try cabin.digest() == desk.digest() }
        desk.feeds = true
        try desk.goOffline()
        #expect(try desk.sandbox.wiredesk("refresh").status == 0)
        let file = desk.sandbox.root + "/all.bundle"
        let written = try desk.sandbox.wiredesk("bundle", "export", file)
        #expect(written.status == 0, "\(written)")
        #expect(try cabin.stories().isEmpty)
        for _ in 1...2 {
            let taken = try cabin.sandbox.wiredesk("bundle", "import", file)
            #expect(taken.status == 0, "\(taken)")
        }
        try eventually("the cabin has all of it") { try cabin.stories() == desk.stories() && cabin.isWhole() }
        #expect(try cabin.digest() == desk.digest())

        try Data(contentsOf: URL(fileURLWithPath: file)).dropLast(40).write(
            to: URL(fileURLWithPath: desk.sandbox.root + "/cut.bundle"))
        let cut = try cabin.sandbox.wiredesk("bundle", "import", desk.sandbox.root + "/cut.bundle")
        #expect(cut.status == 1 && cut.errors.contains("ends too early"))
    }

    @Test func aFolderStandsInForTheNetwork() throws {
        let stick = try Sandbox(yaml: nil)
        let folder = stick.root + "/stick"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (desk, cabin) = (try Node(folder: folder), try Node(folder: folder))
        try desk.start()
        try cabin.start()
        try cabin.pair(with: desk)
        try cabin.goOffline()
        desk.feeds = true
        try desk.goOffline()
        #expect(try desk.sandbox.wiredesk("refresh").status == 0)
        _ = try desk.sandbox.wiredesk("sync", "now")
        // A file that is still being copied holds nothing up.
        let device = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/wiredesk-1").first)
        try Data([0, 0, 1, 0, 7]).write(to: URL(fileURLWithPath: folder + "/wiredesk-1/\(device)/00000099.bundle"))
        _ = try cabin.sandbox.wiredesk("sync", "now")
        try eventually("the cabin has what lay in the folder") {
            try cabin.stories() == desk.stories() && !(try desk.stories().isEmpty) && cabin.isWhole()
        }
        let story = try #require(try cabin.stories().first)
        #expect(try cabin.sandbox.wiredesk("star", story).status == 0)
        _ = try cabin.sandbox.wiredesk("sync", "now")
        _ = try desk.sandbox.wiredesk("sync", "now")
        #expect(try desk.stories("is:starred") == [story])
        #expect(try desk.digest() == cabin.digest())
    }

    @Test func aFolderGetsNoChangesBeforeTheirBodies() throws {
        let stick = try Sandbox(yaml: nil)
        let (desk, laptop, porter) = (try Node(feeds: true), try Node(), try Node(folder: stick.root))
        laptop.bodies = "headers"
        for node in [desk, laptop, porter] { try node.start() }
        #expect(try desk.sandbox.wiredesk("refresh").status == 0)
        try laptop.pair(with: desk)
        try eventually("the laptop has the log") { try laptop.digest() == desk.digest() }
        // From the laptop the porter hears of articles, and gets none of their bodies.
        try porter.pair(with: laptop)
        try eventually("the porter has the log") { try porter.digest() == laptop.digest() }
        _ = try porter.sandbox.wiredesk("sync", "now")
        let bundles = {
            try FileManager.default.subpathsOfDirectory(atPath: stick.root + "/wiredesk-1")
                .filter { $0.hasSuffix(".bundle") }
        }
        #expect(try !porter.isWhole() && bundles().isEmpty)
        try porter.pair(with: desk)
        try eventually("the porter has the bodies") { try porter.isWhole() }
        _ = try porter.sandbox.wiredesk("sync", "now")
        #expect(try bundles().count == 1)
    }
}
