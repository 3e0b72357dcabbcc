import Glibc
import Model

/// A `file:` feed of the local configuration: one bounded read, with size and time of change as its validator.
enum LocalFile {
    static func fetch(_ request: FetchRequest, at address: WebAddress) -> FetchResult {
        guard request.trust == .localConfiguration else { return .failed(.file(.notLocalConfiguration), nil) }
        guard address.host.isEmpty || address.host == "localhost", let path = decoded(address.path) else {
            return .failed(.badURL, nil)
        }
        let started = ContinuousClock.now
        // O_NONBLOCK: opening a FIFO must not wait for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .failed(.file(errno == ENOENT ? .missing : .notReadable), nil) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return .failed(.file(.notReadable), nil) }
        guard info.st_mode & S_IFMT == S_IFREG else { return .failed(.file(.notRegular), nil) }

        let etag = "\"\(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec)-\(info.st_size)\""
        if request.validators.etag == etag {
            return .notModified(answer(status: 304, etag, address, bytes: 0, since: started))
        }
        switch read(descriptor, expecting: Int(info.st_size), limit: request.limits.decodedBytes) {
        case .success(let bytes):
            let answer = answer(status: 200, etag, address, bytes: bytes.count, since: started)
            return .fetched(FetchedBody(answer: answer, bytes: bytes))
        case .failure(let failure): return .failed(failure, nil)
        }
    }

    private static func read(_ descriptor: CInt, expecting size: Int, limit: Int) -> Result<[UInt8], FetchFailure> {
        guard size <= limit else { return .failure(.tooLarge(limit: limit)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return .failure(.file(.notReadable)) }
            guard count > 0 else { return .success(bytes) }
            guard bytes.count + count <= limit else { return .failure(.tooLarge(limit: limit)) }
            bytes.append(contentsOf: chunk[..<count])
        }
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
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
