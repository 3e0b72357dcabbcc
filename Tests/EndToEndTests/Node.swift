import Foundation
import Glibc

/// A sandbox whose daemon listens for peers.
final class Node: @unchecked Sendable {
    let sandbox: Sandbox
    let name: String
    let port: UInt16
    private(set) var lastInvitation = ""
    private var daemon: RunningProgram?
    private var earlierLog = ""
    /// Whether it follows the demonstration's feeds from its next start on, or none.
    var feeds: Bool
    private let folder: String?
    /// Which bodies it takes from peers, from its next start or reload on.
    var bodies = "all"

    /// - Parameters:
    ///   - feeds: whether it follows the demonstration's feeds.
    ///   - folder: a directory that it uses as a mailbox.
    init(feeds: Bool = false, folder: String? = nil) throws {
        sandbox = try Sandbox(yaml: nil)
        name = "node-" + UUID().uuidString.prefix(4).lowercased()
        port = try TCPClient.freePort()
        self.feeds = feeds
        self.folder = folder
        let demo = Sandbox.sources + "/Config/demo"
        for item in try FileManager.default.contentsOfDirectory(atPath: demo) where item != "wiredesk.yaml" {
            try FileManager.default.copyItem(atPath: demo + "/" + item, toPath: sandbox.root + "/" + item)
        }
    }

    deinit { kill() }

    func start(listening: Bool = true) throws {
        try configure(listening: listening)
        daemon = try sandbox.startDaemon()
    }

    func configure(listening: Bool = true) throws {
        var yaml = "refresh:\n  interval: 1d\npeers:\n  name: \(name)\n  bodies: \(bodies)\n"
        if listening { yaml += "  listen: [\"127.0.0.1:\(port)\"]\n" }
        if let folder { yaml += "  folders: [\"\(folder)\"]\n" }
        if feeds {
            yaml += """
                feeds:
                  - url: file:meridian/feed.atom
                  - url: file:kestrel-courier/feed.xml
                  - url: file:ardmore-today/feed.rdf

                """
        }
        try sandbox.write(yaml, to: "wiredesk.yaml")
    }

    /// Starts again where no peer can call it, and says so: that is a change like any other, made a moment after the
    /// start.
    func goOffline() throws {
        kill()
        try start(listening: false)
        try eventually("it is announced that \(name) has no address") {
            self.log.contains("announced to peers as \(self.name) without an address")
        }
    }

    /// As a power cut would.
    func kill() {
        guard let daemon else { return }
        earlierLog += daemon.standardError
        daemon.kill(SIGKILL)
        _ = try? daemon.outcome(within: .seconds(10))
        self.daemon = nil
    }

    var log: String { earlierLog + (daemon?.standardError ?? "") }

    // MARK: Peers

    func invitation() throws -> String {
        let outcome = try sandbox.wiredesk("peer", "invite")
        guard outcome.status == 0 else { throw Failure("peer invite: \(outcome)") }
        return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func pair(with other: Node) throws {
        let known = try peers().count
        lastInvitation = try other.invitation()
        let outcome = try sandbox.wiredesk("peer", "join", lastInvitation)
        guard outcome.status == 0 else { throw Failure("peer join: \(outcome)\n\(other.log)") }
        try eventually("both know of each other") { try self.peers().count == known + 1 && other.peers().count >= 1 }
    }

    func peers() throws -> [[String: Any]] {
        let object = try self.object(sandbox.wiredesk("peers", "--json"))
        return object["items"] as? [[String: Any]] ?? []
    }

    func syncStatus() throws -> [String: Any] {
        try object(sandbox.wiredesk("sync", "status", "--json"))
    }

    /// Of everything that is replicated.
    func digest() throws -> String { try syncStatus()["digest"] as? String ?? "" }

    /// Nothing is to be fetched, folded or indexed any more.
    func isWhole() throws -> Bool {
        let status = try syncStatus()
        return status["missingBodies"] as? Int == 0 && status["pending"] as? Int == 0
    }

    /// The one object that the command prints with `--json`.
    private func object(_ outcome: Outcome) throws -> [String: Any] {
        guard
            outcome.status == 0,
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        else { throw Failure("no JSON object: \(outcome)") }
        return object
    }

    // MARK: Stories

    /// The ids of all stories that a query finds, in order.
    func stories(_ query: String = "is:read or is:unread or is:updated") throws -> [String] {
        let object = try self.object(sandbox.wiredesk("list", "-n", "500", "--json", query))
        let items = object["items"] as? [[String: Any]] ?? []
        return items.compactMap { $0["id"] as? String }.sorted()
    }

    func state(of story: String) throws -> String? {
        let object = try self.object(
            sandbox.wiredesk("list", "-n", "500", "--json", "is:read or is:unread or is:updated"))
        let items = object["items"] as? [[String: Any]] ?? []
        return items.first { $0["id"] as? String == story }?["state"] as? String
    }
}

/// Looks again and again until something holds; fails if it does not within half a minute.
func eventually(_ what: String, _ condition: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(40)
    while ContinuousClock.now < deadline {
        if try condition() { return }
        Thread.sleep(forTimeInterval: 0.1)
    }
    throw Failure("it did not come to pass that \(what)")
}

/// A connection to a port of this machine, to send what no node would.
final class TCPClient {
    private let descriptor: Int32

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(port)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure("cannot connect to port \(port): \(String(cString: strerror(errno)))") }
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) throws {
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) > 0 else {
            throw Failure("cannot send: \(String(cString: strerror(errno)))")
        }
    }

    /// Reads until the other end closes.
    func waitForEnd() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while recv(descriptor, &buffer, buffer.count, 0) > 0 {}
    }

    /// A port that nobody listened on a moment ago.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard result == 0 else { throw Failure("no port is free") }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }
}
