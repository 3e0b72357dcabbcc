package import Changelog
package import Model

extension Store {
    /// Bodies that articles of peers refer to and that are not here, the newest article's first.
    ///
    /// - Parameter since: only of articles that were first seen then or later.
    package func wantedBodies(
        limit: Int, since: Timestamp = Timestamp(milliseconds: .min)
    ) throws(StoreError) -> [ContentHash] {
        try read { try BodyTable(transaction: $0).wanted(limit: limit, since: since) }
    }

    /// Those of the bodies with these hashes that are here, and which are not.
    package func bodies(_ hashes: [ContentHash]) throws(StoreError) -> (found: [Body], missing: [ContentHash]) {
        try read { transaction in
            let table = BodyTable(transaction: transaction)
            var found: [Body] = []
            var missing: [ContentHash] = []
            for hash in hashes {
                if let html = try table.html(hash) {
                    found.append(Body(hash: hash, bytes: Array(html.utf8)))
                } else {
                    missing.append(hash)
                }
            }
            return (found, missing)
        }
    }

    /// Stores bodies that a peer sent; the articles that waited for them are folded and indexed by `foldPending`.
    ///
    /// - Parameter lasting: false if the peer can be asked for them again, as they may have to be after a loss of power.
    package func add(bodies: [Body], lasting: Bool = true) throws(StoreError) {
        let sound = bodies.filter { $0.hash == ContentHash(of: $0.bytes) }
        let packed = sound.compactMap { body in
            String(validating: body.bytes, as: UTF8.self).map { PackedBody($0, hash: body.hash) }
        }
        try write(lasting: lasting) { transaction in
            let table = BodyTable(transaction: transaction)
            for body in packed {
                guard let standing = try table.standing(of: body.hash), standing.isWanted else { continue }
                try table.add(body, to: standing)
            }
        }
    }

    // MARK: Packs

    /// Dictionaries that packs may be made with for this node.
    package func dictionaryNames() throws(StoreError) -> [BodyDictionary.Name] {
        try read { try DictionaryTable(transaction: $0).names() }
    }

    /// Keeps a peer's dictionary. False if it is none, or there are as many as a node keeps.
    package func add(dictionary packed: [UInt8]) throws(StoreError) -> Bool {
        guard let dictionary = BodyDictionary(packed: packed) else { return false }
        return try write { try DictionaryTable(transaction: $0).add(dictionary) }
    }

    /// A peer's pack, as far as it can be read without changing anything; `nil` if it can't.
    package func unpack(_ pack: BodyPack) throws(StoreError) -> UnpackedPack? {
        if let known = dictionaries[pack.dictionary] { return UnpackedPack(pack, with: known) }
        let found = try read { try DictionaryTable(transaction: $0).dictionary(pack.dictionary) }
        return found.flatMap { UnpackedPack(pack, with: $0) }
    }

    /// Stores what is wanted of a pack that a peer sent in a sweep, and how far that is. Where most is wanted, the pack lies
    /// here as it came. It does not wait for the disk, as the peer can be asked again.
    ///
    /// - Returns: how many were wanted.
    package func add(_ unpacked: UnpackedPack, place: UInt64, of peer: DeviceID) throws(StoreError) -> Int {
        try write(lasting: false) { transaction in
            try SettingTable(transaction: transaction).set(Self.sweep(of: peer), "\(place)")
            return try BodyTable(transaction: transaction).add(unpacked)
        }
    }

    /// Where a sweep of this peer's packs was cut off; `nil` if none was.
    package func sweepPlace(of peer: DeviceID) throws(StoreError) -> UInt64? {
        try read { try SettingTable(transaction: $0)[Self.sweep(of: peer)].flatMap { UInt64($0) } }
    }

    /// The next sweep of this peer's packs begins with those that were made last.
    package func endSweep(of peer: DeviceID) throws(StoreError) {
        try write { try SettingTable(transaction: $0).set(Self.sweep(of: peer), nil) }
    }

    private static func sweep(of peer: DeviceID) -> String { "sweep \(peer.hash.hex)" }
}

/// A pack that was unpacked, and the hashes of what is in it.
package struct UnpackedPack: Sendable {
    let pack: BodyPack
    /// `nil` for what is no text.
    let contents: [BodyRows.Content?]
    let size: Int

    /// `nil` if it is not readable.
    init?(_ pack: BodyPack, with dictionary: BodyDictionary) {
        guard let bodies = pack.bodies(with: dictionary) else { return nil }
        self.pack = pack
        size = bodies.reduce(0) { $0 + $1.count }
        contents = bodies.map { bytes in
            guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
            return BodyRows.Content(hash: ContentHash(of: bytes), bytes: bytes)
        }
    }

    package var count: Int { contents.count }
    package var hashes: [ContentHash] { contents.compactMap { $0?.hash } }
}
