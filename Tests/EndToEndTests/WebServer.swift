import Foundation

/// nginx over the files below `web` of a sandbox, on a port of this machine.
final class WebServer: Sendable {
    let origin: String
    private let sandbox: Sandbox
    private let process: RunningProgram

    /// An address without an ending finds the file with `.html`.
    init(in sandbox: Sandbox) throws {
        let port = try TCPClient.freePort()
        let root = sandbox.root
        self.sandbox = sandbox
        origin = "http://127.0.0.1:\(port)"
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(root)/nginx-\($0);" }
        try sandbox.write(
            """
            daemon off; master_process off; pid \(root)/nginx.pid; error_log \(root)/nginx.log;
            events {}
            http {
                \(places.joined(separator: " "))
                log_format address '$request_uri'; access_log \(root)/requests address;
                types { text/html html; application/xml xml; text/plain txt; image/png png; image/svg+xml svg; }
                server { listen 127.0.0.1:\(port); root \(root)/web; location / { try_files $uri $uri.html =404; } }
            }
            """, to: "nginx.conf")
        try FileManager.default.createDirectory(atPath: root + "/web", withIntermediateDirectories: true)
        process = try RunningProgram(
            "/usr/bin/env", ["nginx", "-c", root + "/nginx.conf", "-e", root + "/nginx.log"],
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
        let process = process
        try sandbox.waits {
            guard process.isRunning else { throw Failure("nginx ended: \(process.standardError)") }
            return (try? TCPClient(port: port)) != nil
        }
    }

    deinit { process.kill(SIGKILL) }

    func write(_ text: String, to name: String) throws { try sandbox.write(text, to: "web/" + name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try write("", to: name)
        try Data(bytes).write(to: URL(fileURLWithPath: sandbox.root + "/web/" + name))
    }

    /// The addresses that were asked for, in order.
    var requests: [String] {
        let log = FileManager.default.contents(atPath: sandbox.root + "/requests") ?? Data()
        return String(decoding: log, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
