package import CPlatform
import Glibc

/// A Unix stream socket that accepts connections.
///
/// A socket file that a killed daemon left behind is replaced; one that somebody answers on is not. The file is
/// removed when the listener goes, unless systemd handed the socket over and therefore owns it.
package final class UnixListener: Sendable {
    package let descriptor: FileDescriptor
    package let path: UnixSocketPath?
    /// The file this listener made; another daemon's file at the same path is left alone.
    private let ownFile: FileIdentity?

    /// Takes over a socket that is listening already (systemd's socket activation).
    package init(inherited descriptor: FileDescriptor) {
        self.descriptor = descriptor
        path = nil
        ownFile = nil
    }

    /// - Parameter mode: who may connect; write permission is what connect(2) asks for.
    package init(
        listeningOn path: UnixSocketPath, mode: mode_t = 0o600, backlog: Int32 = 64
    ) throws(UnixSocketError) {
        if !path.isAbstract { try Self.removeAbandonedSocket(at: path) }
        do throws(SystemError) {
            let descriptor = FileDescriptor(
                owning: try retryingInterrupts("socket") { cplatform_unix_stream_socket() })
            // fchmod before bind decides the mode of the file that bind makes: at no moment is it wider.
            if !path.isAbstract {
                _ = try retryingInterrupts("fchmod", path.text) { fchmod(descriptor.rawValue, mode) }
            }
            _ = try retryingInterrupts("bind", path.text) {
                cplatform_unix_bind(descriptor.rawValue, path.text, path.text.utf8.count)
            }
            ownFile = path.isAbstract ? nil : FileIdentity(path: path.text)
            if !path.isAbstract {
                // The umask may have taken bits away that the caller wants.
                _ = try retryingInterrupts("chmod", path.text) { chmod(path.text, mode) }
            }
            _ = try retryingInterrupts("listen", path.text) { listen(descriptor.rawValue, backlog) }
            self.descriptor = descriptor
            self.path = path
        } catch {
            throw .system(error)
        }
    }

    deinit {
        guard let path, let ownFile, FileIdentity(path: path.text) == ownFile else { return }
        unlink(path.text)
    }

    /// Waits for the next client. Throws once `stop()` was called.
    package func accept() throws(SystemError) -> StreamConnection {
        let client = try retryingInterrupts("accept", path?.text) { cplatform_accept(descriptor.rawValue) }
        return StreamConnection(descriptor: FileDescriptor(owning: client))
    }

    /// Makes `accept()` fail, now and from now on: shutdown(2) on a listening socket wakes who waits on it.
    ///
    /// An inherited socket is systemd's too, which listens on for the next start: it is left alone, and so is who waits.
    package func stop() {
        if path != nil { descriptor.shutDown() }
    }

    private static func removeAbandonedSocket(at path: UnixSocketPath) throws(UnixSocketError) {
        var status = stat()
        guard lstat(path.text, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path) }
        do throws(UnixSocketError) {
            _ = try StreamConnection.connect(to: path)
        } catch {
            guard error.code == ECONNREFUSED else { throw error }
            guard unlink(path.text) == 0 || errno == ENOENT else { throw .system(.last("unlink", path.text)) }
            return
        }
        throw .inUse(path)
    }
}

/// Which file a path names, whatever it is called.
struct FileIdentity: Equatable, Sendable {
    let device: dev_t
    let inode: ino_t

    /// `nil` if there is no file.
    init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        device = status.st_dev
        inode = status.st_ino
    }
}
