import Glibc

/// A real nginx on 127.0.0.1 with TLS and HTTP/2, in a directory of its own. Every answer's body says over which
/// protocol, and as the how-manieth request over which connection, it was asked for.
final class Nginx: Sendable {
    static let isInstalled = access(path, X_OK) == 0
    private static let path = "/usr/sbin/nginx"

    let port: Int
    private let directory: String
    private let process: pid_t
    /// Its directory holds the server's.
    private let openSSL: OpenSSL

    struct NotStarted: Error {
        let directory: String
    }

    init(_ openSSL: OpenSSL) throws {
        self.openSSL = openSSL
        let directory = openSSL.directory + "/nginx"
        self.directory = directory
        mkdir(directory, 0o700)
        for _ in 0..<5 {
            let port = try Self.freePort()
            try Self.write(Self.configuration(port, directory, openSSL), to: directory + "/nginx.conf")
            let process = try spawn(
                [Self.path, "-p", directory, "-c", directory + "/nginx.conf", "-e", "error.log"], output: nil)
            if Self.listens(process, in: directory) {
                (self.port, self.process) = (port, process)
                return
            }
        }
        throw NotStarted(directory: directory)
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        for name in ["nginx.conf", "error.log", "nginx.pid"] { unlink(directory + "/" + name) }
        for name in ["body", "proxy", "fastcgi", "uwsgi", "scgi"] { rmdir(directory + "/" + name) }
        rmdir(directory)
    }

    func url(_ path: String = "/") -> String { "https://127.0.0.1:\(port)\(path)" }

    private static func configuration(_ port: Int, _ directory: String, _ openSSL: OpenSSL) -> String {
        """
        daemon off; master_process off; pid \(directory)/nginx.pid; error_log \(directory)/error.log;
        events { worker_connections 64; }
        http {
          keepalive_timeout 1h; access_log off; default_type text/plain; etag off;
          client_body_temp_path \(directory)/body; proxy_temp_path \(directory)/proxy;
          fastcgi_temp_path \(directory)/fastcgi; uwsgi_temp_path \(directory)/uwsgi; scgi_temp_path \(directory)/scgi;
          server {
            listen 127.0.0.1:\(port) ssl http2;
            ssl_certificate \(openSSL.certificate); ssl_certificate_key \(openSSL.key);
            location / {
              add_header ETag '"same"';
              if ($http_if_none_match = '"same"') { return 304; }
              return 200 "$server_protocol $connection $connection_requests";
            }
            location /moved { return 301 /; }
            location /busy { return 503; }
          }
        }
        """
    }

    private static func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "w") else { throw NotStarted(directory: path) }
        fputs(text, file)
        fclose(file)
    }

    /// A port that nobody listens on; somebody may take it before it is used, and then the server does not start.
    private static func freePort() throws -> Int {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        guard
            let port = withLoopbackAddress(
                port: 0,
                { address, length in
                    bind(listener, address, length.pointee) == 0 && getsockname(listener, address, length) == 0
                })
        else { throw NotStarted(directory: "no port") }
        return port
    }

    /// Waits until the server listens, which it does before it notes its process; false once it has given up.
    private static func listens(_ process: pid_t, in directory: String) -> Bool {
        while waitpid(process, nil, WNOHANG) == 0 {
            if access(directory + "/nginx.pid", F_OK) == 0 { return true }
            usleep(20_000)
        }
        return false
    }

    /// Calls `body` with the address of `port` on 127.0.0.1; the port that the address then holds, if `body` succeeded.
    private static func withLoopbackAddress(
        port: Int, _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Bool
    ) -> Int? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let succeeded = withUnsafeMutableBytes(of: &address) { bytes in
            bytes.assumingMemoryBound(to: sockaddr.self).baseAddress.map { body($0, &length) } ?? false
        }
        return succeeded ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }
}
