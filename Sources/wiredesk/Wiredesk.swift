import ArgumentParser
import ControlProtocol
import Glibc

@main
struct Wiredesk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiredesk",
        abstract: "Read the news that wiredeskd keeps on this machine.",
        discussion: """
            One story stands there once, however many sites ran it. `wiredesk list` shows what is unread, \
            `wiredesk show ID` a story. See wiredesk(1).
            """,
        version: ReleaseVersion.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Reading",
                subcommands: [
                    List.self, Search.self, Show.self, Copies.self, Revisions.self, Diff.self, Flow.self, Pictures.self,
                    Picture.self, Agencies.self,
                ]),
            CommandGroup(
                name: "Marking",
                subcommands: [
                    Read.self, Unread.self, Star.self, Unstar.self, Tag.self, Untag.self, Hide.self, Unhide.self,
                    Note.self, Split.self, Join.self, Undo.self, Log.self,
                ]),
            CommandGroup(name: "Feeds", subcommands: [Feeds.self, Feed.self, Refresh.self, OPML.self]),
            CommandGroup(name: "Other machines", subcommands: [Peers.self, Peer.self, Sync.self, Bundle.self]),
            CommandGroup(
                name: "The daemon",
                subcommands: [
                    Status.self, Watch.self, Doctor.self, Config.self, Rebuild.self, Metrics.self, Backup.self,
                    Restore.self, Database.self,
                ]),
            CommandGroup(name: "Tools that need no daemon", subcommands: [Parse.self, Extract.self, Fold.self]),
        ]
    )

    /// Errors become words and an exit status here, and nowhere else.
    static func main() {
        do {
            var command = try parseAsRoot(TagShorthand.expanded(Array(CommandLine.arguments.dropFirst())))
            try command.run()
        } catch let failure as CommandFailure {
            Screen.warn("wiredesk: \(failure.message)")
            for line in failure.remedy?.split(separator: "\n") ?? [] { Screen.warn("  \(line)") }
            Glibc.exit(failure.status.rawValue)
        } catch {
            // EX_USAGE of the argument parser is 64; ours is 2, as it is of most commands.
            let code = exitCode(for: error)
            guard code == .validationFailure else { exit(withError: error) }
            Screen.warn(fullMessage(for: error))
            Glibc.exit(ExitStatus.usage.rawValue)
        }
    }
}
