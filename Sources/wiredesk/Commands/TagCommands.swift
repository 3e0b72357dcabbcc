import ArgumentParser
import ControlProtocol

/// The short way of writing tags, `+later -morning … -- QUERY`, in terms of options.
///
/// An argument parser takes `-morning` for seven options of one letter, so this is done before it sees the words.
enum TagShorthand {
    /// `tag -morning 3f2a -- ferry is:unread` becomes `tag --remove morning 3f2a --query "ferry is:unread"`. Any other
    /// command's words are left alone.
    static func expanded(_ arguments: [String]) -> [String] {
        guard arguments.first == "tag" else { return arguments }
        let terminator = arguments.firstIndex(of: "--") ?? arguments.endIndex
        var result: [String] = []
        for word in arguments[..<terminator] {
            if word.hasPrefix("-"), !word.hasPrefix("--"), word.utf8.count > 1, word != "-h" {
                result += ["--remove", String(word.dropFirst())]
            } else if word.hasPrefix("+"), word.utf8.count > 1 {
                result += ["--add", String(word.dropFirst())]
            } else {
                result.append(word)
            }
        }
        if let query = QueryWords.query(Array(arguments[terminator...].dropFirst())) { result += ["--query", query] }
        return result
    }
}

/// `wiredesk tag`: adds and removes tags.
struct Tag: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add tags to stories, and remove them.",
        usage: """
            wiredesk tag +TAG -TAG ... ID ...
            wiredesk tag +TAG -TAG ... -- QUERY
            wiredesk tag --batch
            """,
        discussion: """
            `wiredesk tag +later -morning 3f2a91c` tags a story, `wiredesk tag +ferry -- ferry is:unread` all that a \
            query finds. With --batch every line of standard input is such a list of words.
            """)

    @Option(help: "A tag to add; +TAG is short for it.", completion: .tags)
    var add: [String] = []

    @Option(help: "A tag to remove; -TAG is short for it.", completion: .tags)
    var remove: [String] = []

    @Argument(help: "Stories; - reads ids from standard input.", completion: .tagChanges)
    var ids: [String] = []

    @Option(help: "All stories that a query finds; words after -- are short for it.")
    var query: String?

    @Flag(help: "Read changes from standard input, a line for each: +TAG -TAG ID, or +TAG -- QUERY.")
    var batch = false

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    mutating func validate() throws {
        if batch {
            guard add.isEmpty, remove.isEmpty, ids.isEmpty, query == nil else {
                throw ValidationError("--batch takes all from standard input.")
            }
        } else {
            guard !add.isEmpty || !remove.isEmpty else {
                throw ValidationError("Say which tags: +TAG adds one, -TAG removes one.")
            }
            guard ids.isEmpty != (query == nil) else {
                throw ValidationError("Name stories by their ids, or by a query after --.")
            }
        }
    }

    func run() throws {
        guard batch else { return try printOutcome(of: .tag(try parameters())) }
        // Every line is understood before the first is carried out.
        var all: [TagParameters] = []
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let tag = try Tag.parse(Array(TagShorthand.expanded(["tag"] + words).dropFirst()))
            var parameters = try tag.parameters()
            parameters.dryRun = parameters.dryRun || dryRun
            all.append(parameters)
        }
        for parameters in all { try printOutcome(of: .tag(parameters)) }
    }

    private func parameters() throws -> TagParameters {
        let target = try query.map { Target(query: $0) } ?? Target(ids: TargetArguments.resolved(ids))
        return TagParameters(target: target, add: add, remove: remove, dryRun: dryRun)
    }
}

/// `wiredesk untag`: removes tags.
struct Untag: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a tag from stories.")

    @Argument(help: "The tag.", completion: .tags)
    var tag: String

    @OptionGroup var target: TargetArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let parameters = TagParameters(target: try target.target(), remove: [tag], dryRun: target.dryRun)
        try printOutcome(of: .tag(parameters))
    }
}

/// `wiredesk note`: the reader's own words on a story.
struct Note: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a note on a story.",
        discussion: "`wiredesk note 3f2a91c - < note.txt` takes it from standard input. `wiredesk show` shows it.")

    @Argument(help: "A story.", completion: .stories)
    var id: String

    @Argument(help: ArgumentHelp("The note; - reads it from standard input.", valueName: "text"))
    var words: [String] = []

    @Flag(help: "Remove the note.")
    var remove = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would change, and change nothing.")
    var dryRun = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    mutating func validate() throws {
        if words.isEmpty != remove { throw ValidationError("Write a note, or say --remove.") }
    }

    func run() throws {
        var text = words.joined(separator: " ")
        if words == ["-"] {
            var lines: [String] = []
            while let line = readLine() { lines.append(line) }
            text = lines.joined(separator: "\n")
        }
        try printOutcome(of: .note(NoteParameters(id: id, text: text, dryRun: dryRun)))
    }
}
