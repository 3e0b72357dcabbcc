package import Glibc

/// Where the daemon and the command look for their files.
///
/// Each place is the first of: its `WIREDESK_*` variable; what systemd set for the unit (systemd.exec(5)); for
/// root the Filesystem Hierarchy Standard; for anyone else the XDG Base Directory Specification.
package struct Directories: Hashable, Sendable {
    /// `wiredesk.yaml`.
    package let configurationFile: String
    /// Holds the database, the lock and the node's key.
    package let state: String
    /// What may be deleted at any time.
    package let cache: String
    /// The control socket.
    package let socket: String
    /// Where the command looks for the socket, in order: the user's own daemon, then the system's.
    package let socketCandidates: [String]
    /// Where systemd put the unit's credentials (`LoadCredential=`), if it did.
    package let credentials: String?

    /// - Parameter stateDirectory: overrides the environment, as `--state-dir` does.
    package init(
        environment: Environment, userID: uid_t = getuid(), home: String? = nil, stateDirectory: String? = nil
    ) {
        let home = home ?? environment["HOME"] ?? Self.home(of: userID) ?? "/"
        let isRoot = userID == 0
        func place(_ systemd: String, _ xdg: String, _ underHome: String, system: String) -> String {
            if let path = environment[systemd] { return Self.first(of: path) }
            if isRoot { return system }
            return (environment.absolutePath(xdg) ?? home + "/" + underHome) + "/wiredesk"
        }

        let ownState = stateDirectory ?? environment["WIREDESK_STATE_DIR"]
        state =
            ownState
            ?? place("STATE_DIRECTORY", "XDG_STATE_HOME", ".local/state", system: "/var/lib/wiredesk")
        cache = place("CACHE_DIRECTORY", "XDG_CACHE_HOME", ".cache", system: "/var/cache/wiredesk")
        configurationFile =
            environment["WIREDESK_CONFIG"]
            ?? place("CONFIGURATION_DIRECTORY", "XDG_CONFIG_HOME", ".config", system: "/etc/wiredesk")
            + "/wiredesk.yaml"
        credentials = environment["CREDENTIALS_DIRECTORY"]

        let systemSocket = "/run/wiredesk/wiredesk.sock"
        if let named = environment["WIREDESK_SOCKET"] {
            socket = named
            socketCandidates = [named]
        } else if let ownState {
            // A state directory of one's own is a daemon of one's own: it must not answer in the other's place.
            socket = ownState + "/wiredesk.sock"
            socketCandidates = [socket]
        } else if let runtime = environment["RUNTIME_DIRECTORY"] {
            socket = Self.first(of: runtime) + "/wiredesk.sock"
            socketCandidates = [socket, systemSocket].removingRepeats()
        } else if isRoot {
            socket = systemSocket
            socketCandidates = [systemSocket]
        } else {
            // Without a runtime directory (no login session) the state directory is the private place there is.
            let runtime = environment.absolutePath("XDG_RUNTIME_DIR").map { $0 + "/wiredesk" }
            socket = (runtime ?? state) + "/wiredesk.sock"
            socketCandidates = [socket, systemSocket]
        }
    }

    /// The file that holds the credential `name` under systemd, or `nil` if there are none or the name is a path.
    package func credentialFile(named name: String) -> String? {
        guard let credentials, !name.isEmpty, name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/"))
        else { return nil }
        return credentials + "/" + name
    }

    /// systemd separates several directories by colons.
    private static func first(of list: String) -> String {
        list.split(separator: ":").first.map(String.init) ?? list
    }

    private static func home(of userID: uid_t) -> String? {
        guard let entry = getpwuid(userID), let path = entry.pointee.pw_dir else { return nil }
        return String(cString: path)
    }
}

extension Environment {
    /// "If an implementation encounters a relative path … it should consider the path invalid and ignore it"
    /// (XDG Base Directory Specification).
    fileprivate func absolutePath(_ name: String) -> String? {
        guard let path = self[name], path.utf8.first == UInt8(ascii: "/") else { return nil }
        return path
    }
}

extension [String] {
    fileprivate func removingRepeats() -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
