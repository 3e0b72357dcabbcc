/// An order in which the feeds of each host are spread evenly from the first to the last: polls that all wait for one
/// host would keep others from starting, and leave it alone to the end.
package enum HostTurns {
    /// `items` so ordered; those of one host, and else of one place, stay in the order in which they were.
    package static func spread<Item>(_ items: [Item], host: (Item) -> String) -> [Item] {
        let hosts = items.map(host)
        let counts = hosts.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        var seen: [String: Int] = [:]
        let places = hosts.enumerated().map { index, host in
            let turn = seen[host, default: 0]
            seen[host] = turn + 1
            return (share: Double(2 * turn + 1) / Double(2 * (counts[host] ?? 1)), index: index)
        }
        return places.sorted { ($0.share, $0.index) < ($1.share, $1.index) }.map { items[$0.index] }
    }
}
