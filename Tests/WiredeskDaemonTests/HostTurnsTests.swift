import Testing
import WiredeskDaemon

@Suite struct HostTurnsTests {
    private func spread(_ items: String) -> String {
        HostTurns.spread(items.split(separator: " ").map(String.init)) { String($0.prefix(1)) }.joined(separator: " ")
    }

    @Test(arguments: [
        ("", ""), ("a1", "a1"), ("a1 b1 c1", "a1 b1 c1"), ("a1 a2 b1 b2", "a1 b1 a2 b2"),
        ("a1 a2 a3 a4 b1 b2", "a1 b1 a2 a3 b2 a4"), ("a1 a2 a3 b1", "a1 a2 b1 a3"),
    ])
    func `feeds of a host are spread from the first to the last`(items: String, expected: String) {
        #expect(spread(items) == expected)
    }

    @Test func `in each stretch a host has no more than its share`() {
        let items = (0..<50).flatMap { host in (0..<20).map { "\(host):\($0)" } }
        let order = HostTurns.spread(items) { String($0.prefix { $0 != ":" }) }
        #expect(Set(order) == Set(items))
        for start in stride(from: 0, to: order.count, by: 50) {
            let hosts = Set(order[start..<start + 50].map { $0.prefix { $0 != ":" } })
            #expect(hosts.count == 50)
        }
    }
}
