import Changelog
import Glibc
import Model
import PeerTransport
import Platform
import Storage

/// A directory that something else replicates, in place of a network: a stick, a share, a synchronised folder.
///
///     wiredesk-1/DEVICE/SEQUENCE.bundle    changes; written once, never altered
///     wiredesk-1/DEVICE/hello              an acknowledgement: a bundle without changes, replaced at each exchange
///
/// A node writes in its own DEVICE alone, so no lock is needed. A file appears under its name whole, and one that a slow
/// copier has brought here in part is not whole by its own account, and is looked at again next time. Names and contents
/// suit an object store as they are. See `docs/folder.md`.
struct FolderMailbox {
    let path: String
    let node: PeerNode

    private static let version = "wiredesk-1"
    private static let suffix = ".bundle"
    /// Beyond this many of one's own, one bundle of everything takes their place.
    private static let mostBundles = 64
    /// More devices or files than anyone's; what is beyond is not looked at.
    private static let mostEntries = 10_000

    private var root: String { path + "/" + Self.version }
    private var own: String { root + "/" + node.device.text }

    /// Takes what the others have put there, and puts there what they lack. Returns why files were passed over, a line
    /// for each; the rest is exchanged all the same.
    func exchange(_ memory: inout FolderMemory) throws -> [String] {
        guard try FileStatus(path: path).isDirectory else { throw SystemError("open", path, code: ENOTDIR) }
        try PrivateDirectory.create(own)
        var problems: [String] = []
        try take(try shelf(&memory, &problems), &problems)
        // What was taken is part of what is there, so it is not put there a second time.
        let shelf = try shelf(&memory, &problems)
        let isWaiting = memory.waitsForBodies(areMissing: try areBodiesMissing(), at: node.core.time.monotonic)
        try put(shelf, withChanges: !isWaiting)
        return problems
    }

    // MARK: What is there

    /// A bundle that is whole and from a trusted node, or from this one's own past.
    struct Volume: Sendable {
        let file: BundleFile
        let bundle: VerifiedBundle
    }

    private func shelf(_ memory: inout FolderMemory, _ problems: inout [String]) throws -> [Volume] {
        var volumes: [Volume] = []
        var seen = FolderMemory(waitingSince: memory.waitingSince)
        problems = []
        for directory in Self.names(in: root) {
            guard let writer = try? DeviceID(parsing: directory), writer == node.device || node.book.trusts(writer)
            else { continue }
            for name in Self.names(in: root + "/" + directory).sorted() where name.hasSuffix(Self.suffix) {
                let file = BundleFile(path: root + "/" + directory + "/" + name)
                do {
                    let bundle = try memory.bundle(of: file) ?? file.verify(node.bundleTrust)
                    try seen.remember(bundle, of: file)
                    volumes.append(Volume(file: file, bundle: bundle))
                } catch {
                    problems.append(Self.words(file.path, error))
                }
            }
            if writer != node.device { noteHello(of: writer) }
        }
        memory = seen
        return volumes
    }

    /// What the writer of a hello has, so that the next bundle made for it starts from there.
    private func noteHello(of writer: DeviceID) {
        let file = BundleFile(path: root + "/" + writer.text + "/hello")
        guard
            let bundle = try? file.verify(node.bundleTrust), bundle.writer == writer,
            let peer = node.book.peers.first(where: { $0.device == writer }),
            bundle.hello.wall > peer.lastContact ?? Timestamp(milliseconds: .min)
        else { return }
        node.remember(bundle.hello.vector, of: writer, at: min(bundle.hello.wall, node.core.now))
    }

    // MARK: Taking and putting

    private func take(_ volumes: [Volume], _ problems: inout [String]) throws {
        var waiting = volumes
        // A bundle completes nothing before what it builds on is here: go round while that helps.
        var progress = true
        while progress {
            progress = false
            var later: [Volume] = []
            for volume in waiting {
                let known = try node.core.store.vector()
                if known.coversAll(of: volume.bundle.hello.vector) { continue }
                guard known.coversAll(of: volume.bundle.base) else {
                    later.append(volume)
                    continue
                }
                do {
                    _ = try node.take(volume.file)
                    progress = true
                } catch {
                    problems.append(Self.words(volume.file.path, error))
                }
            }
            waiting = later
        }
        // What these build on has not come, and may never: their changes count all the same.
        for volume in waiting {
            do { _ = try node.take(volume.file) } catch { problems.append(Self.words(volume.file.path, error)) }
        }
    }

    private func areBodiesMissing() throws -> Bool {
        guard let oldest = node.oldestBody else { return false }
        return try !node.core.store.wantedBodies(limit: 1, since: oldest).isEmpty
    }

    private func put(_ volumes: [Volume], withChanges: Bool) throws {
        let store = node.core.store
        let key = node.identity.bundleKey
        let mine = volumes.filter { $0.bundle.writer == node.device }
        var base = VersionVector()
        if mine.count < Self.mostBundles {
            // Whoever reads the folder has what its bundles hold, whoever wrote them.
            for volume in volumes { base.raise(to: volume.bundle.hello.vector) }
        }
        let vector = try store.vector()
        if withChanges, !base.coversAll(of: vector) {
            let last = Self.names(in: own).compactMap { name in
                name.hasSuffix(Self.suffix) ? Int(name.dropLast(Self.suffix.count)) : nil
            }.max()
            let digits = String((last ?? 0) + 1)
            let name = String(repeating: "0", count: max(0, 8 - digits.count)) + digits + Self.suffix
            _ = try BundleFile(path: own + "/" + name).write(from: store, base: base, key: key)
            if mine.count >= Self.mostBundles {
                for volume in mine { unlink(volume.file.path) }
            }
        }
        let hello = BundleFile(path: own + "/hello")
        guard (try? hello.head().hello.vector) != vector else { return }
        _ = try hello.write(from: store, base: vector, key: key, withChanges: false)
    }

    // MARK: -

    private static func words(_ path: String, _ error: any Error) -> String {
        "\(path): \((error as? BundleDefect)?.words ?? "\(error)")"
    }

    /// The names in a directory, without hidden ones; none if it cannot be read.
    private static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < mostEntries, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}

/// What is known of a folder from one look to the next.
struct FolderMemory: Sendable {
    /// A bundle waits this long for bodies that are on their way here: who reads it has no other way to them.
    static let patience = Duration.seconds(600)

    /// Since when bodies are waited for before changes are put there, by the monotonic clock.
    private(set) var waitingSince: Duration?
    /// Bundles that were found whole, so that they are not read again at each look: they never change.
    private var bundles: [String: (size: Int64, bundle: VerifiedBundle)] = [:]

    init(waitingSince: Duration? = nil) { self.waitingSince = waitingSince }

    /// Whether changes are kept back now, for bodies that have not been waited for in vain.
    mutating func waitsForBodies(areMissing: Bool, at now: Duration) -> Bool {
        guard areMissing else {
            waitingSince = nil
            return false
        }
        let start = waitingSince ?? now
        waitingSince = start
        return now - start < Self.patience
    }

    func bundle(of file: BundleFile) throws -> VerifiedBundle? {
        guard let known = bundles[file.path], known.size == (try FileStatus(path: file.path).size) else { return nil }
        return known.bundle
    }

    mutating func remember(_ bundle: VerifiedBundle, of file: BundleFile) throws {
        bundles[file.path] = (try FileStatus(path: file.path).size, bundle)
    }
}

extension VersionVector {
    /// Whether everything that `other` says is held here too.
    func coversAll(of other: VersionVector) -> Bool {
        other.states.allSatisfy { covers(Position(origin: $0.origin, sequence: $0.sequence)) }
    }
}
