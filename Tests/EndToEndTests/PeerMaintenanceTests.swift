import Foundation
import Testing

/// What is kept of peers' articles, and what happens when a disk is full or a database ruined.
@Suite(.serialized) struct PeerMaintenanceTests {
    @Test func bodiesAreTakenAsTheConfigurationSays() throws {
        let (desk, laptop) = (try Node(feeds: true), try Node())
        laptop.bodies = "headers"
        try desk.start()
        try laptop.start()
        #expect(try desk.sandbox.wiredesk("refresh").status == 0)
        try laptop.pair(with: desk)
        try eventually("the laptop has the log") { try laptop.digest() == desk.digest() }
        let missing = try #require(try laptop.syncStatus()["missingBodies"] as? Int)
        #expect(missing > 0)
        _ = try laptop.sandbox.wiredesk("sync", "now")
        #expect(try laptop.syncStatus()["missingBodies"] as? Int == missing)
        try eventually("the laptop shows the headlines") { try laptop.stories().count >= desk.stories().count }
        // Now those of a day, which all are; without a restart.
        laptop.bodies = "1d"
        try laptop.configure()
        #expect(try laptop.sandbox.wiredesk("config", "reload").status == 0)
        #expect(try desk.sandbox.wiredesk("star", try #require(try desk.stories().first)).status == 0)
        try eventually("the laptop takes bodies") { try laptop.syncStatus()["missingBodies"] as? Int == 0 }
        try eventually("both show the same") { try laptop.stories() == desk.stories() && laptop.isWhole() }
    }

    @Test func anotherAddressAppliesOnReload() throws {
        let (desk, laptop) = (try Node(feeds: true), try Node())
        try desk.start(listening: false)
        #expect(try desk.sandbox.wiredesk("peer", "invite").status != 0)
        try desk.configure()
        #expect(try desk.sandbox.wiredesk("config", "reload").status == 0)
        try laptop.start()
        try eventually("the desk listens") { try desk.sandbox.wiredesk("peer", "invite").status == 0 }
        try laptop.pair(with: desk)
        let metrics = try laptop.sandbox.wiredesk("metrics").output
        #expect(metrics.contains("wiredesk_peer_connected{peer=\"\(desk.name)\""))
        #expect(try laptop.sandbox.wiredesk("doctor").status == 0)
    }

    @Test func aDiskThatFillsDuringAnImportLosesNothing() throws {
        let (desk, cabin) = (try Node(), try Node())
        try desk.start()
        try cabin.start()
        try cabin.pair(with: desk)
        try cabin.goOffline()
        try eventually("the desk has heard it") { try cabin.digest() == desk.digest() }
        desk.feeds = true
        try desk.sandbox.write(BadInputTests.feed(entries: 1500), to: "kestrel-courier/feed.xml")
        try desk.goOffline()
        #expect(try desk.sandbox.wiredesk("refresh").status == 0)
        let file = desk.sandbox.root + "/all.bundle"
        #expect(try desk.sandbox.wiredesk("bundle", "export", file).status == 0)
        cabin.kill()
        let size = try #require(
            try FileManager.default.attributesOfItem(atPath: cabin.sandbox.database)[.size] as? Int)
        let limited = try cabin.sandbox.startDaemon(withFilesUpTo: size / 1024 + 600)
        let full = try cabin.sandbox.wiredesk("bundle", "import", file)
        #expect(full.status != 0, "\(full)")
        limited.kill(SIGKILL)
        _ = try? limited.outcome(within: .seconds(10))
        try cabin.goOffline()
        #expect(try cabin.sandbox.wiredesk("db", "check").status == 0)
        #expect(try cabin.sandbox.wiredesk("bundle", "import", file).status == 0)
        try eventually("the cabin has all of it") { try cabin.stories() == desk.stories() && cabin.isWhole() }
    }

    @Test func aRuinedDatabaseIsRepairedAndFilledAgain() throws {
        let (desk, laptop) = (try Node(feeds: true), try Node())
        try desk.start()
        try laptop.start()
        #expect(try desk.sandbox.wiredesk("refresh").status == 0)
        try laptop.pair(with: desk)
        try eventually("the laptop has all of it") {
            try laptop.stories() == desk.stories() && laptop.isWhole() && laptop.digest() == desk.digest()
        }
        let backup = laptop.sandbox.root + "/copy.db"
        #expect(try laptop.sandbox.wiredesk("backup", backup).status == 0)
        #expect(try laptop.sandbox.wiredesk("db", "repair").output.contains("is sound"))
        laptop.kill()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        for page in stride(from: 20, to: bytes.count / 4096, by: 9) {
            bytes.replaceSubrange(page * 4096..<page * 4096 + 512, with: repeatElement(0x5A, count: 512))
        }
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: laptop.sandbox.database + suffix)
        }
        try bytes.write(to: URL(fileURLWithPath: laptop.sandbox.database))
        let repaired = try laptop.sandbox.runDaemon("--repair")
        #expect(repaired.status == 0, "\(repaired)")
        #expect(repaired.output.contains("was copied into a new one"), "\(repaired)")
        try laptop.start()
        try eventually("the desk has brought back what was lost") {
            try laptop.stories() == desk.stories() && laptop.isWhole() && laptop.digest() == desk.digest()
        }

        // A backup is put in place at the next start, and the log says so.
        let restored = try laptop.sandbox.wiredesk("restore", backup)
        #expect(restored.status == 0 && restored.output.contains("restarted"), "\(restored)")
        #expect(try laptop.sandbox.wiredesk("restore", laptop.sandbox.configuration).status != 0)
        laptop.kill()
        try laptop.start()
        #expect(laptop.log.contains("a backup was restored"))
        try eventually("both agree again") { try laptop.digest() == desk.digest() }
        laptop.kill()
        let offline = try laptop.sandbox.runDaemon("--restore", backup)
        #expect(offline.status == 0 && offline.output.contains("a backup was restored"), "\(offline)")
    }
}
