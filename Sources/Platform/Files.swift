package import Glibc

/// What a file is, as far as deciding whether to read it goes.
package struct FileStatus: Hashable, Sendable {
    package let isRegular: Bool
    package let isDirectory: Bool
    /// Bytes.
    package let size: Int64
    /// The permission bits: `0o600`.
    package let mode: mode_t
    package let ownerID: uid_t

    /// Follows symbolic links.
    package init(path: String) throws(SystemError) {
        var status = stat()
        _ = try retryingInterrupts("stat", path) { stat(path, &status) }
        self.init(status)
    }

    init(descriptor: FileDescriptor, path: String) throws(SystemError) {
        var status = stat()
        _ = try retryingInterrupts("stat", path) { fstat(descriptor.rawValue, &status) }
        self.init(status)
    }

    private init(_ status: stat) {
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        size = Int64(status.st_size)
        mode = status.st_mode & 0o7777
        ownerID = status.st_uid
    }
}

/// Reading a whole file within a limit.
package enum FileContents {
    /// Why a file was not read.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        case system(SystemError)
        case notRegular(String)
        case tooLarge(String, limit: Int)

        package var description: String {
            switch self {
            case .system(let error): error.description
            case .notRegular(let path): "\(path) is not a regular file"
            case .tooLarge(let path, let limit): "\(path) is larger than \(limit) bytes"
            }
        }
    }

    /// All bytes of the regular file at `path`, if there are at most `limit`.
    package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        do throws(SystemError) {
            // A FIFO without a writer would block here for ever.
            let file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
            guard try FileStatus(descriptor: file, path: path).isRegular else {
                throw SystemError("read", path, code: notRegularCode)
            }
            var bytes: [UInt8] = []
            while bytes.count <= limit {
                let part = try file.read(atMost: min(65_536, limit + 1 - bytes.count))
                if part.isEmpty { return bytes }
                bytes += part
            }
        } catch {
            throw error.code == notRegularCode ? .notRegular(path) : .system(error)
        }
        throw .tooLarge(path, limit: limit)
    }

    private static let notRegularCode = ENODEV
}

/// Replacing a file so that it is at every moment either the old one or the new one, whole.
package enum AtomicFile {
    /// Writes `bytes` beside `path`, makes them durable, and puts them in its place.
    ///
    /// "fsync() the temporary file, rename, fsync the directory": after that a power loss shows the new file,
    /// before it the old one.
    package static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws(SystemError) {
        let temporary = path + ".new.\(getpid())"
        unlink(temporary)
        do throws(SystemError) {
            let file = try FileDescriptor.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
            try file.write(bytes)
            _ = try retryingInterrupts("fchmod", temporary) { fchmod(file.rawValue, mode) }
            try file.synchronise(temporary)
            _ = try retryingInterrupts("rename", path) { rename(temporary, path) }
        } catch {
            unlink(temporary)
            throw error
        }
        try synchroniseDirectory(of: path)
    }

    /// Makes the names in the directory that holds `path` durable.
    package static func synchroniseDirectory(of path: String) throws(SystemError) {
        let slash = path.lastIndex(of: "/")
        let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        try FileDescriptor.open(directory, O_RDONLY | O_DIRECTORY).synchronise(directory)
    }
}

/// Making the directories that the daemon lives in.
package enum PrivateDirectory {
    /// Makes `path` and what is missing above it, open to this user alone. One that exists stays as it is.
    package static func create(_ path: String) throws(SystemError) {
        var made = path.utf8.first == UInt8(ascii: "/") ? "" : "."
        for component in path.split(separator: "/") {
            made += "/" + component
            guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
            // On a read-only root the directories above exist all the same.
            let code = errno
            var status = stat()
            if stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { continue }
            throw SystemError("mkdir", made, code: code)
        }
        guard try FileStatus(path: path).isDirectory else { throw SystemError("mkdir", path, code: ENOTDIR) }
    }
}
