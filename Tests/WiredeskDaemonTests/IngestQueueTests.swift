import Testing
import WiredeskDaemon

@Suite struct IngestQueueTests {
    private typealias Queue = IngestQueue<Int>

    private func queue(of entries: [Int]) -> IngestQueue<Int> {
        var queue = IngestQueue<Int>()
        for (item, entries) in entries.enumerated() { queue.append(item, entries: entries) }
        return queue
    }

    @Test func `a poll that is alone waits for nobody`() {
        #expect(!queue(of: [20]).mayGrow(pollsUnderWay: 1))
    }

    @Test func `a poll waits for others that are under way until enough has come`() {
        var queue = queue(of: [20])
        #expect(queue.mayGrow(pollsUnderWay: 2))
        queue.append(1, entries: 20)
        #expect(!queue.mayGrow(pollsUnderWay: 2))
        #expect(queue.mayGrow(pollsUnderWay: 96))
        queue.append(2, entries: Queue.enoughEntries - 40)
        #expect(!queue.mayGrow(pollsUnderWay: 96))
    }

    @Test func `polls without entries wait for nobody`() {
        #expect(!queue(of: [0, 0, 0]).mayGrow(pollsUnderWay: 96))
    }

    @Test func `what was taken counts no longer`() {
        var queue = queue(of: [20, 30])
        _ = queue.takeBatch()
        #expect(!queue.mayGrow(pollsUnderWay: 96))
    }

    @Test(arguments: [
        [], [5], [0, 0, 0], [Queue.mostEntries + 1], [3, Queue.mostEntries + 1, 3], [1500, 500, 1], [1500, 501, 1],
        [0, Queue.mostEntries + 1, 0], Array(repeating: 300, count: 40),
    ])
    func `everything is written once and in order, in transactions as full as may be`(entries: [Int]) {
        var queue = queue(of: entries)
        var batches: [[Int]] = []
        while case let batch = queue.takeBatch(), !batch.isEmpty { batches.append(batch) }
        #expect(batches.flatMap(\.self) == Array(entries.indices))
        let sums = batches.map { $0.reduce(0) { $0 + entries[$1] } }
        for (batch, sum) in zip(batches, sums) {
            #expect(sum <= Queue.mostEntries || batch.count { entries[$0] > 0 } == 1)
        }
        for (batch, sum) in zip(batches.dropFirst(), sums) {
            #expect(sum + entries[batch[0]] > Queue.mostEntries)
        }
    }
}
