import Model
import Testing
import WiredeskDaemon

@Suite struct DueQueueTests {
    private func feed(_ number: Int) -> FeedID { FeedID(url: "https://feed\(number).example/") }
    private func moment(_ second: Int) -> Timestamp { Timestamp(seconds: Int64(second)) }

    @Test func `the feed that is due first comes first, whatever was changed before`() {
        var seed: UInt64 = 5
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(limit))
        }
        var queue = DueQueue()
        var expected: [FeedID: Timestamp] = [:]
        for _ in 0..<4000 {
            let feed = feed(random(60))
            let moment = random(5) == 0 ? nil : moment(random(1000))
            queue.set(feed, dueAt: moment)
            expected[feed] = moment
            #expect(queue.count == expected.count)
            #expect(queue.first?.moment == expected.values.min())
            if let first = queue.first { #expect(expected[first.feed] == first.moment) }
        }
        var last = moment(-1)
        while let first = queue.first {
            #expect(first.moment >= last)
            last = first.moment
            queue.remove(first.feed)
        }
        #expect(queue.count == 0)
    }
}

@Suite struct PollAgendaTests {
    private let a = FeedID(url: "https://a.example/")
    private let b = FeedID(url: "https://b.example/")
    private let c = FeedID(url: "https://c.example/")

    private func moment(_ second: Int) -> Timestamp { Timestamp(seconds: Int64(second)) }

    @Test func `the longest overdue is polled first, and nothing before it is due`() {
        var agenda = PollAgenda()
        agenda.set(a, dueAt: moment(30))
        agenda.set(b, dueAt: moment(10))
        agenda.set(c, dueAt: moment(20))
        #expect(agenda.next == moment(10))
        #expect(agenda.start(at: moment(9)) == nil)
        #expect(Set(agenda.due(at: moment(25))) == [b, c])
        #expect(agenda.start(at: moment(25)) == b)
        #expect(agenda.start(at: moment(25)) == c)
        #expect(agenda.start(at: moment(25)) == nil)
        #expect(agenda.next == moment(30))
    }

    @Test func `what is asked for comes before what is due, once, in the order of asking`() {
        var agenda = PollAgenda()
        agenda.set(a, dueAt: moment(1))
        agenda.set(b, dueAt: moment(900))
        for feed in [c, b, c] { agenda.demand(feed) }
        #expect((0..<4).map { _ in agenda.start(at: moment(5)) } == [c, b, a, nil])
    }

    @Test func `a feed that is being polled is not polled a second time, and is due again as its poll says`() {
        var agenda = PollAgenda()
        agenda.set(a, dueAt: moment(1))
        #expect(agenda.start(at: moment(5)) == a)
        agenda.demand(a)
        #expect(agenda.start(at: moment(5)) == nil)
        agenda.set(a, dueAt: moment(60))
        #expect(agenda.next == nil)
        agenda.finish(a)
        #expect(agenda.next == moment(60))
        #expect(agenda.start(at: moment(60)) == a)
    }

    @Test func `a feed that went is polled no more, not even if it was asked for`() {
        var agenda = PollAgenda()
        for feed in [a, b] {
            agenda.set(feed, dueAt: moment(1))
            agenda.demand(feed)
        }
        agenda.remove(a)
        #expect(agenda.start(at: moment(5)) == b)
        agenda.remove(b)
        agenda.finish(b)
        #expect(agenda.start(at: moment(5)) == nil)
        #expect(agenda.next == nil)
    }
}
