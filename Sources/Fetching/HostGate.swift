/// Who may start now: politeness towards hosts, as a state machine that is told the time.
///
/// Tickets wait in order of arrival at their host; hosts take turns, so that a host with a thousand waiting tickets
/// does not hold up one with a single ticket. A host that has not answered yet, or did not the last time, gets one
/// ticket at a time: a few dead hosts would otherwise fill all places with waiting for them. It also lets the first
/// connection show whether the others can share it (HTTP/2).
package struct HostGate {
    package typealias Moment = ContinuousClock.Instant

    package struct Limits: Hashable, Sendable {
        /// Started and not finished, over all hosts. No more than there are connections: 256 requests on 64
        /// connections halve the throughput of libcurl.
        package var total: Int
        /// The same for one host.
        package var perHost: Int

        package init(total: Int = 64, perHost: Int = 4) {
            self.total = max(1, total)
            self.perHost = max(1, perHost)
        }
    }

    package struct Ticket: Hashable, Sendable {
        package let number: UInt64
        package let host: String
        /// The least time between the start of the ticket before and that of this one, on the same host.
        package let spacing: Duration

        package init(number: UInt64, host: String, spacing: Duration) {
            self.number = number
            self.host = host
            self.spacing = spacing
        }
    }

    /// How a ticket that had started ended.
    package enum Ending: Hashable, Sendable {
        /// With an answer, whatever it said.
        case answered
        /// The host could not be reached or said nothing.
        case silent
        /// By ourselves, before that could be seen.
        case cancelled
    }

    private struct Host {
        var waiting: [Ticket] = []
        /// Index of the first ticket in `waiting` that still waits.
        var head = 0
        var running = 0
        var answers = false
        var lastStart: Moment?
        /// In `ready` or in `timed`.
        var isQueued = false
        var pausedUntil: Moment?

        var isIdle: Bool { head == waiting.count && running == 0 }
    }

    private var hosts: [String: Host] = [:]
    /// Hosts that may be able to start their next ticket now.
    private var ready: [String] = []
    private var readyHead = 0
    /// Hosts whose next ticket waits for a moment.
    private var timed: [(at: Moment, host: String)] = []
    package private(set) var running = 0
    private let limits: Limits

    package init(limits: Limits) { self.limits = limits }

    package mutating func enqueue(_ ticket: Ticket) {
        hosts[ticket.host, default: Host()].waiting.append(ticket)
        makeReady(ticket.host)
    }

    /// The next ticket that may start, which then counts as running until `finished`.
    package mutating func next(now: Moment) -> Ticket? {
        releaseTimed(now: now)
        while running < limits.total, readyHead < ready.count {
            let name = ready[readyHead]
            readyHead += 1
            if readyHead == ready.count || readyHead > 1024 {
                ready.removeFirst(readyHead)
                readyHead = 0
            }
            if let ticket = start(name, now: now) { return ticket }
        }
        return nil
    }

    /// The moment at which `next` may have something that it has not now, if no ticket finishes before.
    package var nextMoment: Moment? { running < limits.total ? timed.first?.at : nil }

    package mutating func finished(_ ticket: Ticket, _ ending: Ending, now: Moment) {
        running -= 1
        hosts[ticket.host]?.running -= 1
        if ending != .cancelled { hosts[ticket.host]?.answers = ending == .answered }
        makeReady(ticket.host)
        forgetIfIdle(ticket.host, now: now)
    }

    /// Takes a ticket that has not started out of the line.
    package mutating func withdraw(_ ticket: Ticket, now: Moment) {
        guard var host = hosts[ticket.host],
            let index = host.waiting[host.head...].firstIndex(where: { $0.number == ticket.number })
        else { return }
        host.waiting.remove(at: index)
        hosts[ticket.host] = host
        forgetIfIdle(ticket.host, now: now)
    }

    /// Nothing of `host` should start before `until`; a shorter pause than one that holds changes nothing. The tickets
    /// that wait are handed back: their askers can come again, rather than wait for hours.
    package mutating func pause(_ host: String, until: Moment) -> [Ticket] {
        var state = hosts[host, default: Host()]
        state.pausedUntil = max(until, state.pausedUntil ?? until)
        let waiting = Array(state.waiting[state.head...])
        state.waiting = []
        state.head = 0
        hosts[host] = state
        return waiting
    }

    /// Until when `host` asked not to be asked.
    package func pausedUntil(_ host: String, now: Moment) -> Moment? {
        hosts[host]?.pausedUntil.flatMap { $0 > now ? $0 : nil }
    }
}

extension HostGate {
    private func places(_ host: Host) -> Int { host.answers ? limits.perHost : 1 }

    private mutating func makeReady(_ name: String) {
        guard let host = hosts[name], !host.isQueued, host.head < host.waiting.count, host.running < places(host)
        else { return }
        hosts[name]?.isQueued = true
        ready.append(name)
    }

    private mutating func start(_ name: String, now: Moment) -> Ticket? {
        guard var host = hosts.removeValue(forKey: name) else { return nil }
        host.isQueued = false
        defer { hosts[name] = host }
        guard host.head < host.waiting.count, host.running < places(host) else { return nil }
        let ticket = host.waiting[host.head]
        if let lastStart = host.lastStart, lastStart + ticket.spacing > now {
            host.isQueued = true
            wait(for: lastStart + ticket.spacing, host: name)
            return nil
        }
        host.head += 1
        if host.head == host.waiting.count || host.head > 256 {
            host.waiting.removeFirst(host.head)
            host.head = 0
        }
        host.running += 1
        host.lastStart = now
        running += 1
        if host.head < host.waiting.count, host.running < places(host) {
            host.isQueued = true
            ready.append(name)
        }
        return ticket
    }

    private mutating func wait(for moment: Moment, host: String) {
        // Few hosts wait for a moment at once: a sorted array does.
        let index = timed.firstIndex { $0.at > moment } ?? timed.count
        timed.insert((moment, host), at: index)
    }

    private mutating func releaseTimed(now: Moment) {
        let due = timed.prefix { $0.at <= now }.count
        for entry in timed[..<due] { ready.append(entry.host) }
        timed.removeFirst(due)
    }

    /// A host's state is dropped once it says nothing any more. The last start says something for as long as a
    /// spacing may refer to it; of that, what a few thousand hosts hold is kept.
    private mutating func forgetIfIdle(_ name: String, now: Moment) {
        guard let host = hosts[name], host.isIdle, !host.isQueued else { return }
        if let until = host.pausedUntil, until > now { return }
        guard hosts.count > 4096 || host.lastStart == nil else { return }
        hosts[name] = nil
    }
}
