import ArgumentParser
package import Configuration
import WiredeskDaemon

@main
struct Wiredeskd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wiredeskd",
        abstract: "Fetch feeds, keep their articles, fold wire copies, and answer the wiredesk command.",
        discussion: """
            Started by systemd (wiredeskd.service) it tells the service manager how it is; without, run it with \
            --foreground. SIGHUP reads the configuration again, SIGTERM ends it. See wiredeskd(8).
            """,
        version: Daemon.version)

    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Where the database is kept.", valueName: "directory"))
    var stateDir: String?

    @Option(help: ArgumentHelp("The control socket.", valueName: "path"))
    var socket: String?

    @Flag(help: "Stay in the foreground. It always does; the flag is for those who look for it.")
    var foreground = false

    @Flag(help: "Poll every feed once, then exit.")
    var once = false

    @Flag(help: "Check the configuration, print what is wrong with it, and exit with 78 if anything is.")
    var checkConfig = false

    @Option(help: ArgumentHelp("Put a backup in the database's place, and exit.", valueName: "file"))
    var restore: String?

    @Flag(help: "Put a damaged database right as far as it can be, say what was done, and exit.")
    var repair = false

    @Option(help: ArgumentHelp("Write the page at an address to standard output, and exit.", valueName: "url"))
    var fetchPage: String?

    @Option(help: ArgumentHelp("trace, debug, info, notice, warning or error.", valueName: "level"))
    var logLevel: LogSettings.Level?

    @Option(help: ArgumentHelp("text or json.", valueName: "format"))
    var logFormat: LogSettings.Format?

    func run() async throws {
        let options = DaemonOptions(
            configurationFile: config, stateDirectory: stateDir, socket: socket, logLevel: logLevel,
            logFormat: logFormat)
        let code: Int32
        if checkConfig {
            code = ConfigurationCheck.run(options)
        } else if let restore {
            code = DatabaseRestore.run(restore, options)
        } else if let fetchPage {
            code = await PageFetch.run(fetchPage, options)
        } else if repair {
            code = DatabaseRepair.run(options)
        } else {
            code = await Daemon.run(options, mode: once ? .once : .service)
        }
        throw ExitCode(code)
    }
}

extension LogSettings.Level: ExpressibleByArgument {}
extension LogSettings.Format: ExpressibleByArgument {}
