import Glibc

/// Certificates and a TLS server by openssl(1), in a directory of their own.
final class OpenSSL: Sendable {
    static let isInstalled = access(path, X_OK) == 0
    private static let path = "/usr/bin/openssl"

    let directory: String
    /// A certificate that signed itself, for the address 127.0.0.1 and no name.
    let certificate: String
    /// The same for yesterday; there is one once a server has shown it.
    let expiredCertificate: String
    let key: String

    struct Failed: Error {
        let arguments: [String]
    }

    init() throws {
        var template = Array("/tmp/wiredesk-tls-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failed(arguments: ["mkdtemp"]) }
        directory = String(cString: made)
        (certificate, expiredCertificate) = (directory + "/certificate.pem", directory + "/expired.pem")
        key = directory + "/key.pem"
        try Self.run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
            "-keyout", key, "-out", certificate, "-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1",
        ])
    }

    deinit {
        for name in ["certificate.pem", "expired.pem", "key.pem", "request.pem"] { unlink(directory + "/" + name) }
        rmdir(directory)
    }

    /// A server that answers every request with a page about its connection.
    func server(expired: Bool = false) throws -> Server {
        if expired { try makeExpiredCertificate() }
        return try Server([
            "s_server", "-accept", "127.0.0.1:0", "-www", "-key", key, "-cert",
            expired ? expiredCertificate : certificate,
        ])
    }

    private func makeExpiredCertificate() throws {
        try Self.run(["req", "-new", "-key", key, "-subj", "/CN=test", "-out", directory + "/request.pem"])
        try Self.run([
            "x509", "-req", "-in", directory + "/request.pem", "-signkey", key, "-days", "-1", "-out",
            expiredCertificate,
        ])
    }

    final class Server: Sendable {
        let port: Int
        private let process: pid_t

        fileprivate init(_ arguments: [String]) throws {
            var ends: [CInt] = [0, 0]
            guard pipe(&ends) == 0 else { throw Failed(arguments: arguments) }
            process = try spawn([path] + arguments, output: ends[1])
            close(ends[1])
            defer { close(ends[0]) }
            // It says `ACCEPT 127.0.0.1:PORT` once it listens.
            var text: [UInt8] = []
            var byte: UInt8 = 0
            while !(byte == 10 && String(decoding: text, as: UTF8.self).contains("ACCEPT ")),
                read(ends[0], &byte, 1) == 1
            {
                text.append(byte)
            }
            let digits = String(decoding: text, as: UTF8.self).split(separator: ":").last?.prefix { $0.isNumber }
            guard let port = digits.flatMap({ Int($0) }) else { throw Failed(arguments: arguments) }
            self.port = port
        }

        deinit {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
    }

    private static func run(_ arguments: [String]) throws {
        var status: CInt = 0
        guard waitpid(try spawn([path] + arguments, output: nil), &status, 0) > 0, status == 0 else {
            throw Failed(arguments: arguments)
        }
    }
}

/// Starts a program, its path first, with no other output than what is asked for.
func spawn(_ arguments: [String], output: CInt?) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_RDWR, 0)
    if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, arguments[0], &actions, nil, &pointers, environ) == 0 else {
        throw OpenSSL.Failed(arguments: arguments)
    }
    return process
}
