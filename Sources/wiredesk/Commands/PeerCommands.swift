import ArgumentParser
import ControlProtocol
import TerminalRendering

/// `wiredesk peers`: the nodes that this one is paired with.
struct Peers: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "List the nodes that this one syncs with.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printItems(
            of: .peers, as: PeerSummary.self, none: "This node has no peers. See wiredesk peer invite."
        ) { peers, _, canvas, time in PeerText.table(peers, on: canvas, at: time) }
    }
}

/// `wiredesk peer`: pairing and its end.
struct Peer: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Pair with another node, rename or forget one.",
        discussion: """
            `wiredesk peer invite` on one machine prints a string; `wiredesk peer join STRING` on the other uses it. \
            From then on the two keep each other in step.
            """,
        subcommands: [Invite.self, JoinPeer.self, Forget.self, Rename.self])
}

extension Peer {
    struct Invite: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print an invitation for another node.",
            discussion:
                "It works once, for 15 minutes. Whoever sees it may become a peer: hand it over as you would a key.")

        @Option(help: ArgumentHelp("Where the other node will find this one.", valueName: "host:port"))
        var address: String?

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            try printResult(of: .peerInvite(PeerInviteParameters(address: address)), as: PeerInvitation.self) {
                PeerText.lines($0, on: $1, at: $2)
            }
        }
    }

    struct JoinPeer: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "join", abstract: "Become the peer of the node that printed an invitation.")

        @Argument(help: "What `wiredesk peer invite` printed there.")
        var invitation: String

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws { try printOutcome(of: .peerJoin(PeerJoinParameters(invitation: invitation))) }
    }

    struct Forget: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trust a node no more.",
            discussion: "A session with it ends at once. Your other nodes forget it when they next sync with this one.")

        @Argument(help: "Its name, or the beginning of its id.", completion: .peers)
        var peer: String

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws { try printOutcome(of: .peerForget(PeerParameters(peer: peer))) }
    }

    struct Rename: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "Call a node otherwise, on all your nodes.")

        @Argument(help: "Its name, or the beginning of its id.", completion: .peers)
        var peer: String

        @Argument(help: "What it is to be called.")
        var name: String

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws { try printOutcome(of: .peerRename(PeerRenameParameters(peer: peer, name: name))) }
    }
}

/// `wiredesk sync`: how far the nodes agree.
struct Sync: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how far your nodes agree, or make them meet now.",
        subcommands: [Status.self, Now.self, Quarantine.self],
        defaultSubcommand: Status.self)
}

extension Sync {
    struct Status: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what is outstanding with each peer, in both directions.")

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            try printResult(of: .syncStatus, as: SyncReport.self) { PeerText.lines($0, on: $1, at: $2) }
        }
    }

    struct Quarantine: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what peers sent that could not be right, and why it was set aside.",
            discussion: """
                The newest thousand. They are kept, and asked for again at each sync: once the peer has put them right, \
                or this node understands them, they are taken.
                """)

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            try printItems(of: .quarantine, as: QuarantinedItem.self, none: "Nothing was set aside.") {
                items, _, canvas, time in PeerText.table(items, on: canvas, at: time)
            }
        }
    }

    struct Now: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "Meet every peer that can be reached, without waiting for the next attempt.",
            discussion: "Ends with status 3 if some peer or folder could not be reached.")

        @OptionGroup var output: OutputOptions
        @OptionGroup var daemon: DaemonOptions

        func run() throws {
            let connection = try daemon.connect()
            let form = try output.form
            let report = try connection.result(of: .syncNow, as: SyncReport.self)
            if case .people = form {
                let screen = Screen()
                try screen.show(PeerText.lines(report, on: screen.canvas, at: Screen.time))
            } else {
                let value = try ControlJSON.decode(JSONValue.self, from: ControlJSON.encode(report))
                try MachineOutput(form).show(value)
            }
            let isComplete =
                report.peers.allSatisfy { $0.state == .live } && report.folders.allSatisfy { $0.problem == nil }
            if !isComplete { throw ExitCode(ExitStatus.partial.rawValue) }
        }
    }
}
