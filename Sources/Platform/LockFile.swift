package import CPlatform
import Glibc

/// Why a lock file could not be taken.
package enum LockFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another process holds it; its id if it wrote one.
    case held(path: String, by: pid_t?)
    case system(SystemError)

    package var description: String {
        switch self {
        case .held(let path, let holder?):
            """
            another wiredeskd (process \(holder)) holds \(path); stop it with `kill \(holder)` \
            or `systemctl stop wiredeskd`, or give this one its own --state-dir
            """
        case .held(let path, nil):
            "another wiredeskd holds \(path); stop it, or give this one its own --state-dir"
        case .system(let error):
            error.description
        }
    }
}

/// An exclusive hold on a directory's database, for as long as this value lives and the process runs.
///
/// flock(2) rather than fcntl(2): the kernel drops it with the process however it ends, and no other
/// descriptor that happens to be closed takes it along. The file stays; only the lock on it counts.
package final class LockFile: Sendable {
    private let descriptor: FileDescriptor
    package let path: String

    /// Takes the lock at once or not at all, and writes this process's id into the file.
    package init(path: String) throws(LockFileError) {
        do throws(SystemError) {
            descriptor = try FileDescriptor.open(path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
        } catch {
            throw .system(error)
        }
        self.path = path
        guard cplatform_lock_exclusively(descriptor.rawValue) == 0 else {
            if errno == EWOULDBLOCK { throw .held(path: path, by: Self.holder(in: descriptor)) }
            throw .system(.last("flock", path))
        }
        do throws(SystemError) {
            _ = try retryingInterrupts("ftruncate", path) { ftruncate(descriptor.rawValue, 0) }
            try descriptor.write(Array("\(getpid())\n".utf8))
        } catch {
            throw .system(error)
        }
    }

    private static func holder(in descriptor: FileDescriptor) -> pid_t? {
        guard let bytes = try? descriptor.read(atMost: 32) else { return nil }
        return pid_t(String(decoding: bytes.prefix { (0x30...0x39).contains($0) }, as: UTF8.self))
    }
}
