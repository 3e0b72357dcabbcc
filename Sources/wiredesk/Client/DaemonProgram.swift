import ArgumentParser
import Glibc
import Platform

/// The daemon's own program, for what is done while it does not run.
enum DaemonProgram {
    /// Runs it in this command's place.
    static func run(_ arguments: String...) throws -> Never {
        let program = try path()
        withPointers(to: [program] + arguments) { _ = execv(program, $0) }
        throw CommandFailure(.failure, SystemError.last("run", program).description)
    }

    /// Runs it, and reads what it writes to standard output. What it says of an error is shown as it says it.
    static func output(_ arguments: String...) throws -> [UInt8] {
        let program = try path()
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw CommandFailure(.failure, SystemError.last("pipe", program).description)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
        var child = pid_t()
        let code = withPointers(to: [program] + arguments) {
            posix_spawn(&child, program, &actions, nil, $0, environ)
        }
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else {
            throw CommandFailure(.failure, "\(program): \(String(cString: strerror(code)))")
        }
        let bytes = try InputFile(path: "/dev/fd/\(ends[0])").read()
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw ExitCode(status & 0x7F == 0 ? status >> 8 & 0xFF : 1) }
        return bytes
    }

    private static func withPointers<Result>(
        to arguments: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
    ) rethrows -> Result {
        let pointers = arguments.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return try body(pointers + [nil])
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
