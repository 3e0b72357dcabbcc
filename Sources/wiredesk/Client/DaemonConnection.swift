import ControlProtocol
import Glibc
import Platform

/// A conversation with the daemon: requests one after another, each with its replies.
final class DaemonConnection {
    /// How long one reply may be waited for, where the daemon has no reason to take long.
    static let patience: Duration = .seconds(60)

    private let connection: StreamConnection
    private var buffer = LineBuffer(limit: LineLimit.reply)
    private var lastID: Int64 = 0

    private init(_ connection: StreamConnection) { self.connection = connection }

    /// Connects to the first of the sockets that somebody answers on: the one that is named, or the user's own
    /// daemon, then the system's.
    static func open(socket: String?) throws -> DaemonConnection {
        let candidates = socket.map { [$0] } ?? Directories(environment: .current).socketCandidates
        for candidate in candidates {
            do throws(UnixSocketError) {
                return DaemonConnection(try StreamConnection.connect(to: UnixSocketPath(candidate)))
            } catch {
                switch error.code {
                case ENOENT, ENOTDIR, ECONNREFUSED: continue
                case EACCES, EPERM: throw CommandFailure.noPermission(candidate)
                case EAGAIN: throw CommandFailure(.tryAgain, "wiredeskd is too busy to answer", remedy: "try again")
                default: throw CommandFailure(error.code == nil ? .usage : .unreachable, error.description)
                }
            }
        }
        throw CommandFailure.notRunning(candidates, userID: getuid())
    }

    /// Sends a request and hands over its replies up to the last.
    ///
    /// - Parameter patience: how long to wait for each reply; `nil` for as long as it takes.
    func replies<Payload: Decodable & Sendable, Event: Decodable & Sendable>(
        to request: Request, payload: Payload.Type, event: Event.Type, patience: Duration? = DaemonConnection.patience,
        each: (Reply<Payload, Event>) throws -> Void
    ) throws {
        lastID += 1
        do throws(SystemError) {
            try connection.setTimeouts(read: patience, write: Self.patience)
        } catch {
            throw CommandFailure(.failure, error.description)
        }
        try send(try RequestLine(id: .number(lastID), request: request).bytes)
        while true {
            let line = try nextLine(patience: patience)
            let reply: Reply<Payload, Event>
            do {
                reply = try ReplyLine<Payload, Event>(parsing: line).reply
            } catch {
                throw CommandFailure.notUnderstood(error)
            }
            if case .error(let error) = reply { throw CommandFailure(error, query: request.query) }
            try each(reply)
            if reply.isLast { return }
        }
    }

    /// The one result of a request.
    func result<Payload: Decodable & Sendable>(
        of request: Request, as type: Payload.Type, patience: Duration? = DaemonConnection.patience
    ) throws -> Payload {
        var result: Payload?
        try replies(to: request, payload: type, event: JSONValue.self, patience: patience) { reply in
            if case .result(let value) = reply { result = value }
        }
        guard let result else { throw CommandFailure.connectionLost }
        return result
    }

    /// All items of a request, and what the daemon said at their end.
    func items<Item: Decodable & Sendable>(
        of request: Request, as type: Item.Type
    ) throws -> (items: [Item], completion: Completion) {
        var items: [Item] = []
        var completion = Completion(count: 0)
        try replies(to: request, payload: type, event: JSONValue.self) { reply in
            switch reply {
            case .item(let item): items.append(item)
            case .done(let end): completion = end
            case .result, .event, .error: break
            }
        }
        return (items, completion)
    }

    private func send(_ bytes: [UInt8]) throws {
        do throws(SystemError) {
            try connection.write(bytes)
        } catch {
            throw error.code == EAGAIN ? CommandFailure.noAnswer(Self.patience) : CommandFailure.connectionLost
        }
    }

    private func nextLine(patience: Duration?) throws -> [UInt8] {
        do {
            while true {
                if let line = try buffer.next() { return line }
                let bytes = try connection.read()
                guard !bytes.isEmpty else { throw CommandFailure.connectionLost }
                buffer.append(bytes)
            }
        } catch let error as SystemError {
            if error.code == EAGAIN, let patience { throw CommandFailure.noAnswer(patience) }
            throw CommandFailure.connectionLost
        } catch let error as LineBuffer.TooLong {
            throw CommandFailure.notUnderstood(error)
        }
    }
}

extension Request {
    /// The query it carries, if it carries one.
    fileprivate var query: String? {
        switch self {
        case .list(let parameters): parameters.query
        case .search(let parameters): parameters.query
        case .mark(_, let parameters): parameters.target.query
        case .tag(let parameters): parameters.target.query
        default: nil
        }
    }
}
