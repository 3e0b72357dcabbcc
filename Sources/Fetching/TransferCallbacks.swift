import CCurl
import Glibc

// libcurl calls these on the engine's thread. They are functions of the file, not closures: a closure takes on the
// actor of the place it is written in, and would trap on this thread.

/// A header line of the answer (CURLOPT_HEADERFUNCTION(3)).
func receiveHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ client: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer = transfer(client) else { return 0 }
    return transfer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

/// Decoded bytes of the body (CURLOPT_WRITEFUNCTION(3)).
func receiveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ client: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer = transfer(client) else { return 0 }
    return transfer.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

/// Opens a socket for an address that the policy allows (CURLOPT_OPENSOCKETFUNCTION(3)): what is checked is what is
/// connected to, however the name resolved before.
func openAllowedSocket(
    _ client: UnsafeMutableRawPointer?, _ purpose: curlsocktype, _ target: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    let refused: curl_socket_t = -1  // CURL_SOCKET_BAD
    guard let transfer = transfer(client), let target else { return refused }
    guard transfer.allowsConnection(to: IPAddress(target)) else { return refused }
    // libcurl makes it non-blocking itself.
    return socket(
        target.pointee.family, target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), target.pointee.`protocol`)
}

/// Looks once more at the address before the request is sent (CURLOPT_PREREQFUNCTION(3)): a connection that a trusted
/// fetch opened may be used again by one that is not.
func checkConnectedAddress(
    _ client: UnsafeMutableRawPointer?, _ address: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?,
    _: Int32, _: Int32
) -> Int32 {
    guard let transfer = transfer(client), let address else { return CURL_PREREQFUNC_ABORT }
    return transfer.allowsConnection(to: IPAddress(String(cString: address)))
        ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

private func transfer(_ client: UnsafeMutableRawPointer?) -> Transfer? {
    client.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

extension Transfer {
    fileprivate func allowsConnection(to address: IPAddress?) -> Bool {
        guard !usesProxy else { return true }
        guard let address else { return false }
        guard let network = policy.refusal(of: address, host: self.address.host, trust: trust) else { return true }
        refusal = .addressRefused(host: self.address.host, address: "\(address)", network)
        return false
    }
}

extension IPAddress {
    /// `nil` for any family but IPv4 and IPv6.
    fileprivate init?(_ target: UnsafeMutablePointer<curl_sockaddr>) {
        // The member is declared as a short `sockaddr`, but is as long as `addrlen` says (curl/curl.h).
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        let bytes = UnsafeRawBufferPointer(start: UnsafeRawPointer(target) + offset, count: Int(target.pointee.addrlen))
        switch target.pointee.family {
        case AF_INET where bytes.count >= MemoryLayout<sockaddr_in>.size:
            self = .v4(UInt32(networkOrder: UnsafeRawBufferPointer(rebasing: bytes[4..<8])))  // sin_addr
        case AF_INET6 where bytes.count >= MemoryLayout<sockaddr_in6>.size:
            self.init(v6: UInt128(networkOrder: UnsafeRawBufferPointer(rebasing: bytes[8..<24])))  // sin6_addr
        default: return nil
        }
    }
}
