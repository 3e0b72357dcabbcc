import NIOCore
import NIOSSL

/// What a connection is for, as agreed in the TLS handshake (ALPN, RFC 7301).
enum Purpose: String, CaseIterable, Sendable {
    case session = "wiredesk/1"
    /// Between two nodes of which one does not know the other yet.
    case pairing = "wiredesk-pair/1"

    /// Pairing messages are a few hundred bytes, and come from someone who has not proved anything but a key.
    var maximumFrameByteCount: Int {
        switch self {
        case .session: FrameFormat.maximumFrameByteCount
        case .pairing: 1024
        }
    }
}

/// TLS as peers speak it: version 1.3 alone, both ends show a certificate, ECDSA with P-256 and nothing else.
struct TLSContexts: Sendable {
    private let server: NIOSSLContext
    private let session: NIOSSLContext
    private let pairing: NIOSSLContext

    init(identity: NodeIdentity, limits: TransportLimits) throws {
        let certificate = try NIOSSLCertificate(bytes: identity.certificate, format: .der)
        let key = try NIOSSLPrivateKey(bytes: Array(identity.pem.utf8), format: .pem)

        func context(_ make: TLSConfiguration, _ purposes: [Purpose]) throws -> NIOSSLContext {
            var configuration = make
            configuration.certificateChain = [.certificate(certificate)]
            configuration.privateKey = .privateKey(key)
            configuration.minimumTLSVersion = .tlsv13
            configuration.maximumTLSVersion = .tlsv13
            // Demands a certificate of the other end; what it must be, the verification callback decides.
            configuration.certificateVerification = .noHostnameVerification
            configuration.trustRoots = .certificates([])
            // Not the hybrid with ML-KEM: its key shares are 2.3 KB of the 4.2 KB that a sync without news may cost.
            configuration.curves = [.x25519, .secp256r1]
            configuration.signingSignatureAlgorithms = [.ecdsaSecp256R1Sha256]
            configuration.verifySignatureAlgorithms = [.ecdsaSecp256R1Sha256]
            configuration.applicationProtocols = purposes.map(\.rawValue)
            configuration.shutdownTimeout = .init(limits.closeTimeout)
            return try NIOSSLContext(configuration: configuration)
        }
        server = try context(
            .makeServerConfiguration(certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)),
            Purpose.allCases)
        session = try context(.makeClientConfiguration(), [.session])
        pairing = try context(.makeClientConfiguration(), [.pairing])
    }

    func handler(_ role: Role, verify: @escaping NIOSSLCustomVerificationCallback) throws -> NIOSSLHandler {
        switch role {
        case .listener:
            NIOSSLServerHandler(context: server, customVerificationCallback: verify, configuration: .init())
        case .dialer(.session): try Self.client(session, verify)
        case .dialer(.pairing): try Self.client(pairing, verify)
        }
    }

    private static func client(
        _ context: NIOSSLContext, _ verify: @escaping NIOSSLCustomVerificationCallback
    ) throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler(
            context: context, serverHostname: nil, customVerificationCallback: verify, configuration: .init())
    }
}

/// Which end of a connection this is.
enum Role: Hashable, Sendable {
    case listener
    case dialer(Purpose)
}
