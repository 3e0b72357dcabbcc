import Folding
import Testing

@testable import Storage

@Suite("Which texts may have edges")
struct LinkedTextsTests {
    @Test("knows all that went in, and takes few others for them until it is full")
    func filter() {
        var random = SeededGenerator(7)
        func text() -> TextKey { TextKey(rawValue: .random(in: 0...(.max), using: &random)) }
        for count in [0, 1, 1000, 200_000] {
            let first = (0..<count).map { _ in text() }
            var linked = LinkedTexts(count: first.count)
            for text in first { linked.insert(text) }
            #expect(!linked.isFull)
            var all = first
            while !linked.isFull {
                all.append(text())
                linked.insert(all[all.count - 1])
            }
            #expect(all.count >= 2 * count)
            #expect(all.allSatisfy(linked.mayContain))
            let strangers = (0..<10_000).count { _ in linked.mayContain(text()) }
            #expect(strangers < 600)
        }
    }

    @Test("asks for the room of one text, however often it goes in")
    func again() {
        var linked = LinkedTexts(count: 0)
        for _ in 0..<1_000_000 { linked.insert(TextKey(rawValue: 12_345)) }
        #expect(!linked.isFull)
    }
}
