import CPlatform
import Glibc
import Model

/// Which file on which machine a database is, to notice that it was copied or restored since it was last open.
struct FileIdentity: Hashable, Sendable {
    /// From /etc/machine-id, empty where there is none.
    var machine: String
    var device: UInt64
    var inode: UInt64
    /// When the file was made, in nanoseconds since 1970; 0 where the file system does not know.
    var birth: Int64

    /// `nil` if the file cannot be examined.
    init?(path: String) {
        var (device, inode, birth) = (UInt64(0), UInt64(0), Int64(0))
        guard cplatform_file_identity(path, &device, &inode, &birth) == 0 else { return nil }
        self.device = device
        self.inode = inode
        self.birth = birth
        machine = Self.machineID
    }

    /// One line for the node's row; equal lines mean the same file.
    var description: String { "\(machine) \(device) \(inode) \(birth)" }

    private static var machineID: String {
        let descriptor = open("/etc/machine-id", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).trimmingASCIIWhitespace()
    }
}
