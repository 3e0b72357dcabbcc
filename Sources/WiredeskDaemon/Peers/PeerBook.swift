import Changelog
import ControlProtocol
import Model
import PeerTransport
import Platform

/// Whom this node trusts, in a file of its own beside the key: it outlives a database that is wiped or restored.
///
/// What changes who is trusted is on disk before the call returns.
final class PeerBook: Sendable {
    struct Peer: Hashable, Sendable {
        let device: DeviceID
        /// What it called itself when it was paired; the roster may know a newer name.
        var name: String
        /// Where it was to be found when it was paired.
        var addresses: [PeerAddress]
        /// It was a peer, and becomes one again only by pairing anew.
        var isForgotten = false
        var lastContact: Timestamp?
        /// What it has of this node's log.
        var sent: SentLog?
        /// What it is known to hold, whoever made it.
        var vector = VersionVector()
    }

    /// How far one life of this node's log has reached a peer.
    struct SentLog: Hashable, Sendable, Codable {
        var log: UInt64
        var lseq: Int64
    }

    private let path: String
    private let state: Locked<[DeviceID: Peer]>

    /// More than anyone's devices, with room for those that were forgotten.
    private static let byteLimit = 4 << 20

    /// - Throws: what is wrong with the file; one that is missing is an empty book.
    init(path: String) throws {
        self.path = path
        state = Locked([:])
        let bytes: [UInt8]
        do throws(FileContents.Failure) {
            bytes = try FileContents.read(path, limit: Self.byteLimit)
        } catch .system(let error) where error.isMissing {
            return
        } catch {
            throw Fault(description: "\(error); the list of peers must be readable by wiredeskd")
        }
        guard let document = try? ControlJSON.decode(Document.self, from: bytes), document.version == 1 else {
            throw Fault(
                description: "\(path) is not a list of peers; restore it, or move it away and pair the peers again")
        }
        let peers = document.peers.compactMap(\.peer)
        state.withLock { state in
            for peer in peers { state[peer.device] = peer }
        }
    }

    /// Those that are trusted, by name.
    var peers: [Peer] {
        state.withLock { $0.values.filter { !$0.isForgotten } }.sorted { ($0.name, $0.device) < ($1.name, $1.device) }
    }

    func trusts(_ device: DeviceID) -> Bool { state.withLock { $0[device].map { !$0.isForgotten } ?? false } }

    func isForgotten(_ device: DeviceID) -> Bool { state.withLock { $0[device]?.isForgotten ?? false } }

    /// Trusts a device from now on.
    func keep(_ device: DeviceID, name: String, addresses: [PeerAddress]) throws {
        try change { peers in
            var peer = peers[device] ?? Peer(device: device, name: name, addresses: [])
            peer.name = name
            if !addresses.isEmpty { peer.addresses = addresses }
            peer.isForgotten = false
            peers[device] = peer
        }
    }

    /// Trusts a device no more; false if it was not trusted anyway.
    func forget(_ device: DeviceID) throws -> Bool {
        guard trusts(device) else { return false }
        try change { $0[device]?.isForgotten = true }
        return true
    }

    /// Notes when a peer was last heard of and what it has.
    func note(contact: Timestamp, sent: SentLog?, vector: VersionVector?, with device: DeviceID) throws {
        try change { peers in
            peers[device]?.lastContact = contact
            if let sent { peers[device]?.sent = sent }
            if let vector { peers[device]?.vector = vector }
        }
    }

    private func change(_ body: (inout [DeviceID: Peer]) -> Void) throws {
        try state.withLock { peers in
            var changed = peers
            body(&changed)
            guard changed != peers else { return }
            let lines = changed.values.sorted { $0.device < $1.device }.map(Line.init)
            try AtomicFile.write(try ControlJSON.encode(Document(peers: lines)), to: path)
            peers = changed
        }
    }

    struct Fault: Error, CustomStringConvertible {
        let description: String
    }
}

// MARK: - The file

extension PeerBook {
    private struct Document: Codable {
        var version = 1
        var peers: [Line]
    }

    private struct Line: Codable {
        var device: String
        var name: String
        var addresses: [String]
        var forgotten: Bool
        var lastContact: Timestamp?
        var sent: SentLog?
        var vector: [Origin]?

        struct Origin: Codable {
            var origin: UInt64
            var sequence: Int64
            var chain: UInt64
        }

        init(_ peer: Peer) {
            device = peer.device.text
            name = peer.name
            addresses = peer.addresses.map(\.description)
            forgotten = peer.isForgotten
            lastContact = peer.lastContact
            sent = peer.sent
            vector = peer.vector.states.map {
                Origin(origin: $0.origin.rawValue, sequence: $0.sequence, chain: $0.chain.rawValue)
            }
        }

        /// `nil` for a line whose device cannot be read.
        var peer: Peer? {
            guard let device = try? DeviceID(parsing: device) else { return nil }
            var known = VersionVector()
            for state in vector ?? [] {
                known[OriginID(state.origin)] = VersionVector.Entry(
                    sequence: state.sequence, chain: Chain(state.chain))
            }
            return Peer(
                device: device, name: name, addresses: addresses.compactMap { PeerAddress(parsing: $0) },
                isForgotten: forgotten, lastContact: lastContact, sent: sent, vector: known)
        }
    }
}
