import Testing

@testable import Storage

@Suite("What was used last")
struct RecentlyUsedTests {
    @Test("never says anything but what was last set, and forgets only what was not used lately", arguments: 1...8)
    func sameAsDictionary(seed: UInt64) {
        var random = SeededGenerator(seed)
        let limit = Int.random(in: 1...20, using: &random)
        var recent = RecentlyUsed<Int, Int>(limit: limit)
        var plain: [Int: Int] = [:]
        /// Keys in the order in which they were last set or found.
        var used: [Int] = []
        for step in 0..<2000 {
            let key = Int.random(in: 0..<30, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                recent[key] = step
                plain[key] = step
                used = used.filter { $0 != key } + [key]
            case 1 where Int.random(in: 0..<3, using: &random) == 0:
                recent[key] = nil
                plain[key] = nil
            case 2 where step % 400 == 0:
                recent.removeAll()
                plain = [:]
                used = []
            default:
                let found = recent[key]
                #expect(found == nil || found == plain[key])
                if used.suffix(limit / 2).contains(key) { #expect(found == plain[key]) }
                if found != nil { used = used.filter { $0 != key } + [key] }
            }
        }
    }
}
