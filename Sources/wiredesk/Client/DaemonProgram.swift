import Glibc
import Platform

/// The daemon's own program, for what is done while it does not run.
enum DaemonProgram {
    /// Runs it in this command's place.
    static func run(_ arguments: String...) throws -> Never {
        let program = try path()
        var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        pointers.append(nil)
        execv(program, pointers)
        throw CommandFailure(.failure, SystemError.last("run", program).description)
    }

    /// `wiredeskd` beside this very program, or else in `PATH`.
    private static func path() throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        var directories = Environment.current["PATH"]?.split(separator: ":").map(String.init) ?? []
        if count > 0 {
            let own = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            if let slash = own.lastIndex(of: "/") { directories.insert(String(own[..<slash]), at: 0) }
        }
        for directory in directories where access(directory + "/wiredeskd", X_OK) == 0 {
            return directory + "/wiredeskd"
        }
        throw CommandFailure(.failure, "there is no wiredeskd beside this command or in PATH", remedy: "install it")
    }
}
