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
        if let bytes = HostFacts.residentBytes {
            text.gauge("process_resident_memory_bytes", "Memory that is resident.", Int(bytes))
        }
        return text.finished
    }
}

/// The lines of OpenMetrics text.
private struct MetricsWriter {
    private var lines: [String] = []

    mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        lines += ["# TYPE \(name) gauge", "# HELP \(name) \(help)", "\(name) \(value)"]
    }

    var finished: String { (lines + ["# EOF", ""]).joined(separator: "\n") }
}
