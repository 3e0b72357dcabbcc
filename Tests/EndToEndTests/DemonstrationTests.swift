import Foundation
import Testing

/// The bundled demonstration, as `make run` shows it.
@Suite struct DemonstrationTests {
    private func demonstration() throws -> Sandbox {
        let sandbox = try Sandbox(yaml: nil)
        try FileManager.default.removeItem(atPath: sandbox.root)
        try FileManager.default.copyItem(atPath: Sandbox.sources + "/Config/demo", toPath: sandbox.root)
        try FileManager.default.createDirectory(atPath: sandbox.state, withIntermediateDirectories: true)
        return sandbox
    }

    @Test func copiesFoldTemplatesStayApartAndALaterVersionComesBackAsUpdated() throws {
        let sandbox = try demonstration()
        let daemon = try sandbox.startDaemon()
        #expect(try sandbox.wiredesk("refresh").status == 0)

        let stories = try sandbox.stories()
        let ferry = try #require(stories.first { $0.title.hasPrefix("Ferry breaks loose") })
        #expect(ferry.copies == 4)
        #expect(stories.filter { $0.copies == 4 }.count == 2, "the ferry and the ruling")
        #expect(stories.filter { $0.title.contains("eadings") }.map(\.copies) == [1, 1, 1], "templates are no copies")
        #expect(stories.count == 11)

        let shown = try sandbox.wiredesk("show", ferry.short)
        #expect(shown.output.contains("Three lines parted inside ten seconds"))
        for furniture in [
            "Sign up for our free newsletter", "Most read this week", "All rights reserved", "Share this",
        ] {
            #expect(!shown.output.contains(furniture))
        }

        #expect(try sandbox.wiredesk("read", ferry.short).status == 0)
        #expect(try sandbox.stories("is:unread").count == 10)
        try FileManager.default.removeItem(atPath: sandbox.root + "/meridian/feed.atom")
        for file in ["feed.atom", "pages/ferry-repairs.html"] {
            try FileManager.default.copyItem(
                atPath: sandbox.root + "/later/meridian/" + file, toPath: sandbox.root + "/meridian/" + file)
        }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        let updated = try sandbox.stories("is:updated")
        #expect(updated.map(\.copies) == [5])
        let again = try sandbox.wiredesk("show", try #require(updated.first).short)
        #expect(again.output.split(separator: "\n").contains { $0.hasPrefix("▌") && $0.contains("Divers") })

        daemon.kill(SIGTERM)
        #expect(try daemon.outcome(within: .seconds(10)).status == 0)
    }

    @Test func searchTagsAndUndoWorkWithoutANetwork() throws {
        let sandbox = try demonstration()
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.wiredesk("refresh").status == 0)
        let found = try sandbox.wiredesk("search", "reservoir", "--format", "{story.title}")
        #expect(found.output.contains("Judge orders more water released"))
        #expect(try sandbox.wiredesk("tag", "+water", "--", "reservoir").status == 0)
        #expect(try sandbox.stories("tag:water").count == 1)
        #expect(try sandbox.wiredesk("undo").status == 0)
        #expect(try sandbox.stories("tag:water").isEmpty)
        #expect(try sandbox.wiredesk("list", "tag:").status != 0, "a query that is not understood is refused")
        let rebuilt = try sandbox.wiredesk("rebuild")
        #expect(rebuilt.status == 0, "\(rebuilt)")
    }

    @Test func whatWasAcknowledgedSurvivesKillNine() throws {
        let sandbox = try demonstration()
        var read = 0
        for round in 0..<12 {
            let daemon = try sandbox.startDaemon()
            if round.isMultiple(of: 2) {
                let refresh = Task { try sandbox.wiredesk("refresh") }
                Thread.sleep(forTimeInterval: Double(round) * 0.004)
                daemon.kill(SIGKILL)
                _ = refresh
            } else {
                #expect(try sandbox.wiredesk("refresh").status == 0)
                if let story = try sandbox.stories("is:unread").first {
                    #expect(try sandbox.wiredesk("read", story.short).status == 0)
                    read += 1
                }
                daemon.kill(SIGKILL)
            }
            _ = try daemon.outcome(within: .seconds(10))
        }
        let daemon = try sandbox.startDaemon()
        defer { daemon.kill(SIGKILL) }
        #expect(try sandbox.stories().count == 11)
        #expect(try sandbox.stories("is:read").count == read)
        #expect(try sandbox.wiredesk("doctor").status == 0)
    }
}
