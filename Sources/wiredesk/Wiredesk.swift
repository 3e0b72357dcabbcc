import ArgumentParser

@main
struct Wiredesk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiredesk",
        abstract: "Read the news that wiredeskd keeps on this machine.",
        groupedSubcommands: [
            CommandGroup(name: "Tools that need no daemon", subcommands: [Parse.self, Extract.self, Fold.self])
        ]
    )
}
