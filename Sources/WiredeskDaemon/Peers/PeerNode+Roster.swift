import Changelog
import Configuration
import Logging
import Model
import PeerTransport
import Storage

/// The roster in the log: what the nodes of this owner are called, where they are, and which were forgotten.
///
/// It says nothing of whom to trust: that takes pairing. But a node that a trusted one has forgotten is forgotten here too.
extension PeerNode {
    /// The entries that a trusted node or this one signed.
    func roster() -> [DeviceID: DeviceEntry] {
        guard let entries = try? core.store.devices() else { return [:] }
        let keys =
            [identity.publicKey]
            + entries.filter { book.trusts($0.device) && DeviceID(publicKey: $0.publicKey) == $0.device }
            .map(\.publicKey)
        var roster: [DeviceID: DeviceEntry] = [:]
        for entry in entries
        where keys.contains(where: { NodeIdentity.isGenuine(entry.signature, entry.signedBytes, $0) }) {
            roster[entry.device] = entry
        }
        return roster
    }

    /// What a peer is called: by the roster, else as it called itself, else by the beginning of its id.
    func name(of peer: DeviceID) -> String {
        roster()[peer].flatMap { NodeName($0.name) }?.text ?? book.peers.first { $0.device == peer }?.name
            ?? peer.short
    }

    /// Where a peer may be found, the likeliest first.
    func addresses(of peer: DeviceID) -> [PeerAddress] {
        let announced = roster()[peer]?.addresses.compactMap { PeerAddress(parsing: $0) } ?? []
        let known = book.peers.first { $0.device == peer }?.addresses ?? []
        var addresses: [PeerAddress] = []
        for address in announced + known where !addresses.contains(address) { addresses.append(address) }
        return Array(addresses.prefix(Invitation.maximumAddressCount))
    }

    /// Tells the others what this node is called and where it listens, if that is not what they know.
    func announce() {
        guard !book.peers.isEmpty else { return }
        let addresses = reachableAddresses().map(\.description)
        let old = roster()[device]
        // A name that another node gave this one stays, unless the configuration insists.
        let name = core.settings.peers.name ?? old?.name ?? Self.name(core).text
        // One that was forgotten does not take that back itself; whoever pairs with it again does.
        guard old?.isRevoked != true, old?.name != name || old?.addresses != addresses else { return }
        list(
            DeviceEntry(
                device: device, name: name, publicKey: identity.publicKey, addresses: addresses))
        let places = addresses.isEmpty ? "without an address" : "at \(addresses.joined(separator: ", "))"
        core.log.info("announced to peers as \(name) \(places)")
    }

    /// Writes a signed entry into the roster.
    func list(_ entry: DeviceEntry) {
        do {
            var signed = entry
            signed.signature = try identity.sign(entry.signedBytes)
            try core.store.list(signed)
            core.events.wake()
        } catch {
            core.log.error("cannot write the roster of nodes: \(error)")
        }
    }

    /// Takes up what others wrote: whom they have forgotten, and where someone is now.
    func followRoster() async {
        for (peer, entry) in roster() {
            if entry.isRevoked, peer == device {
                core.log.warning("this node was forgotten by one of its peers; pair it again to sync with them")
            } else if entry.isRevoked, book.trusts(peer) {
                core.log.notice(
                    "\(entry.name) was forgotten on another node, and is forgotten here",
                    metadata: ["peer": "\(peer.short)"])
                do {
                    _ = try book.forget(peer)
                } catch {
                    core.log.error("cannot forget \(entry.name): \(error)")
                }
                await endpoint.disconnect(peer)
            } else if book.trusts(peer) {
                caller(of: peer).wake()
            }
        }
    }

    /// The addresses at which another machine could reach this one.
    func reachableAddresses() -> [PeerAddress] {
        var addresses: [PeerAddress] = []
        for address in listening.addresses {
            switch address.host {
            case "0.0.0.0", "::":
                let own = HostFacts.addresses.filter { $0.contains(":") == address.host.contains(":") }
                addresses += own.map { PeerAddress(host: $0, port: address.port) }
            default: addresses.append(address)
            }
        }
        return Array(addresses.prefix(Invitation.maximumAddressCount))
    }
}
