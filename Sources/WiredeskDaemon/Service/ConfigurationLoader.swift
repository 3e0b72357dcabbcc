import Configuration
import Platform

/// Reads the configuration file and everything that judging it needs.
struct ConfigurationLoader: Sendable {
    let path: String
    let environment: Environment
    let directories: Directories

    /// Why there are no settings: one mistake a line, each with its remedy.
    struct Failure: Error, CustomStringConvertible {
        let description: String
        /// There is no file at all.
        var isMissing = false
    }

    func load() throws(Failure) -> Settings {
        let bytes: [UInt8]
        do {
            bytes = try FileContents.read(path, limit: ConfigurationFile.byteLimit)
        } catch .system(let error) where error.isMissing {
            throw Failure(
                description: "\(path): there is no configuration; write one, starting from the sample "
                    + "(/etc/wiredesk/wiredesk.yaml, or Config/wiredesk.yaml of the sources), or name another with --config",
                isMissing: true)
        } catch {
            throw Failure(description: "\(error); check its owner and mode, or name another with --config")
        }
        let directories = directories
        let file = ConfigurationFile(path: path, bytes: bytes, home: environment["HOME"]) { source in
            Self.inspect(source, directories)
        }
        do {
            return try file.settings()
        } catch {
            throw Failure(description: error.description)
        }
    }

    private static func inspect(_ source: SecretSource, _ directories: Directories) -> SecretStatus {
        switch source {
        case .credential(let name):
            guard let path = directories.credentialFile(named: name), (try? FileStatus(path: path)) != nil else {
                return .missing
            }
            return .credential
        case .file(let path):
            do {
                let status = try FileStatus(path: path)
                guard status.isRegular else { return .unreadable("it is not a regular file") }
                return .file(mode: UInt32(status.mode))
            } catch {
                return error.isMissing ? .missing : .unreadable(error.reason)
            }
        }
    }
}

/// `wiredeskd --check-config`.
package enum ConfigurationCheck {
    /// Prints what is wrong, or what the file comes to. Returns the exit code.
    package static func run(_ options: DaemonOptions) -> Int32 {
        let environment = Environment.current
        let places = DaemonPlaces(options, environment: environment)
        let loader = places.loader
        do {
            let settings = try loader.load()
            let count = settings.feeds.count
            print("\(places.configurationFile): in order, \(count) \(count == 1 ? "feed" : "feeds")")
            return Daemon.ExitCode.done
        } catch {
            FileDescriptor.writeToStandardError(error.description + "\n")
            return Daemon.ExitCode.configuration
        }
    }
}
