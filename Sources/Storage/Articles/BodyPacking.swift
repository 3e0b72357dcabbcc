import Changelog

/// Goes through the bodies that lie by themselves, as they came, and packs them together: for when nobody waits for it.
package struct BodyPacking {
    /// What is under way to a peer when it goes away, two packs, is sent again: more than this, and a hundred cuts in a
    /// million bodies would cost more than a hundredth of them.
    package static let bodiesTogether = 48

    private let store: Store
    private var packer: BodyPacker?
    private var dictionary: BodyDictionary?
    /// The row that was last looked at.
    private var row: Int64 = 0

    package init(_ store: Store) { self.store = store }

    /// Packs the next ones into one row. False when fewer are left than make a pack.
    package mutating func step() throws(StoreError) -> Bool {
        guard let dictionary = try currentDictionary(), let packer else { return false }
        let loose = try loose(count: Self.bodiesTogether, bytes: BodyPack.mostBytes)
        let bytes = loose.reduce(0) { $0 + $1.content[0].bytes.count }
        guard let last = loose.last, loose.count == Self.bodiesTogether || bytes > BodyPack.mostBytes / 2,
            let pack = packer.pack(loose.map { $0.content[0].bytes })
        else { return false }
        // Nothing is lost if this is: then they lie where they lay.
        try store.write(lasting: false) { transaction in
            let rows = BodyRows(transaction: transaction)
            guard try rows.contains(loose) else { return }
            try rows.replace(loose, by: pack)
            try DictionaryTable(transaction: transaction).count(dictionary.name)
        }
        row = last.row
        return true
    }

    /// The one to pack with now, made of what lies here if there is none or it has served long enough.
    private mutating func currentDictionary() throws(StoreError) -> BodyDictionary? {
        var current = try store.read { try DictionaryTable(transaction: $0).current() }
        if current == nil { current = try newDictionary() }
        if current?.name != dictionary?.name { packer = current.flatMap { BodyPacker($0) } }
        dictionary = current
        return current
    }

    private func newDictionary() throws(StoreError) -> BodyDictionary? {
        let content = try loose(count: .max, bytes: BodyDictionary.mostBytes).flatMap { $0.content[0].bytes }
        // Of less a dictionary would hardly be worth its own room.
        guard content.count > BodyDictionary.mostBytes / 2, let dictionary = BodyDictionary(content: content) else {
            return nil
        }
        return try store.write { try DictionaryTable(transaction: $0).add(dictionary) } ? dictionary : nil
    }

    private func loose(count: Int, bytes: Int) throws(StoreError) -> [(row: Int64, content: [BodyRows.Content])] {
        try store.read { try BodyRows(transaction: $0).loose(after: row, count: count, bytes: bytes) }
    }
}
