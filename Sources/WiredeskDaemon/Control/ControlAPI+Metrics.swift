import ControlProtocol
import Model
import Storage

extension ControlAPI {
    /// OpenMetrics text (openmetrics.io, version 1.0.0).
    func metrics() async throws -> String {
        let counts = try store.counts()
        let activity = await core.scheduler.activity
        let feeds = try store.feeds()
        var text = MetricsWriter()
        text.gauge("wiredesk_feeds", "Feeds that are subscribed to.", feeds.count)
        text.gauge(
            "wiredesk_feeds_failing", "Feeds whose last poll failed.", feeds.count { $0.lastOutcome?.failed == true })
        text.gauge("wiredesk_articles", "Articles that are stored.", counts.articles)
        text.gauge("wiredesk_stories", "Stories that the articles fold into.", counts.stories)
        text.gauge("wiredesk_stories_unread", "Stories nothing of which was read.", counts.unread)
        text.gauge("wiredesk_stories_updated", "Stories that gained something since they were read.", counts.updated)
        text.gauge("wiredesk_polls_running", "Polls that are under way.", activity.polling)
        text.gauge("wiredesk_database_bytes", "Size of the database with its write-ahead log.", Int(core.databaseBytes))
        text.gauge("wiredesk_changes_quarantined", "Changes of peers that were set aside.", counts.quarantined)
        text.gauge("wiredesk_bodies_missing", "Bodies that peers have and this node does not.", counts.wantedBodies)
        text.gauge("wiredesk_articles_pending", "Articles of peers that wait to be folded.", counts.pending)
        addPeers(try peers.summaries(), to: &text)
        if let bytes = HostFacts.residentBytes {
            text.gauge("process_resident_memory_bytes", "Memory that is resident.", Int(bytes))
        }
        return text.finished
    }

    private func addPeers(_ peers: [PeerSummary], to text: inout MetricsWriter) {
        func gauge(_ name: String, _ help: String, _ value: (PeerSummary) -> Int64?) {
            text.gauge(
                name, help,
                peers.compactMap { peer in
                    value(peer).map { (labels: [("peer", peer.name), ("device", peer.short)], value: $0) }
                })
        }
        gauge("wiredesk_peer_connected", "Whether there is a connection with the peer.") { $0.state == .away ? 0 : 1 }
        gauge("wiredesk_peer_in_step", "Whether both have all that either has.") { $0.state == .live ? 1 : 0 }
        gauge("wiredesk_peer_failing", "Whether the last attempt to meet the peer failed.") {
            $0.problem == nil ? 0 : 1
        }
        gauge("wiredesk_peer_last_contact_seconds", "When the peer was last heard of, since 1970.") {
            $0.lastContact.map { $0.milliseconds / 1000 }
        }
        gauge("wiredesk_peer_changes_to_send", "Changes that the peer does not have yet, at most.", \.toSend)
        gauge("wiredesk_peer_changes_to_receive", "Changes that are still to come from it, at most.", \.toReceive)
        gauge("wiredesk_peer_received_bytes", "Bytes from the peer, of the connection in use.", \.bytesReceived)
        gauge("wiredesk_peer_sent_bytes", "Bytes to the peer, of the connection in use.", \.bytesSent)
    }
}

/// The lines of OpenMetrics text.
private struct MetricsWriter {
    private var lines: [String] = []

    mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        gauge(name, help, [([], Int64(value))])
    }

    /// One line for each set of labels; nothing where there is none.
    mutating func gauge(_ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: Int64)]) {
        guard !samples.isEmpty else { return }
        lines += ["# TYPE \(name) gauge", "# HELP \(name) \(help)"]
        for sample in samples {
            let labels = sample.labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
            lines.append("\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)")
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    var finished: String { (lines + ["# EOF", ""]).joined(separator: "\n") }
}
