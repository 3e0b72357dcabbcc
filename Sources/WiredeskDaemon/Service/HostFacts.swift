import Glibc
import Platform

/// What the machine and the kernel say of this process.
enum HostFacts {
    static var processID: Int32 { getpid() }

    static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// How far local time is ahead of UTC now.
    static var zoneOffset: Duration {
        var now = time(nil)
        var local = tm()
        localtime_r(&now, &local)
        return .seconds(local.tm_gmtoff)
    }

    /// Bytes in memory now; `nil` where /proc is not to be read.
    static var residentBytes: Int64? {
        guard let bytes = try? FileContents.read("/proc/self/status", limit: 64 << 10) else { return nil }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let digits = line?.filter { $0.isASCII && $0.isNumber }
        return digits.flatMap { Int64($0) }.map { $0 * 1024 }
    }
}
