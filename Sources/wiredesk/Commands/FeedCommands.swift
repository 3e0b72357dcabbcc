import ArgumentParser
import ControlProtocol

/// `wiredesk feeds`: what is subscribed to, and how it fares.
struct Feeds: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "List the feeds, and how each fares.")

    @Flag(help: "Only those that could not be fetched.")
    var failing = false

    @Option(help: "Only those with this tag.", completion: .tags)
    var tag: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let request = Request.feeds(FeedsParameters(failing: failing, tag: tag))
        let none = failing ? "No feed is failing." : "There are no feeds: add one with `wiredesk feed add URL`."
        try printItems(of: request, as: FeedSummary.self, none: none) { feeds, _, canvas, time in
            FeedTable.lines(feeds, on: canvas, at: time)
        }
    }
}

/// `wiredesk feed …`: one feed.
struct Feed: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add, test, explain or remove one feed.",
        subcommands: [Add.self, Why.self, Test.self, Remove.self])

    /// Looks for a feed at an address, and subscribes to it.
    struct Add: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Subscribe to the feed at, or behind, an address.",
            discussion: "The address of a site will do: the feed that it names is found, and shown.")

        @Argument(help: "An address.")
        var url: String

        @Option(help: "What to call it, instead of its own title.")
        var title: String?

        @Option(name: .customLong("tag"), help: "A tag; may be given again.", completion: .tags)
        var tags: [String] = []

        @Flag(name: [.customShort("n"), .long], help: "Look, and subscribe to nothing.")
        var dryRun = false

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            let parameters = FeedAddParameters(url: url, title: title, tags: tags, dryRun: dryRun)
            try printResult(of: .feedAdd(parameters), as: FeedAddOutcome.self) { added, canvas, time in
                FeedPreviewText(preview: added.preview, canvas: canvas, time: time).lines + [""]
                    + ActionText.lines(added.outcome, on: canvas, at: time)
            }
        }
    }

    /// Explains the next poll.
    struct Why: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Explain when a feed is polled next, why then, and what its server last answered.")

        @Argument(help: "A feed's address or id.", completion: .feeds)
        var feed: String

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            try printResult(of: .feedWhy(FeedParameters(feed: feed)), as: FeedExplanation.self, paged: true) {
                FeedExplanationText(explanation: $0, canvas: $1, time: $2).lines
            }
        }
    }

    /// Fetches a feed, and keeps nothing.
    struct Test: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch a feed, show what is in it and what is wrong with it, and keep nothing.")

        @Argument(help: "An address, or the id of a feed.", completion: .feeds)
        var feed: String

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            try printResult(of: .feedTest(FeedParameters(feed: feed)), as: FeedPreview.self, paged: true) {
                FeedPreviewText(preview: $0, canvas: $1, time: $2).lines
            }
        }
    }

    /// Unsubscribes.
    struct Remove: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Unsubscribe from a feed. Its articles stay.",
            discussion: "A feed that wiredesk.yaml names is removed there.")

        @Argument(help: "A feed's address or id.", completion: .feeds)
        var feed: String

        @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
        var dryRun = false

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws { try printOutcome(of: .feedRemove(FeedParameters(feed: feed, dryRun: dryRun))) }
    }
}
