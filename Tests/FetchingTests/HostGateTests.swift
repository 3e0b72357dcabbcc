import Fetching
import Testing

@Suite struct HostGateTests {
    private let start = ContinuousClock.now

    private func ticket(_ number: UInt64, _ host: String, spacing: Duration = .zero) -> HostGate.Ticket {
        HostGate.Ticket(number: number, host: host, spacing: spacing)
    }

    private func startable(_ gate: inout HostGate, at moment: ContinuousClock.Instant) -> [HostGate.Ticket] {
        var tickets: [HostGate.Ticket] = []
        while let ticket = gate.next(now: moment) { tickets.append(ticket) }
        return tickets
    }

    @Test func aHostWithManyTicketsDoesNotHoldUpOneWithFew() {
        var gate = HostGate(limits: .init(total: 3, perHost: 2))
        for number in 0..<100 { gate.enqueue(ticket(UInt64(number), "busy")) }
        gate.enqueue(ticket(100, "calm"))
        #expect(startable(&gate, at: start).map(\.number) == [0, 100])
        gate.finished(ticket(0, "busy"), .answered, now: start)
        #expect(startable(&gate, at: start).map(\.number) == [1, 2])
        #expect(gate.running == 3)
    }

    @Test func noMoreThanAllowedRunAtOnceOnAHost() {
        var gate = HostGate(limits: .init(total: 64, perHost: 2))
        let tickets = (0..<5).map { ticket(UInt64($0), "a") }
        for ticket in tickets { gate.enqueue(ticket) }
        #expect(startable(&gate, at: start) == [tickets[0]], "one, to see whether it answers")
        gate.finished(tickets[0], .answered, now: start)
        #expect(startable(&gate, at: start) == [tickets[1], tickets[2]])
        gate.finished(tickets[1], .cancelled, now: start)
        #expect(startable(&gate, at: start) == [tickets[3]])
        gate.finished(tickets[2], .silent, now: start)
        #expect(startable(&gate, at: start).isEmpty, "it fell silent, and one still runs")
        gate.finished(tickets[3], .silent, now: start)
        #expect(startable(&gate, at: start) == [tickets[4]])
    }

    @Test func deadHostsDoNotFillAllPlaces() {
        var gate = HostGate(limits: .init(total: 8, perHost: 4))
        for number in 0..<40 { gate.enqueue(ticket(UInt64(number), "dead\(number % 4)")) }
        gate.enqueue(ticket(40, "alive"))
        #expect(startable(&gate, at: start).map(\.host) == ["dead0", "dead1", "dead2", "dead3", "alive"])
    }

    @Test func startsOnAHostKeepTheirSpacing() {
        var gate = HostGate(limits: .init(total: 64, perHost: 6))
        for number in 0..<3 { gate.enqueue(ticket(UInt64(number), "a", spacing: .seconds(1))) }
        #expect(startable(&gate, at: start).map(\.number) == [0])
        gate.finished(ticket(0, "a"), .answered, now: start)
        #expect(startable(&gate, at: start).isEmpty)
        #expect(gate.nextMoment == start + .seconds(1))
        #expect(startable(&gate, at: start + .milliseconds(900)).isEmpty)
        #expect(startable(&gate, at: start + .seconds(1)).map(\.number) == [1])
        #expect(startable(&gate, at: start + .seconds(3)).map(\.number) == [2])
        #expect(gate.nextMoment == nil)
    }

    @Test func aPauseHandsTheWaitingBack() {
        var gate = HostGate(limits: .init(total: 64, perHost: 1))
        let tickets = (0..<3).map { ticket(UInt64($0), "a") }
        for ticket in tickets { gate.enqueue(ticket) }
        #expect(startable(&gate, at: start) == [tickets[0]])
        #expect(gate.pause("a", until: start + .seconds(60)) == Array(tickets[1...]))
        #expect(gate.pause("a", until: start + .seconds(5)).isEmpty)
        gate.finished(tickets[0], .answered, now: start)
        #expect(gate.pausedUntil("a", now: start) == start + .seconds(60))
        #expect(gate.pausedUntil("a", now: start + .seconds(61)) == nil)
        #expect(gate.pausedUntil("b", now: start) == nil)
    }

    @Test func aWithdrawnTicketNeverStarts() {
        var gate = HostGate(limits: .init(total: 64, perHost: 1))
        let tickets = (0..<3).map { ticket(UInt64($0), "a") }
        for ticket in tickets { gate.enqueue(ticket) }
        gate.withdraw(tickets[1], now: start)
        #expect(startable(&gate, at: start) == [tickets[0]])
        gate.finished(tickets[0], .answered, now: start)
        #expect(startable(&gate, at: start) == [tickets[2]])
    }

    @Test(arguments: [UInt64(11), 12, 13])
    func everyTicketStartsOnceInOrderAndWithinTheLimits(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let limits = HostGate.Limits(total: 5, perHost: 2)
        var gate = HostGate(limits: limits)
        var now = start
        var waiting: [UInt64: HostGate.Ticket] = [:]
        var running: [HostGate.Ticket] = []
        var lastNumber: [String: UInt64] = [:]
        var lastStart: [String: ContinuousClock.Instant] = [:]
        var issued: UInt64 = 0
        func takeAll() {
            while let ticket = gate.next(now: now) {
                #expect(waiting.removeValue(forKey: ticket.number) != nil, "seed \(seed)")
                #expect(ticket.number > lastNumber[ticket.host] ?? 0, "seed \(seed)")
                if let last = lastStart[ticket.host] { #expect(now - last >= ticket.spacing, "seed \(seed)") }
                lastNumber[ticket.host] = ticket.number
                lastStart[ticket.host] = now
                running.append(ticket)
                #expect(running.count <= limits.total, "seed \(seed)")
                #expect(running.count { $0.host == ticket.host } <= limits.perHost, "seed \(seed)")
            }
        }
        for _ in 0..<2000 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4:
                issued += 1
                let spacing = Duration.milliseconds(Int.random(in: 0...1, using: &random) * 50)
                let new = ticket(issued, "h\(Int.random(in: 0..<7, using: &random))", spacing: spacing)
                waiting[issued] = new
                gate.enqueue(new)
            case 4..<8:
                guard let index = running.indices.randomElement(using: &random) else { break }
                let endings: [HostGate.Ending] = [.answered, .silent, .cancelled]
                gate.finished(
                    running.remove(at: index), endings.randomElement(using: &random) ?? .answered, now: now)
            case 8:
                guard let old = waiting.values.min(by: { $0.number < $1.number }) else { break }
                waiting[old.number] = nil
                gate.withdraw(old, now: now)
            default: now += .milliseconds(Int.random(in: 0...80, using: &random))
            }
            takeAll()
        }
        while !waiting.isEmpty || !running.isEmpty {
            while let ticket = running.popLast() { gate.finished(ticket, .answered, now: now) }
            takeAll()
            if running.isEmpty, let moment = gate.nextMoment { now = max(now, moment) }
            takeAll()
            #expect(!running.isEmpty || waiting.isEmpty, "nothing is forgotten; seed \(seed)")
            if running.isEmpty { break }
        }
    }
}
