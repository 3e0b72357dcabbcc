import Glibc
import Model
import Platform

/// A `file:` feed of the local configuration: one bounded read, with size and time of change as its validator.
enum LocalFile {
    static func fetch(_ request: FetchRequest, at address: WebAddress) -> FetchResult {
        guard request.trust == .localConfiguration else { return .failed(.file(.notLocalConfiguration), nil) }
        guard address.host.isEmpty || address.host == "localhost", let path = decoded(address.path) else {
            return .failed(.badURL, nil)
        }
        let started = ContinuousClock.now
        do {
            // O_NONBLOCK: opening a FIFO must not wait for a writer.
            let file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
            var info = stat()
            guard fstat(file.rawValue, &info) == 0 else { return .failed(.file(.notReadable), nil) }
            guard info.st_mode & S_IFMT == S_IFREG else { return .failed(.file(.notRegular), nil) }
            let etag = "\"\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)-\(info.st_size)\""
            if request.validators.etag == etag {
                return .notModified(answer(status: 304, etag, address, bytes: 0, since: started))
            }
            let limit = request.limits.decodedBytes
            guard let bytes = try read(file, limit: limit) else { return .failed(.tooLarge(limit: limit), nil) }
            let answer = answer(status: 200, etag, address, bytes: bytes.count, since: started)
            return .fetched(FetchedBody(answer: answer, bytes: bytes))
        } catch {
            return .failed(.file(error.code == ENOENT ? .missing : .notReadable), nil)
        }
    }

    /// The rest of the file; `nil` if that is more than `limit` bytes.
    private static func read(_ file: FileDescriptor, limit: Int) throws(SystemError) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let chunk = try file.read(atMost: min(1 << 20, limit - bytes.count + 1))
            if chunk.isEmpty { return bytes }
            bytes += chunk
        }
        return nil
    }

    private static func answer(
        status: Int, _ etag: String, _ address: WebAddress, bytes: Int, since started: ContinuousClock.Instant
    ) -> Answer {
        var headers = ResponseHeaders()
        headers.etag = etag
        let total = started.duration(to: .now)
        return Answer(
            status: status, headers: headers, finalURL: address.text, permanentTarget: nil, redirects: 0,
            strayed: false, receivedAt: .now,
            timing: FetchTiming(queued: .zero, firstByte: total, total: total, reusedConnection: false),
            wireBytes: bytes, address: "")
    }

    /// Without percent encoding; `nil` if a NUL would cut the path short.
    private static func decoded(_ path: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let pair = [UInt8](hex: String(decoding: rest.prefix(2), as: UTF8.self))
            {
                bytes += pair
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
}

extension Timestamp {
    /// The wall clock. What decides takes the moment as an argument; only the edge asks.
    static var now: Timestamp { Timestamp(milliseconds: SystemTimeSource().unixMilliseconds) }
}
