import ArgumentParser
import ControlProtocol
import Platform
import TerminalRendering

/// `wiredesk list`: stories, newest first.
struct List: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "List stories: the unread and updated ones, or those a query finds.",
        discussion: """
            ● unread   ◐ updated since you read it   ★ starred   ✎ noted. A story stands there once, however many sites ran it.
            """)

    @Argument(help: ArgumentHelp("What to list: see wiredesk-search-terms(7).", valueName: "query"))
    var words: [String] = []

    @Flag(name: [.short, .long], help: "Read stories too.")
    var all = false

    @Option(name: [.customShort("n"), .long], help: "At most this many.")
    var limit = 50

    @Flag(help: "The oldest first.")
    var oldest = false

    @Flag(help: "Tab-separated lines in the order of sfeed(5).")
    var tsv = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    /// What is listed if nothing is asked for.
    static let unread = "is:unread is:updated"

    func run() throws {
        let query = QueryWords.query(words) ?? (all ? nil : Self.unread)
        let request = Request.list(
            ListParameters(query: query, order: oldest ? .oldest : nil, limit: limit))
        try printItems(
            of: request, as: StorySummary.self,
            none: query == Self.unread ? "Everything is read." : "No story is found."
        ) { stories, _, canvas, time in
            tsv ? stories.map(FeedLine.text) : StoryTable.lines(stories, on: canvas, at: time)
        }
    }
}

/// `wiredesk search`: stories in which words stand, the best first.
struct Search: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Search the text of all stories.",
        discussion: "Words, \"phrases\", and terms such as tag:later or date:2weeks: see wiredesk-search-terms(7).")

    @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
    var words: [String]

    @Option(name: [.customShort("n"), .long], help: "At most this many.")
    var limit = 20

    @Flag(help: "The newest first, instead of the best.")
    var newest = false

    @Flag(help: "Tab-separated lines in the order of sfeed(5).")
    var tsv = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let request = Request.search(
            SearchParameters(query: QueryWords.query(words) ?? "", order: newest ? .newest : nil, limit: limit))
        try printItems(of: request, as: SearchHit.self, none: "No story is found.") { hits, _, canvas, time in
            tsv ? hits.map { FeedLine.text($0.story) } : SearchText.lines(hits, on: canvas, at: time)
        }
    }
}

/// `wiredesk show`: the text of a story.
struct Show: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a story: its best copy, and who else ran it.",
        discussion: "What is new since you read it has a bar at its side.")

    @Argument(help: "A story or a copy, by as much of its id as names it.", completion: .stories)
    var id: String

    @Flag(help: "The very copy that the id names, not the best one of its story.")
    var exact = false

    @Flag(help: "Mark the story as read once it is shown.")
    var read = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printResult(of: .show(ShowParameters(id: id, exact: exact)), as: StoryDetail.self, paged: true) {
            StoryPage(detail: $0, canvas: $1, time: $2).lines
        }
        guard read else { return }
        let mark = Request.mark(.read, MarkParameters(target: Target(ids: [id])))
        _ = try daemon.connect().result(of: mark, as: ActionOutcome.self)
    }
}

/// `wiredesk copies`: who ran a story, and what each did with it.
struct Copies: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the copies of a story: who ran it, when, and what each cut, added or changed.")

    @Argument(help: "A story.", completion: .stories)
    var id: String

    @Flag(help: "Tab-separated lines in the order of sfeed(5).")
    var tsv = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printResult(
            of: .copies(IDParameters(id: id)), as: CopiesReport.self, paged: true, itemsKey: "copies"
        ) { report, canvas, time in
            tsv ? report.copies.map(FeedLine.text) : CopyTable.page(report, on: canvas, at: time)
        }
    }
}

/// `wiredesk revisions`: how a publisher edited an article.
struct Revisions: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the states of an article that its publisher edited.")

    @Argument(help: "A copy.", completion: .stories)
    var id: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printItems(
            of: .revisions(IDParameters(id: id)), as: RevisionSummary.self, none: "It was never edited."
        ) { revisions, _, canvas, time in
            RevisionTable.lines(revisions, on: canvas, at: time)
        }
    }
}

/// `wiredesk diff`: what one copy changed of another.
struct Diff: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two copies, or two revisions of one, word by word.",
        discussion: """
            `wiredesk diff A B` compares two copies. `wiredesk diff A` compares the last two revisions of one, and \
            `--rev 1 --rev 3` any two.
            """)

    @Argument(help: "A copy.", completion: .stories)
    var left: String

    @Argument(help: "Another copy of the story.", completion: .stories)
    var right: String?

    @Option(name: .customLong("rev"), help: "A revision's number: once for the left side, twice for both.")
    var revisions: [Int] = []

    @Flag(help: "Only what the right side has and the left has not.")
    var onlyAdded = false

    @Flag(help: "Leave out paragraphs that are the same.")
    var onlyChanges = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    mutating func validate() throws {
        if revisions.count > 2 { throw ValidationError("--rev is given at most twice.") }
    }

    func run() throws {
        let parameters = DiffParameters(
            left: left, right: right, leftRevision: revisions.first,
            rightRevision: revisions.count > 1 ? revisions[1] : nil)
        try printResult(of: .diff(parameters), as: DiffReport.self, paged: true) {
            DiffText(report: $0, onlyChanges: onlyChanges, onlyAdded: onlyAdded, canvas: $1, time: $2).lines
        }
    }
}

/// `wiredesk flow`: who ran a story when.
struct Flow: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show who ran a story when, and in which version.")

    @Argument(help: "A story.", completion: .stories)
    var id: String

    @Option(
        help: ArgumentHelp("Draw it into this file, for a browser.", valueName: "file"),
        completion: .file(extensions: ["svg"]))
    var svg: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printResult(of: .flow(IDParameters(id: id)), as: FlowReport.self, paged: true, itemsKey: "runs") {
            guard let svg else { return FlowText(report: $0, canvas: $1, time: $2).lines }
            try write(FlowDrawing(report: $0, time: $2).svg, to: svg)
            return []
        }
    }
}

extension Flow {
    private func write(_ picture: String, to path: String) throws {
        do throws(SystemError) {
            try AtomicFile.write(Array(picture.utf8), to: path, mode: 0o644)
        } catch {
            throw CommandFailure(.failure, error.description)
        }
    }
}

/// `wiredesk agencies`: whose stories there are.
struct Agencies: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "List the agencies whose stories are here.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printItems(of: .agencies, as: AgencySummary.self, none: "No agency is known yet.") {
            agencies, _, canvas, _ in
            var table = Table([
                .init("AGENCY"), .init("UNREAD", alignment: .right), .init("STORIES", alignment: .right),
                .init("COPIES", alignment: .right),
            ])
            for agency in agencies {
                table.add([
                    .init(StoryTable.agency(agency.agency), .bold), .init(Quantities.grouped(agency.unread), .accent),
                    .init(Quantities.grouped(agency.stories)), .init(Quantities.grouped(agency.copies), .dim),
                ])
            }
            return table.lines(on: canvas)
        }
    }
}
