import Fetching
import Model
import Testing

/// A Tuesday, 10:00 UTC.
private let start = Timestamp(year: 2026, month: 3, day: 3, hour: 10)
private let minute = Duration.seconds(60)
private let hour = Duration.seconds(3600)
private let day = Duration.seconds(86_400)

@Suite struct PollScheduleTests {
    private func feed(
        phase: UInt64 = 7, _ interval: PollInterval = .usual, publishedEvery gap: Duration? = nil,
        newest: Duration = .zero
    ) -> FeedPollState {
        var state = FeedPollState(phase: phase, interval: interval)
        if let gap { state.publications = (0..<20).map { start - newest - gap * $0 } }
        return state
    }

    private func next(
        _ state: FeedPollState, resumedAt: Timestamp? = nil, window: Duration = .zero
    ) -> (wait: Duration, reason: PollReason)? {
        let circumstances = PollSchedule.Circumstances(now: start, resumedAt: resumedAt, catchUpWindow: window)
        guard case .at(let moment, let reason) = PollSchedule.decide(state, circumstances) else { return nil }
        return (moment - start, reason)
    }

    /// The state after an answer at `start`.
    private func answered(_ state: FeedPollState, freshFor: Duration? = nil) -> FeedPollState {
        var state = state
        state.note(.answered, freshUntil: freshFor.map { start + $0 }, at: start)
        return state
    }

    /// The times between polls that go as planned.
    private func steps(_ state: FeedPollState, _ count: Int) -> [Duration] {
        var state = state
        var last = start
        return (0..<count).compactMap { _ in
            guard case .at(let moment, _) = PollSchedule.decide(state, .init(now: last)) else { return nil }
            defer {
                // A poll takes a few seconds.
                last = moment + .seconds(4)
                state.note(.answered, at: last)
            }
            return moment - last
        }
    }

    @Test func aNewFeedIsPolledAtOnce() throws {
        let decision = try #require(next(feed()))
        #expect(decision.wait == .zero && decision.reason == .first)
    }

    @Test func aFeedIsPolledTwiceAsOftenAsItPublishes() throws {
        #expect(steps(answered(feed(publishedEvery: hour * 2)), 6).dropFirst().allSatisfy { abs($0, hour) < minute })
        #expect(next(answered(feed(publishedEvery: hour * 2)))?.reason == .rhythm(every: hour * 2))
    }

    @Test func theBoundsHold() throws {
        let often = answered(feed(publishedEvery: minute * 16))
        #expect(steps(often, 4).dropFirst().allSatisfy { abs($0, minute * 15) < minute })
        let seldom = answered(feed(publishedEvery: day * 30))
        #expect(steps(seldom, 4).dropFirst().allSatisfy { abs($0, hour * 12) < minute })
    }

    @Test func aBurstOnceAWeekIsNotTakenForARushOfNews() throws {
        var state = feed()
        for week in 0..<3 {
            for article in 0..<10 { state.publications.append(start - day * 7 * week - minute * article) }
        }
        #expect(next(answered(state))?.reason == .rhythm(every: day * 7))
    }

    @Test func aFeedThatFellSilentIsAskedLess() throws {
        let decision = try #require(next(answered(feed(publishedEvery: hour, newest: day * 3))))
        #expect(decision.reason == .quiet(since: start - day * 3))
        #expect(decision.wait > hour * 4)
    }

    @Test func datesInTheFutureDoNotCount() {
        var state = feed()
        state.publications = [start + day * 400, start + day * 401]
        #expect(next(answered(state))?.reason == .unknownRhythm)
    }

    @Test func timeToLiveAndUpdatePeriodAreLowerBounds() throws {
        var state = feed(publishedEvery: minute * 30)
        state.hints.timeToLive = hour * 2
        let decision = try #require(next(answered(state)))
        #expect(decision.reason == .timeToLive(hour * 2))
        #expect(decision.wait >= hour * 2 - minute * 5)
        #expect(steps(answered(state), 5).dropFirst().allSatisfy { abs($0, hour * 2) < minute })
        state.hints.updatePeriod = hour * 6
        #expect(next(answered(state))?.reason == .updatePeriod(hour * 6))
        state.hints = PublisherHints(timeToLive: minute)
        #expect(next(answered(state))?.reason == .rhythm(every: minute * 30))
    }

    @Test func aTimeToLiveOfMonthsIsNotBelieved() throws {
        var state = feed(publishedEvery: minute * 30)
        state.hints.timeToLive = day * 90
        #expect(try #require(next(answered(state))).wait <= hour * 24)
    }

    @Test func whatTheServerCallsFreshIsNotAskedFor() throws {
        let decision = try #require(next(answered(feed(publishedEvery: minute * 20), freshFor: hour * 3)))
        #expect(decision.reason == .fresh(until: start + hour * 3))
        #expect(decision.wait >= hour * 3 && decision.wait < hour * 3 + minute * 2)
    }

    @Test func theOwnersIntervalIsStrongerThanThePublishersWishes() throws {
        var state = feed(.fixed(minute * 10), publishedEvery: day)
        state.hints = PublisherHints(timeToLive: day, skipHours: 0xFF_FFFF, skipDays: 0x7F)
        #expect(steps(answered(state), 5).dropFirst().allSatisfy { abs($0, minute * 10) < minute })
        #expect(next(answered(state, freshFor: day))?.reason == .fixed(minute * 10))
    }

    @Test func hoursAndDaysToSkipAreSkipped() throws {
        var state = feed(publishedEvery: hour * 2)
        state.hints.skipHours = 0b1111_1111 << 10  // 10:00 to 17:59
        let evening = try #require(next(answered(state)))
        #expect(evening.reason == .skipped && evening.wait >= hour * 8 && evening.wait < hour * 9)
        state.hints = PublisherHints(skipDays: 1 << 2 | 1 << 3)  // Tuesday and Wednesday
        let thursday = try #require(next(answered(state)))
        #expect(thursday.wait >= hour * 38 && thursday.wait < hour * 39)
        state.hints = PublisherHints(skipHours: 0xFF_FFFF, skipDays: 0)
        #expect(next(answered(state))?.reason == .rhythm(every: hour * 2), "nobody means every hour")
    }

    @Test func failuresBackOffAndASuccessForgetsThem() throws {
        var state = answered(feed(publishedEvery: hour))
        var waits: [Duration] = []
        for count in 1...12 {
            state.note(.failed(.transient), at: start)
            let decision = try #require(next(state))
            #expect(decision.reason == .backOff(failures: count, isPermanent: false))
            waits.append(decision.wait)
        }
        #expect(waits[0] >= minute * 3 && waits[0] <= minute * 7)
        #expect(waits[3] > waits[0] * 3)
        #expect(waits.allSatisfy { $0 <= hour * 15 })
        state.note(.answered, at: start)
        #expect(state.consecutiveFailures == 0)
        #expect(next(state)?.reason == .rhythm(every: hour))
    }

    @Test func whatWillNotPassByItselfIsAskedSeldom() throws {
        var state = answered(feed(publishedEvery: minute * 30))
        state.note(.failed(.permanent), at: start)
        let first = try #require(next(state))
        #expect(first.reason == .backOff(failures: 1, isPermanent: true))
        #expect(first.wait >= minute * 45)
        for _ in 0..<200 { state.note(.failed(.permanent), at: start) }
        #expect(try #require(next(state)).wait <= hour * 30)
    }

    @Test func anOutageOfOurNetworkIsNotTheFeedsFailure() throws {
        var state = answered(feed(publishedEvery: hour))
        for _ in 0..<50 { state.note(.failed(.offline), at: start) }
        #expect(state.consecutiveFailures == 0)
        let decision = try #require(next(state))
        #expect(decision.reason == .offline && decision.wait <= minute * 4)
        state.note(.failed(.transient), at: start)
        state.forgiveLastFailure()
        #expect(state.consecutiveFailures == 0 && next(state)?.reason == .offline)
    }

    @Test func retryAfterIsKeptAndNotCounted() throws {
        var state = answered(feed(publishedEvery: hour))
        state.note(.failed(.rateLimited(retryAt: start + hour * 5)), at: start)
        let decision = try #require(next(state))
        #expect(decision.reason == .retryAfter(start + hour * 5))
        #expect(decision.wait >= hour * 5 && decision.wait <= hour * 5 + minute)
        #expect(state.consecutiveFailures == 0)
    }

    @Test func whatWeEndedOurselvesChangesNothing() {
        let before = answered(feed(publishedEvery: hour))
        var after = before
        after.note(.failed(.cancelled), at: start + hour)
        #expect(after == before)
    }

    @Test func goneStopsUntilTheOwnerSaysOtherwise() {
        var state = answered(feed(publishedEvery: hour))
        state.note(.failed(.gone), at: start)
        #expect(PollSchedule.decide(state, .init(now: start + day)) == .never(because: .gone(since: start)))
        state.resume()
        #expect(next(state)?.reason == .first)
    }

    @Test func afterASleepTheMissedPollsAreSpreadOnceAndForAll() throws {
        let wake = start + day
        let window = minute * 5
        var waits: Set<Duration> = []
        for phase in UInt64(0)..<200 {
            let state = answered(feed(phase: phase, publishedEvery: hour))
            var circumstances = PollSchedule.Circumstances(now: wake, resumedAt: wake, catchUpWindow: window)
            let decision = PollSchedule.decide(state, circumstances)
            guard case .at(let moment, .catchingUp) = decision else {
                Issue.record("\(decision)")
                return
            }
            #expect(moment >= wake && moment < wake + window)
            waits.insert(moment - wake)
            circumstances.now = wake + minute * 2
            #expect(PollSchedule.decide(state, circumstances) == decision, "asking again does not put it off")
        }
        #expect(waits.count > 190)
    }

    @Test func feedsOfOneIntervalSpreadOutAfterACommonStart() {
        var minutes: [Int: Int] = [:]
        for phase in UInt64(0)..<6000 {
            var state = answered(feed(phase: phase, .fixed(hour)))
            guard case .at(let first, _) = PollSchedule.decide(state, .init(now: start)) else { continue }
            state.note(.answered, at: first)
            guard case .at(let second, _) = PollSchedule.decide(state, .init(now: first)) else { continue }
            minutes[Int(second.seconds / 60) % 60, default: 0] += 1
        }
        #expect(minutes.count == 60)
        #expect(minutes.values.allSatisfy { (60...150).contains($0) }, "\(minutes)")
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func whateverTheStateTheNextPollIsBoundedAndRepeatable(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func duration(_ limit: Int64) -> Duration { .seconds(Int64.random(in: -limit...limit, using: &random)) }
        for _ in 0..<3000 {
            var state = feed(
                phase: random.next(),
                Bool.random(using: &random)
                    ? .fixed(duration(1 << 40)) : .adaptive(least: duration(1 << 40), most: duration(1 << 40)))
            state.publications = (0..<Int.random(in: 0...40, using: &random)).map { _ in start + duration(1 << 33) }
            state.hints = PublisherHints(
                timeToLive: duration(1 << 40), updatePeriod: duration(1 << 40),
                skipHours: UInt32(truncatingIfNeeded: random.next()), skipDays: UInt8(truncatingIfNeeded: random.next())
            )
            let outcomes: [PollOutcome] = [
                .answered, .failed(.transient), .failed(.permanent), .failed(.offline),
                .failed(.rateLimited(retryAt: start + hour)), .failed(.rateLimited(retryAt: nil)),
            ]
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                state.note(outcomes.randomElement(using: &random) ?? .answered, freshUntil: start + hour, at: start)
            }
            let circumstances = PollSchedule.Circumstances(now: start, resumedAt: start + duration(1 << 20))
            let decision = PollSchedule.decide(state, circumstances)
            guard case .at(let moment, _) = decision else { continue }
            #expect(moment >= start - day * 13, "seed \(seed)")
            #expect(decision == PollSchedule.decide(state, circumstances), "seed \(seed)")
        }
    }

    private func abs(_ left: Duration, _ right: Duration) -> Duration { left < right ? right - left : left - right }
}

@Suite struct RedirectMemoryTests {
    private let old = "http://old.example/feed"
    private let new = "https://new.example/feed"

    @Test func aMoveIsAcceptedAfterSeveralAnswersOverDays() {
        var memory = RedirectMemory()
        #expect(memory.note(address: old, target: new, at: start) == .noted)
        #expect(memory.note(address: old, target: new, at: start + day) == .noted)
        #expect(memory.note(address: old, target: new, at: start + day * 2) == .noted)
        #expect(memory.note(address: old, target: new, at: start + day * 3) == .move(to: new))
        #expect(memory.formerAddresses == [old])
    }

    @Test func manyAnswersInOneHourAreNotEnough() {
        var memory = RedirectMemory()
        for second in 0..<100 {
            #expect(memory.note(address: old, target: new, at: start + .seconds(second * 30)) == .noted)
        }
    }

    @Test func anotherTargetOrNoneBeginsAnew() {
        var memory = RedirectMemory()
        for number in 0..<3 { _ = memory.note(address: old, target: new, at: start + day * number) }
        #expect(memory.note(address: old, target: nil, at: start + day * 3) == .stay)
        #expect(memory.candidate == nil)
        for number in 4..<7 { _ = memory.note(address: old, target: new, at: start + day * number) }
        #expect(memory.note(address: old, target: "https://third.example/", at: start + day * 8) == .noted)
        #expect(memory.note(address: old, target: new, at: start + day * 9) == .noted)
        #expect(memory.candidate?.answers == 1)
    }

    @Test func oneCanGoBackAndIsNotMovedAgain() {
        var memory = RedirectMemory(formerAddresses: [old])
        #expect(memory.goBack(from: new) == old)
        #expect(memory.note(address: old, target: new, at: start) == .stay)
        #expect(memory.goBack(from: old) == nil)
    }

    @Test func encryptionIsNotGivenUp() {
        var memory = RedirectMemory()
        #expect(memory.note(address: "https://a.example/", target: "http://a.example/", at: start) == .stay)
    }
}

@Suite struct ConnectivityTests {
    private let feeds = (0..<9).map { FeedID(url: "https://host\($0).example/") }

    @Test func severalHostsOutOfReachInARowAreOurNetwork() {
        var connectivity = Connectivity()
        func fail(_ number: Int) -> Connectivity.Judgement {
            connectivity.note(
                feed: feeds[number], host: "host\(number)", .notReached, at: start + minute * number)
        }
        #expect(fail(0) == .ofTheFeed)
        #expect(fail(1) == .ofTheFeed)
        #expect(fail(2) == .ofTheNetwork(forgiven: [feeds[0], feeds[1]]))
        #expect(fail(3) == .ofTheNetwork(forgiven: []))
        #expect(connectivity.offlineSince == start)
        #expect(connectivity.note(feed: feeds[4], host: "host4", .reached, at: start) == .ofTheFeed)
        #expect(connectivity.offlineSince == nil)
    }

    @Test func oneDeadHostIsNot() {
        var connectivity = Connectivity()
        for number in 0..<100 {
            let host = "host\(number % 2)"
            #expect(connectivity.note(feed: feeds[number % 9], host: host, .notReached, at: start) == .ofTheFeed)
        }
        #expect(connectivity.note(feed: feeds[0], host: "up", .reached, at: start) == .ofTheFeed)
        #expect(connectivity.note(feed: feeds[0], host: "host9", .notReached, at: start) == .ofTheFeed)
    }

    @Test func withoutAnyRouteOneFailureIsEnough() {
        var connectivity = Connectivity()
        #expect(connectivity.note(feed: feeds[0], host: "a", .noNetwork, at: start) == .ofTheNetwork(forgiven: []))
        #expect(connectivity.note(feed: feeds[0], host: "a", .reached, at: start) == .ofTheFeed)
    }

    @Test func aRefusalShowsThatSomebodyIsThere() {
        #expect(FetchFailure.status(500, retryAt: nil).evidence == .reached)
        #expect(FetchFailure.refusedConnection(host: "a").evidence == .reached)
        #expect(FetchFailure.timedOut(.connecting, after: minute).evidence == .notReached)
        #expect(FetchFailure.cancelled.evidence == nil)
    }

    @Test func aFailureIsTheFeedsUnlessTheNetworkIsDown() {
        let failure = FetchFailure.unknownHost("a")
        #expect(PollOutcome(failure, judged: .ofTheFeed) == .failed(.transient))
        #expect(PollOutcome(failure, judged: .ofTheNetwork(forgiven: [])) == .failed(.offline))
        #expect(PollOutcome(.gone, judged: .ofTheFeed) == .failed(.gone))
        #expect(PollOutcome(.cancelled, judged: .ofTheNetwork(forgiven: [])) == .failed(.cancelled))
    }
}
