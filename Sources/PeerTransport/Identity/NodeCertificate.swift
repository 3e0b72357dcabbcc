import Changelog
import Crypto
import FoundationEssentials
import NIOSSL
import SwiftASN1
import X509

/// The certificate that carries a node's key through TLS, and the key taken out of a peer's.
///
/// TLS needs a certificate; Wiredesk needs only the key in it. So it is self-signed, made anew at each start, and
/// says nothing about the machine: no host name, and the validity that RFC 5280 §4.1.2.5 gives to what never expires.
enum NodeCertificate {
    static func selfSigned(by key: P256.Signing.PrivateKey) throws -> [UInt8] {
        let name = try DistinguishedName { CommonName("wiredesk") }
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(1),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: Date(timeIntervalSince1970: 0),
            notValidAfter: Date(timeIntervalSince1970: 253_402_300_799),
            issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions(),
            issuerPrivateKey: Certificate.PrivateKey(key))
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }

    /// The device that shows `certificate`, or `nil` if the key in it is not of the one kind that nodes have.
    ///
    /// The answer hashes the key as BoringSSL understood it, because that is the key whose possession the handshake
    /// proves. It is first read here, because `extractPublicKey()` traps on a kind of key that BoringSSL accepts in
    /// a handshake but not in a certificate.
    static func device(showing certificate: NIOSSLCertificate) -> DeviceID? {
        guard
            let der = try? certificate.toDERBytes(),
            let parsed = try? Certificate(derEncoded: der),
            let key = P256.Signing.PublicKey(parsed.publicKey),
            let proven = try? certificate.extractPublicKey().toSPKIBytes(),
            proven == Array(key.derRepresentation)
        else { return nil }
        return DeviceID(publicKey: proven)
    }
}
