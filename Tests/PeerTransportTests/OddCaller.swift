import Crypto
import FoundationEssentials
import NIOCore
import NIOPosix
import NIOSSL
import SwiftASN1
import X509

@testable import PeerTransport

/// TLS clients that are not nodes.
enum OddCaller: String, CaseIterable, Sendable {
    case withoutCertificate
    case olderTLS
    case withoutProtocol
    case otherProtocol
    case otherKindOfKey

    static let all = allCases

    /// Whether a node at `address` ends the connection without having sent a byte of data.
    func isHungUpOn(at address: PeerAddress) async -> Bool {
        do {
            let context = try NIOSSLContext(configuration: configuration())
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: address.host, port: Int(address.port)) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let tls = try NIOSSLClientHandler(
                            context: context, serverHostname: nil,
                            customVerificationCallback: { $1.succeed(.certificateVerified) }, configuration: .init())
                        try channel.pipeline.syncOperations.addHandler(tls)
                        return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            return try await channel.executeThenClose { inbound, outbound in
                do {
                    try await outbound.write(ByteBuffer(bytes: [0, 0, 0, 1, 42]))
                    for try await _ in inbound { return false }
                } catch {}
                return true
            }
        } catch {
            return false
        }
    }

    private func configuration() throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .noHostnameVerification
        configuration.applicationProtocols = [Purpose.session.rawValue]
        let identity = try NodeIdentity()
        if self != .withoutCertificate {
            configuration.certificateChain = [.certificate(try .init(bytes: identity.certificate, format: .der))]
            configuration.privateKey = .privateKey(try .init(bytes: Array(identity.pem.utf8), format: .pem))
        }
        switch self {
        case .withoutCertificate: break
        case .olderTLS: configuration.maximumTLSVersion = .tlsv12
        case .withoutProtocol: configuration.applicationProtocols = []
        case .otherProtocol: configuration.applicationProtocols = ["h2"]
        case .otherKindOfKey:
            let key = P384.Signing.PrivateKey()
            let certificate = try Self.certificate(of: key)
            configuration.certificateChain = [.certificate(try .init(bytes: certificate, format: .der))]
            configuration.privateKey = .privateKey(try .init(bytes: Array(key.pemRepresentation.utf8), format: .pem))
        }
        return configuration
    }

    private static func certificate(of key: P384.Signing.PrivateKey) throws -> [UInt8] {
        let name = try DistinguishedName { CommonName("other") }
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(1),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: Date(timeIntervalSince1970: 0),
            notValidAfter: Date(timeIntervalSince1970: 4_000_000_000),
            issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA384,
            extensions: Certificate.Extensions(),
            issuerPrivateKey: Certificate.PrivateKey(key))
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }
}
