import Changelog
import Glibc
import Model
import PeerTransport
import Platform
import Storage

/// A bundle on its way into or out of a file.
struct BundleFile {
    let path: String

    /// Bodies that are read and held at a time.
    private static let bodiesAtOnce = 8
    private static let chunk = 1 << 20

    struct Written: Sendable {
        var bytes: Int64 = 0
        var changes = 0
    }

    /// Writes what `base` does not cover, under a temporary name until it is whole and on disk.
    ///
    /// - Parameter withChanges: false for an acknowledgement.
    func write(
        from store: Store, base: VersionVector, key: BundleKey, withChanges: Bool = true
    ) throws -> Written {
        let partial = path + ".partial"
        unlink(partial)
        do {
            let written = try fill(partial, store, BundleWriter(base: base, key: key, withChanges: withChanges))
            guard rename(partial, path) == 0 else { throw SystemError("rename", path, code: errno) }
            try AtomicFile.synchroniseDirectory(of: path)
            return written
        } catch {
            unlink(partial)
            throw error
        }
    }

    private func fill(_ partial: String, _ store: Store, _ bundle: consuming BundleWriter) throws -> Written {
        let file = try FileDescriptor.open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        var written = Written()
        var hasBodies = false
        while true {
            if bundle.isAtEndOfLog, !hasBodies {
                hasBodies = true
                var rest = bundle.bodies[...]
                while !rest.isEmpty {
                    let bytes = bundle.add(try store.bodies(Array(rest.suffix(Self.bodiesAtOnce))).found)
                    rest = rest.dropLast(Self.bodiesAtOnce)
                    try file.write(bytes)
                    written.bytes += Int64(bytes.count)
                }
            }
            guard let bytes = try store.next(of: &bundle) else { break }
            try file.write(bytes)
            written.bytes += Int64(bytes.count)
        }
        written.changes = bundle.changes
        try file.synchronise(partial)
        return written
    }

    /// Reads the file once, and says what it is if it is whole and from someone trusted.
    func verify(_ trust: BundleTrust) throws -> VerifiedBundle {
        var verifier = BundleVerifier(trust: trust)
        let file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
        guard try FileStatus(path: path).isRegular else { throw FileContents.Failure.notRegular(path) }
        while true {
            let bytes = try file.read(atMost: Self.chunk)
            if bytes.isEmpty { return try verifier.finish() }
            try verifier.append(bytes)
        }
    }

    /// What a bundle says of its writer at its beginning. Nothing of it has been verified.
    func head() throws -> BundleHead {
        var reader = FrameReader()
        let file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
        while true {
            if let frame = try reader.next() {
                guard case .bundleHead(let head) = try Message(frame: frame) else {
                    throw BundleDefect.misplaced(at: 0)
                }
                return head
            }
            let bytes = try file.read(atMost: 65_536)
            if bytes.isEmpty { throw BundleDefect.incomplete }
            reader.append(bytes)
        }
    }

    struct Taken: Sendable {
        var bytes: Int64 = 0
        var changes = 0
        var quarantined = 0
        var doubts: [OriginDoubt] = []
    }

    /// Merges a bundle that was verified, frame by frame. `merged` is told of each.
    func take(_ bundle: VerifiedBundle, into store: Store, merged: ([AppliedChange]) -> Void) throws -> Taken {
        var taking = BundleImport(bundle)
        var taken = Taken()
        var reader = FrameReader()
        let file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
        while true {
            let bytes = try file.read(atMost: Self.chunk)
            if bytes.isEmpty { return taken }
            taken.bytes += Int64(bytes.count)
            reader.append(bytes)
            while let frame = try reader.next() {
                for output in try store.receive(frame, in: &taking) {
                    switch output {
                    case .applied(let outcome):
                        taken.changes += outcome.applied.count
                        taken.quarantined += outcome.quarantined.count
                        merged(outcome.applied)
                    case .bodies(let bodies, _):
                        try store.add(bodies: bodies)
                    case .event(.reborn(let doubt)): taken.doubts.append(doubt)
                    default: break
                    }
                }
            }
        }
    }
}

extension BundleDefect {
    var words: String {
        switch self {
        case .incomplete: "the file ends too early: it was cut, or is still being copied"
        case .malformed(let frame, let defect): "frame \(frame) holds \(defect)"
        case .misplaced(let frame): "frame \(frame) does not belong there: it is no bundle, or was put together wrongly"
        case .trailing: "something follows the end of the bundle"
        case .version(let version): "it was written by a later version (\(version)); update this one"
        case .foreignKey: "the key in it is not its writer's"
        case .unknownWriter(let device): "its writer \(device.text) is not one of this node's peers"
        case .damaged: "it is damaged: its bytes are not those that were signed"
        case .forged: "its signature is not its writer's"
        case .exchanged(let frame): "frame \(frame) is another than a moment ago: the file was replaced meanwhile"
        }
    }
}
