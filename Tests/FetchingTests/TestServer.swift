import Glibc

/// A server on 127.0.0.1 that says exactly what a test tells it to, right or wrong: one thread accepts, one serves
/// each connection. It speaks no HTTP of its own but for reading a request up to its empty line.
final class TestServer: Sendable {
    struct Request: Sendable {
        /// `GET /path HTTP/1.1`
        let line: String
        /// By lower-case name.
        let headers: [String: String]

        var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
    }

    /// What is written, step by step.
    enum Step: Sendable {
        case send([UInt8])
        /// Holds the connection open until the client goes or the server stops.
        case stall
        /// Closes the connection; the next request comes over a new one.
        case close
        /// The same bytes over and over, at most this often, one write each, with a pause between.
        case drip([UInt8], times: Int, pause: Duration)

        static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
    }

    typealias Behaviour = @Sendable (Request) -> [Step]

    let port: Int
    private let listener: CInt
    private let log = RequestLog()

    init(_ behaviour: @escaping Behaviour) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            let generic = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
            return bind(listener, generic, length) == 0 && listen(listener, 256) == 0
                && getsockname(listener, generic, &length) == 0
        }
        guard isListening else { throw NotListening(code: errno) }
        port = Int(UInt16(bigEndian: address.sin_port))
        self.listener = listener
        let log = log
        runThread { Self.accept(on: listener, behaviour, log) }
    }

    struct NotListening: Error {
        let code: CInt
    }

    deinit {
        // Ends the wait of the accepting thread, which closes it.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// Every request so far, in the order of arrival.
    var requests: [Request] { log.requests }
    /// Connections that were accepted.
    var connections: Int { log.connections }
}

extension TestServer {
    private static func accept(on listener: CInt, _ behaviour: @escaping Behaviour, _ log: RequestLog) {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else {
                Glibc.close(listener)
                return
            }
            log.noteConnection()
            runThread {
                serve(connection, behaviour, log)
                Glibc.close(connection)
            }
        }
    }

    private static func serve(_ connection: CInt, _ behaviour: Behaviour, _ log: RequestLog) {
        while let request = readRequest(connection) {
            log.note(request)
            for step in behaviour(request) {
                guard perform(step, on: connection) else { return }
            }
        }
    }

    /// False if the connection is over.
    private static func perform(_ step: Step, on connection: CInt) -> Bool {
        switch step {
        case .send(let bytes): return write(bytes, to: connection)
        case .close: return false
        case .stall:
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
            return false
        case .drip(let bytes, let times, let pause):
            for _ in 0..<times {
                guard write(bytes, to: connection) else { return false }
                let (seconds, attoseconds) = pause.components
                var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
                if pause > .zero { nanosleep(&time, nil) }
            }
            return true
        }
    }

    private static func write(_ bytes: [UInt8], to connection: CInt) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(connection, $0.baseAddress.map { $0 + sent }, $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private static func readRequest(_ connection: CInt) -> Request? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while !bytes.reversed().starts(with: [10, 13, 10, 13]) {
            guard bytes.count < 65_536, recv(connection, &byte, 1, 0) == 1 else { return nil }
            bytes.append(byte)
            // A TLS handshake, which has no empty line.
            if bytes == [0x16] { return Request(line: "TLS", headers: [:]) }
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            let name = line[..<colon].lowercased()
            headers[name] = headers[name].map { "\($0), \(value)" } ?? String(value)
        }
        return Request(line: String(first), headers: headers)
    }
}

private final class RequestLog: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var seen: [TestServer.Request] = []
    private var accepted = 0

    init() { pthread_mutex_init(mutex, nil) }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    var requests: [TestServer.Request] { locked { seen } }
    var connections: Int { locked { accepted } }
    func note(_ request: TestServer.Request) { locked { seen.append(request) } }
    func noteConnection() { locked { accepted += 1 } }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func runThread(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(ThreadBody(body))
    guard pthread_create(&thread, nil, threadMain, context.toOpaque()) == 0 else { return context.release() }
    pthread_detach(thread)
}

private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
}

// MARK: - Well-formed answers

extension TestServer.Step {
    /// A whole answer with its true length.
    static func answer(_ status: String = "200 OK", _ headers: [String] = [], body: String = "") -> Self {
        answer(status, headers, bytes: Array(body.utf8))
    }

    static func answer(_ status: String, _ headers: [String], bytes: [UInt8]) -> Self {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(bytes.count)"] + headers
        return .send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + bytes)
    }

    static func redirect(_ status: Int, to location: String) -> Self {
        answer("\(status) Moved", ["Location: \(location)"])
    }
}
