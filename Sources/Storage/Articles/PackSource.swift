package import Changelog

/// Sends one peer the packs of this node in its sweep.
package struct PackSource {
    private let store: Store
    /// Packs in lower rows are still to go.
    private var end = Int64.max
    private var dictionaries: Set<BodyDictionary.Name> = []

    package init(_ store: Store) { self.store = store }

    /// What answers a step: packs, before each its dictionary if that is new to the peer; or that there are no more.
    package mutating func answer(_ step: SweepStep) throws(StoreError) -> [Message] {
        if let start = step.start {
            end = start.before.map { Int64(clamping: $0) } ?? .max
            dictionaries.formUnion(start.dictionaries)
        }
        var messages: [Message] = []
        for _ in 0..<step.packs {
            guard let next = try nextPack() else { return messages + [.sweepEnd] }
            if let dictionary = next.dictionary {
                dictionaries.insert(next.pack.dictionary)
                messages.append(.dictionary(dictionary))
            }
            messages.append(.pack(next.pack, place: UInt64(clamping: end)))
        }
        return messages
    }

    /// The next pack, with its dictionary if that is new to the peer. Goes past those whose dictionary is lost.
    private mutating func nextPack() throws(StoreError) -> (pack: BodyPack, dictionary: [UInt8]?)? {
        while true {
            let found = try store.read { transaction -> (row: Int64, pack: BodyPack?, dictionary: [UInt8]?)? in
                let rows = BodyRows(transaction: transaction)
                guard let row = try rows.lastPack(before: end) else { return nil }
                guard let stored = try? rows.stored(in: row), let name = stored.dictionary else {
                    return (row, nil, nil)
                }
                let isNew = !dictionaries.contains(name)
                return (
                    row, BodyPack(packed: stored.packed, dictionary: name),
                    isNew ? try DictionaryTable(transaction: transaction).packed(name) : nil
                )
            }
            guard let found else { return nil }
            end = found.row
            if let pack = found.pack { return (pack, found.dictionary) }
        }
    }
}
