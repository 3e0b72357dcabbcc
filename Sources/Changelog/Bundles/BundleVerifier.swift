import Crypto
import Model

/// Reads a bundle once, in whatever pieces, and tells whether it is whole and from a paired node. Nothing is merged
/// before that is known.
package struct BundleVerifier {
    private let trust: BundleTrust
    private var reader = FrameReader()
    private var hasher = SHA256()
    private var frames: [ContentHash] = []
    private var head: BundleHead?
    private var verified: VerifiedBundle?

    package init(trust: BundleTrust) { self.trust = trust }

    package mutating func append(_ bytes: some Collection<UInt8>) throws(BundleDefect) {
        reader.append(bytes)
        while true {
            let frame: ArraySlice<UInt8>?
            do throws(Frame.Defect) {
                frame = try reader.next()
            } catch {
                throw .malformed(at: frames.count, .frame(error))
            }
            guard let frame else { return }
            try receive(frame)
        }
    }

    /// What the bundle is, once all of it was appended.
    package func finish() throws(BundleDefect) -> VerifiedBundle {
        guard let verified else { throw .incomplete }
        guard reader.isEmpty else { throw .trailing }
        return verified
    }

    private mutating func receive(_ frame: ArraySlice<UInt8>) throws(BundleDefect) {
        guard verified == nil else { throw .trailing }
        let message: Message
        do throws(MessageDefect) {
            message = try Message(frame: frame)
        } catch {
            throw .malformed(at: frames.count, error)
        }
        switch (message, head) {
        case (.bundleHead(let head), nil):
            guard Session.protocols.contains(head.version) else { throw .version(head.version) }
            let writer = DeviceID(publicKey: head.publicKey)
            guard head.hello.device == writer else { throw .foreignKey }
            guard trust.isPaired(writer) else { throw .unknownWriter(writer) }
            self.head = head
        case (.changes, .some), (.bodies, .some): break
        case (.bundleTail(let tail), .some(let head)):
            guard tail.frames == frames.count, tail.hash == ContentHash(digest: hasher.finalize()) else {
                throw .damaged
            }
            let signed = BundleSignature.bytes(of: tail.hash)
            guard trust.isGenuine(tail.signature, signed, head.publicKey) else { throw .forged }
            verified = VerifiedBundle(
                writer: DeviceID(publicKey: head.publicKey), hello: head.hello, base: head.base, frames: frames)
            return
        default: throw .misplaced(at: frames.count)
        }
        guard frames.count < Limits.bundleFrames else { throw .misplaced(at: frames.count) }
        frame.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        frames.append(ContentHash(of: frame))
    }
}

/// A bundle that is whole and signed by a paired node.
package struct VerifiedBundle: Hashable, Sendable {
    package let writer: DeviceID
    /// What the writer knew when it began to write: where the next bundle for it may start.
    package let hello: Hello
    package let base: VersionVector
    /// Of the head, and the frames of changes and bodies: what is merged is what was verified, though the file may have
    /// been replaced meanwhile.
    let frames: [ContentHash]
}
