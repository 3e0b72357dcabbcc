import Crypto
package import Model

/// Writes a node's log, as far as a base vector does not cover it, as one signed file: a head, frames of changes as in
/// a session, and a tail with hash and signature.
///
/// Each step runs in a transaction of its own. Without changes to carry it is an acknowledgement: it tells the reader
/// what the writer has, so that the reader's next bundle can start from there.
package struct BundleWriter: ~Copyable {
    private let base: VersionVector
    private let key: BundleKey
    private let withChanges: Bool
    private var outflow: Outflow
    private var hasher = SHA256()
    private var frames = 0
    private var isDone = false
    /// Changes that were written.
    package private(set) var changes = 0
    /// The bodies of the articles that were written, in the order of the log: the caller may `add` them before the end.
    package private(set) var bodies: [ContentHash] = []

    /// - Parameters:
    ///   - withChanges: false for an acknowledgement.
    ///   - changesPerFrame: fewer than there may be, to see a file cut in many places.
    package init(
        base: VersionVector, key: BundleKey, withChanges: Bool = true, changesPerFrame: Int = Limits.frameChanges
    ) {
        self.base = base
        self.key = key
        self.withChanges = withChanges
        outflow = Outflow(after: 0, to: base, changesPerFrame: changesPerFrame)
    }

    /// Whether the head and all changes were written, so that what `next` returns ends the file.
    package var isAtEndOfLog: Bool { frames > 0 && (!withChanges || outflow.isAtEnd) }

    /// The bytes that carry some bodies: after the changes, and before the end.
    package mutating func add(_ bodies: [Body]) -> [UInt8] {
        Session.offers(of: bodies, missing: []).flatMap { frame($0) }
    }

    /// The next bytes of the file; `nil` after the last.
    package mutating func next<Store: RegisterStore>(in replica: inout Replica<Store>) throws -> [UInt8]? {
        if isDone { return nil }
        if frames == 0 {
            let hello = try Session.hello(presenting: [], device: DeviceID(publicKey: key.publicKey), in: &replica)
            return frame(
                .bundleHead(
                    BundleHead(
                        version: Session.protocols.upperBound, hello: hello, base: base, publicKey: key.publicKey)))
        }
        if !isAtEndOfLog, let batch = try outflow.next(to: nil, in: &replica) {
            changes += batch.changes.count
            for change in batch.changes {
                guard case .article(let article) = try ChangeValue(of: change.id, bytes: change.value) else { continue }
                bodies.append(article.revision.bodyHash)
            }
            return frame(.changes(batch))
        }
        isDone = true
        let hash = ContentHash(digest: hasher.finalize())
        let signature = try key.sign(BundleSignature.bytes(of: hash))
        return Message.bundleTail(BundleTail(frames: frames, hash: hash, signature: signature)).frame
    }

    private mutating func frame(_ message: Message) -> [UInt8] {
        let bytes = message.frame
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        frames += 1
        return bytes
    }
}
