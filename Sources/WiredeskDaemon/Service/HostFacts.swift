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

    /// The IP addresses of this machine's interfaces, without loopback and those that hold on one link only.
    static var addresses: [String] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var addresses: [String] = []
        for entry in sequence(first: list, next: { $0?.pointee.ifa_next }) {
            guard let entry, let address = entry.pointee.ifa_addr else { continue }
            let isLoopback = entry.pointee.ifa_flags & UInt32(IFF_LOOPBACK) != 0
            let length: Int
            switch Int32(address.pointee.sa_family) {
            case AF_INET: length = MemoryLayout<sockaddr_in>.size
            case AF_INET6: length = MemoryLayout<sockaddr_in6>.size
            default: continue
            }
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            guard
                !isLoopback,
                getnameinfo(
                    address, socklen_t(length), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
            else { continue }
            let host = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            // A link-local address means nothing without the name of an interface of the other machine.
            if !host.hasPrefix("fe80:") { addresses.append(host) }
        }
        return addresses
    }

    /// Bytes in memory now; `nil` where /proc is not to be read.
    static var residentBytes: Int64? {
        guard let bytes = try? FileContents.read("/proc/self/status", limit: 64 << 10) else { return nil }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let digits = line?.filter { $0.isASCII && $0.isNumber }
        return digits.flatMap { Int64($0) }.map { $0 * 1024 }
    }
}
