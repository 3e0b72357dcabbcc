import Fetching
import Model
import Storage
import Testing
import WiredeskDaemon

@Suite struct PollJudgeTests {
    private var judge = PollJudge(startedAt: morning - .seconds(3600))

    @Test mutating func `a document that came is stored with its validators, and sets the rhythm`() throws {
        let published = (1...6).map { morning - .seconds(Int64($0) * 7200) }
        let result = try Polls.brought(published, Polls.answer(200, etag: "\"v1\"", lastModified: "yesterday"))
        let judged = judge.judge(result, of: Polls.plan(), at: morning)
        guard case .entries(let ingest) = judged.work else { return #expect(Bool(false), "nothing is stored") }
        #expect(ingest.publishedTitle == "Harbour")
        #expect(ingest.poll.etag == "\"v1\"" && ingest.poll.lastModified == "yesterday")
        #expect(ingest.poll.bodyHash != nil && ingest.poll.failures == 0)
        #expect(ingest.poll.lastAttempt == morning && ingest.poll.lastSuccess == morning)
        #expect(ingest.outcome.message == "6 entries, 0 new or changed; one note")
        #expect(!ingest.outcome.failed && ingest.outcome.status == 200 && ingest.outcome.bytes == 120)
        let memory = Polls.plan(poll: ingest.poll).memory
        #expect(memory.state.publications == published)
        #expect(memory.listing.contents.count == 6)
        #expect(memory.state.hints.timeToLive == .seconds(5400))
        let next = try #require(ingest.poll.nextPoll)
        #expect(next > morning + .seconds(4800) && next <= morning + .seconds(2 * 5400))
    }

    @Test mutating func `a failure stores no validators, backs off, and is counted`() throws {
        let known = PollState(etag: "\"v1\"", lastModified: "yesterday", lastSuccess: morning - .seconds(900))
        var poll = known
        var waits: [Duration] = []
        for round in 1...4 {
            let judged = judge.judge(Polls.failed(.transient), of: Polls.plan(poll: poll), at: morning)
            poll = judged.work.state
            #expect(judged.failure == "it failed" && judged.work.record.failed)
            #expect(poll.failures == round)
            #expect(poll.etag == known.etag && poll.lastModified == known.lastModified)
            #expect(poll.lastSuccess == known.lastSuccess)
            waits.append(try #require(poll.nextPoll) - morning)
        }
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 < $1 })
        let judged = judge.judge(Polls.unchanged(Polls.answer(304)), of: Polls.plan(poll: poll), at: morning)
        #expect(judged.work.state.failures == 0)
    }

    @Test mutating func `validators follow the newest answer, also when the document is the same`() {
        let plan = Polls.plan(poll: PollState(etag: "\"v1\"", lastModified: "yesterday"))
        func kept(_ answer: Answer) -> [String?] {
            let poll = judge.judge(Polls.unchanged(answer), of: plan, at: morning).work.state
            return [poll.etag, poll.lastModified]
        }
        #expect(kept(Polls.answer(304)) == ["\"v1\"", "yesterday"])
        #expect(kept(Polls.answer(304, etag: "\"v2\"")) == ["\"v2\"", nil])
        #expect(kept(Polls.answer(200, etag: "\"v3\"", lastModified: "today")) == ["\"v3\"", "today"])
        #expect(kept(Polls.answer(200)) == [nil, nil])
    }

    @Test mutating func `410 ends the polling, with the reason`() {
        let poll = judge.judge(Polls.failed(.gone), of: Polls.plan(), at: morning).work.state
        #expect(poll.nextPoll == nil)
        #expect(poll.reason?.contains("410") == true)
        #expect(poll.lastAttempt == morning, "or it would be taken for a feed that was never polled")
    }

    @Test mutating func `a pause that the server asks for is kept, and is no failure`() throws {
        let until = morning + .seconds(7200)
        let poll = judge.judge(Polls.failed(.rateLimited(retryAt: until)), of: Polls.plan(), at: morning).work.state
        let next = try #require(poll.nextPoll)
        #expect(next >= until && next <= until + .seconds(60))
        #expect(poll.failures == 0)
    }

    @Test mutating func `an outage of the own network is nobody's failure, and what was counted is forgiven`() throws {
        var polls: [PollState] = []
        var forgiven: [FeedID] = []
        for name in ["harbour", "valley", "coast"] {
            let judged = judge.judge(Polls.failed(.offline, .notReached), of: Polls.plan(name), at: morning)
            polls.append(judged.work.state)
            forgiven += judged.forgiven
        }
        #expect(polls.map(\.failures) == [1, 1, 0])
        #expect(forgiven == [Polls.plan("harbour").id, Polls.plan("valley").id])
        let again = judge.rescheduled(Polls.plan(poll: polls[0]), forgiven: true, at: morning)
        #expect(Polls.plan(poll: again).memory.state.consecutiveFailures == 0)
        #expect(try #require(again.nextPoll) < morning + .seconds(300))
    }

    @Test mutating func `a host without an address is the feed's own trouble while others answer`() {
        let poll = judge.judge(Polls.failed(.offline, .notReached), of: Polls.plan(), at: morning).work.state
        #expect(poll.failures == 1)
    }

    @Test mutating func `a feed moves after the same answer over days, not before`() {
        let target = "https://new.example/feed"
        var poll = PollState()
        var moves: [String?] = []
        for day in 0..<5 {
            let moment = morning + .seconds(Int64(day) * 86_400)
            let answer = Polls.answer(304, movedTo: target, at: moment)
            let judged = judge.judge(Polls.unchanged(answer), of: Polls.plan(poll: poll), at: moment)
            poll = judged.work.state
            moves.append(judged.movedTo)
        }
        #expect(moves == [nil, nil, nil, target, nil])
    }

    @Test mutating func `what was missed during a sleep is spread over a while`() throws {
        let slept = PollState(
            lastAttempt: morning - .seconds(86_400), nextPoll: morning - .seconds(80_000),
            memory: judge.judge(
                Polls.unchanged(Polls.answer(304)), of: Polls.plan(), at: morning - .seconds(86_400)
            ).work.state.memory)
        judge.resume(at: morning, overdueFeeds: 10_000)
        let moments = try (1...200).map { number in
            try #require(
                judge.rescheduled(Polls.plan("f\(number)", poll: slept), forgiven: false, at: morning).nextPoll)
        }
        let window = PollSchedule.catchUpWindow(overdueFeeds: 10_000)
        #expect(moments.allSatisfy { $0 >= morning && $0 <= morning + window })
        #expect(Set(moments.map { Int(($0 - morning) / window * 10) }).count == 10, "in every tenth of the time")
    }

    @Test mutating func `a shortened interval is not caught up with in a burst`() throws {
        let polled = PollState(
            lastAttempt: morning - .seconds(7200), nextPoll: morning + .seconds(80_000),
            memory: judge.judge(Polls.unchanged(Polls.answer(304)), of: Polls.plan(), at: morning - .seconds(7200))
                .work.state.memory)
        let plans = (1...2000).map { Polls.plan("f\($0)", poll: polled, interval: .seconds(900)) }
        let moments = judge.resume(plans, at: morning).compactMap(\.poll.nextPoll)
        let window = PollSchedule.catchUpWindow(overdueFeeds: 2000)
        #expect(moments.count == 2000 && moments.allSatisfy { $0 >= morning && $0 <= morning + window })
        let fullest = Dictionary(grouping: moments) { Int(($0 - morning) / window * 10) }.values.map(\.count).max()
        #expect(try #require(fullest) < 300, "in every tenth of the time about as many")
    }
}
