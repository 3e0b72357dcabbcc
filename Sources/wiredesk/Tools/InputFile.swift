import Glibc

/// A file, or standard input under the name `-`, read whole.
struct InputFile {
    let path: String

    /// What no document that people publish exceeds; more is not read.
    static let sizeLimit = 256 << 20

    struct Unreadable: Error, CustomStringConvertible {
        let path: String
        let code: Int32
        var description: String { "\(path): \(String(cString: strerror(code)))" }
    }

    func read() throws(Unreadable) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Unreadable(path: path, code: errno) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var result: [UInt8] = []
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_size > 0 {
            result.reserveCapacity(Int(min(Int64(status.st_size) + 1, Int64(Self.sizeLimit))))
        }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while result.count < Self.sizeLimit {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Unreadable(path: path, code: errno) }
            if count == 0 { break }
            result.append(contentsOf: chunk[..<count])
        }
        return result
    }
}

/// Standard output, whole pieces at a time.
enum Output {
    static func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(STDOUT_FILENO, base + written, buffer.count - written)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                written += count
            }
        }
    }
}
