// For `stat`, which the compiler ascribes to CoreFoundation where SwiftProtobuf has brought that in.
import CoreFoundation
import Glibc

/// The file that keeps a node's key: PEM, readable by its owner alone.
extension NodeIdentity {
    /// The identity kept at `path`; on the first start, a new one that is then kept there.
    ///
    /// A new key is on disk before this returns: written beside `path` with mode 0600, fsynced, renamed, and the
    /// directory fsynced. The caller holds the node's lock, so no one else does the same at the same time.
    package static func loadOrCreate(at path: String) throws(NodeKeyError) -> NodeIdentity {
        if let pem = try KeyFile.read(path, sharedWith: .noOne) { return try NodeIdentity(pem: pem) }
        let identity = try NodeIdentity()
        try KeyFile.write(identity.pem, to: path)
        return identity
    }

    /// The identity in a systemd credential (`LoadCredential=`, `$CREDENTIALS_DIRECTORY/…`). Never made anew.
    package static func load(credential path: String) throws(NodeKeyError) -> NodeIdentity {
        guard let pem = try KeyFile.read(path, sharedWith: .accessControlList) else {
            throw .system(call: "open", path: path, reason: KeyFile.reason(ENOENT))
        }
        return try NodeIdentity(pem: pem)
    }
}

private enum KeyFile {
    enum Sharing {
        case noOne
        /// systemd grants the service's user access to a credential by an access control list, whose mask shows as
        /// group bits; the directory above it keeps everyone else out.
        case accessControlList

        var forbiddenBits: mode_t {
            switch self {
            case .noOne: 0o077
            case .accessControlList: 0o007
            }
        }
    }

    /// More than any P-256 key in PEM with comments around it.
    static let maximumByteCount = 16 * 1024

    /// `nil` if there is no such file.
    static func read(_ path: String, sharedWith sharing: Sharing) throws(NodeKeyError) -> String? {
        // Not blocking, so that a pipe in the key's place is refused and not waited for.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 {
            if errno == ENOENT { return nil }
            throw failure("open", path)
        }
        defer { close(descriptor) }

        // The open file is asked, not the path: what is checked is what is read.
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("stat", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        let mode = status.st_mode & 0o777
        guard mode & sharing.forbiddenBits == 0 else { throw .readableByOthers(path: path, mode: mode) }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .foreignOwner(path: path, owner: status.st_uid)
        }

        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", path) }
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= maximumByteCount else { throw .notAKey }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ text: String, to path: String) throws(NodeKeyError) {
        let temporary = "\(path).new"
        // What a start that was cut off has left behind is of no use to anyone.
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("create", temporary) }
        do throws(NodeKeyError) {
            defer { close(descriptor) }
            try writeAll(Array(text.utf8), to: descriptor, path: temporary)
            guard fsync(descriptor) == 0 else { throw failure("fsync", temporary) }
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let error = failure("rename", path)
            unlink(temporary)
            throw error
        }
        try syncDirectory(of: path)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: CInt, path: String) throws(NodeKeyError) {
        var remaining = bytes[...]
        while !remaining.isEmpty {
            let count = remaining.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write", path) }
            remaining = remaining.dropFirst(count)
        }
    }

    private static func syncDirectory(of path: String) throws(NodeKeyError) {
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("fsync", directory) }
    }

    private static func failure(_ call: String, _ path: String) -> NodeKeyError {
        .system(call: call, path: path, reason: reason(errno))
    }

    static func reason(_ code: CInt) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
