/// What waits to be written, and how much of it goes into one transaction. Pure.
package struct IngestQueue<Item> {
    /// Entries of one transaction: enough to spread its cost, few enough that other writers get their turn.
    package static var mostEntries: Int { 2000 }
    /// So many that wait are worth a transaction.
    package static var enoughEntries: Int { 1000 }

    private var waiting: [(item: Item, entries: Int)] = []
    private var entriesWaiting = 0

    package init() {}

    package mutating func append(_ item: Item, entries: Int) {
        waiting.append((item, entries))
        entriesWaiting += entries
    }

    /// Whether it pays to wait for what other polls are about to bring. A transaction of two feeds writes as many pages
    /// of the indexes as one of fifty.
    ///
    /// - Parameter pollsUnderWay: those whose results wait here among them.
    package func mayGrow(pollsUnderWay: Int) -> Bool {
        (1..<Self.enoughEntries).contains(entriesWaiting) && waiting.count < pollsUnderWay
    }

    /// The next transaction's, in the order in which they came: at least one however large it is. Empty if nothing
    /// waits.
    package mutating func takeBatch() -> [Item] {
        var entries = 0
        let batch = waiting.prefix { next in
            defer { entries += next.entries }
            return entries == 0 || entries + next.entries <= Self.mostEntries
        }
        waiting.removeFirst(batch.count)
        entriesWaiting -= batch.reduce(0) { $0 + $1.entries }
        return batch.map(\.item)
    }
}
