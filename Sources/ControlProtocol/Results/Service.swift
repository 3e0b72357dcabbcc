package import Model

/// `status`: how the daemon is.
package struct StatusReport: Hashable, Sendable, Codable {
    package struct Counts: Hashable, Sendable, Codable {
        package var feeds: Int
        package var failingFeeds: Int
        package var articles: Int
        package var stories: Int
        package var unread: Int
        package var updated: Int
        package var starred: Int

        package init(
            feeds: Int, failingFeeds: Int, articles: Int, stories: Int, unread: Int, updated: Int, starred: Int
        ) {
            self.feeds = feeds
            self.failingFeeds = failingFeeds
            self.articles = articles
            self.stories = stories
            self.unread = unread
            self.updated = updated
            self.starred = starred
        }
    }

    /// How long things are kept, as the configuration says ("forever", "365d"), and what is gone for that.
    package struct Retention: Hashable, Sendable, Codable, CustomStringConvertible {
        package var articles: String
        package var bodies: String
        package var droppedArticles: Int
        /// Articles without their text.
        package var headlines: Int

        package init(articles: String, bodies: String, droppedArticles: Int, headlines: Int) {
            self.articles = articles
            self.bodies = bodies
            self.droppedArticles = droppedArticles
            self.headlines = headlines
        }

        package var description: String {
            var words = "articles are kept \(Self.words(articles))"
            if droppedArticles > 0 { words += " (dropped so far: \(droppedArticles))" }
            if bodies != articles { words += ", their texts \(Self.words(bodies))" }
            if headlines > 0 { words += " (headlines alone: \(headlines))" }
            return words
        }

        private static func words(_ time: String) -> String { time == "forever" ? time : "for \(time)" }
    }

    package var version: String
    package var protocolVersion: Int
    package var processID: Int
    package var started: Timestamp
    /// This node, as its peers call it.
    package var node: String?
    /// What it is doing, in words: "refreshing, 120 of 412 feeds".
    package var activity: String
    package var counts: Counts
    package var lastRefresh: Timestamp?
    package var nextFetch: Timestamp?
    package var refresh: RefreshProgress?
    package var configurationFile: String
    /// Why the file as it stands is not in force: a broken one was refused at the last reload.
    package var configurationFault: String?
    package var database: String
    package var databaseBytes: Int64
    package var residentBytes: Int64?
    package var retention: Retention?
    /// What a person should know, a line each; the worst first.
    package var warnings: [String]

    package init(
        version: String, protocolVersion: Int = ProtocolVersion.current, processID: Int, started: Timestamp,
        node: String? = nil, activity: String, counts: Counts, lastRefresh: Timestamp? = nil,
        nextFetch: Timestamp? = nil, refresh: RefreshProgress? = nil, configurationFile: String,
        configurationFault: String? = nil, database: String, databaseBytes: Int64, residentBytes: Int64? = nil,
        retention: Retention? = nil, warnings: [String] = []
    ) {
        self.version = version
        self.protocolVersion = protocolVersion
        self.processID = processID
        self.started = started
        self.node = node
        self.activity = activity
        self.counts = counts
        self.lastRefresh = lastRefresh
        self.nextFetch = nextFetch
        self.refresh = refresh
        self.configurationFile = configurationFile
        self.configurationFault = configurationFault
        self.database = database
        self.databaseBytes = databaseBytes
        self.residentBytes = residentBytes
        self.retention = retention
        self.warnings = warnings
    }
}

/// One line of `doctor`.
package struct Finding: Hashable, Sendable, Codable {
    package enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        case ok, warning, error
    }

    package var severity: Severity
    /// What was looked at: "database", "feed https://…".
    package var subject: String
    package var message: String
    package var remedy: String?

    package init(severity: Severity, subject: String, message: String, remedy: String? = nil) {
        self.severity = severity
        self.subject = subject
        self.message = message
        self.remedy = remedy
    }
}

/// How far a rebuild is.
package struct RebuildProgress: Hashable, Sendable, Codable {
    /// "stories", "full-text index".
    package var part: String
    package var done: Int
    package var total: Int

    package init(part: String, done: Int, total: Int) {
        self.part = part
        self.done = done
        self.total = total
    }
}

/// Whether what was derived again equals what was stored. It must.
package struct RebuildReport: Hashable, Sendable, Codable {
    package struct Part: Hashable, Sendable, Codable {
        package var part: String
        package var checked: Int
        package var differences: Int
        /// The first differences in words, at most 20.
        package var details: [String]

        package init(part: String, checked: Int, differences: Int, details: [String] = []) {
            self.part = part
            self.checked = checked
            self.differences = differences
            self.details = details
        }
    }

    package var parts: [Part]
    package var milliseconds: Int

    package init(parts: [Part], milliseconds: Int) {
        self.parts = parts
        self.milliseconds = milliseconds
    }
}

/// `db.repair`: a line for each thing.
package struct RepairReport: Hashable, Sendable, Codable {
    /// What was wrong.
    package var before: [String]
    package var done: [String]
    /// What is wrong still.
    package var after: [String]

    package init(before: [String], done: [String], after: [String]) {
        self.before = before
        self.done = done
        self.after = after
    }
}

/// What came of reading the configuration again.
package struct ReloadOutcome: Hashable, Sendable, Codable {
    package var summary: String
    /// Each mistake as `file:line:column: problem; remedy`; where there are any, the old settings are still in force.
    package var faults: [String]

    package init(summary: String, faults: [String] = []) {
        self.summary = summary
        self.faults = faults
    }
}

/// `metrics`: OpenMetrics text.
package struct MetricsText: Hashable, Sendable, Codable {
    package var text: String

    package init(text: String) { self.text = text }
}

/// What a word on the command line may become.
package struct CompletionCandidate: Hashable, Sendable, Codable {
    package var word: String
    /// What it is, where the word alone does not say.
    package var description: String?

    package init(word: String, description: String? = nil) {
        self.word = word
        self.description = description
    }
}
