package import Fetching
import Model

/// What the scheduler remembers of a feed from poll to poll, as the bytes that the store keeps for it.
package struct PollMemory: Hashable, Sendable {
    package var state: FeedPollState
    package var redirects = RedirectMemory()
    /// What the feed's document listed when it was last read.
    package var listing = FeedListing()

    /// The layout's number, its first byte. Bytes of another layout are taken as no memory: the feed is then polled as
    /// one that is new, which costs one request.
    private static let layout: UInt8 = 1

    package init(state: FeedPollState) { self.state = state }

    /// - Parameter interval: as the settings say today; it is not part of the memory.
    package init(bytes: [UInt8], phase: UInt64, interval: PollInterval) {
        var reader = MemoryReader(bytes: bytes[...])
        guard reader.byte() == Self.layout, let state = reader.state(phase: phase, interval: interval),
            let redirects = reader.redirects(), let listing = reader.listing()
        else {
            self.init(state: FeedPollState(phase: phase, interval: interval))
            return
        }
        self.init(state: state)
        self.redirects = redirects
        self.listing = listing
    }

    package var bytes: [UInt8] {
        var writer = MemoryWriter()
        writer.byte(Self.layout)
        writer.list(state.publications.sorted(by: >).prefix(PollSchedule.publicationsRead)) { $0.moment($1) }
        writer.optional(state.hints.timeToLive) { $0.number($1.milliseconds) }
        writer.optional(state.hints.updatePeriod) { $0.number($1.milliseconds) }
        writer.number(Int64(state.hints.skipHours))
        writer.byte(state.hints.skipDays)
        writer.optional(state.freshUntil) { $0.moment($1) }
        writer.optional(state.lastPollAt) { $0.moment($1) }
        writer.failure(state.lastFailure)
        writer.number(Int64(state.consecutiveFailures))
        writer.optional(state.retryAt) { $0.moment($1) }
        writer.stopped(state.stopped)
        writer.optional(redirects.candidate) { writer, candidate in
            writer.text(candidate.target)
            writer.moment(candidate.firstSeen)
            writer.number(Int64(candidate.answers))
        }
        writer.list(redirects.formerAddresses[...]) { $0.text($1) }
        writer.list(redirects.rejectedTargets[...]) { $0.text($1) }
        writer.listing(listing)
        return writer.bytes
    }
}

// MARK: - The layout: numbers are 8 bytes, big-endian; texts and lists are preceded by their length

private struct MemoryWriter {
    var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }
    mutating func number(_ value: Int64) { bytes.append(bigEndian: UInt64(bitPattern: value)) }
    mutating func moment(_ value: Timestamp) { number(value.milliseconds) }

    mutating func text(_ value: String) {
        number(Int64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout MemoryWriter, Value) -> Void) {
        byte(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: ArraySlice<Value>, _ write: (inout MemoryWriter, Value) -> Void) {
        number(Int64(values.count))
        for value in values { write(&self, value) }
    }

    mutating func listing(_ value: FeedListing) {
        number(Int64(value.contents.count))
        for (entry, content) in value.contents {
            bytes.append(bigEndian: entry)
            bytes.append(bigEndian: content)
        }
    }

    mutating func failure(_ value: FailureClass?) {
        switch value {
        case nil: byte(0)
        case .transient: byte(1)
        case .offline: byte(2)
        case .permanent: byte(3)
        case .gone: byte(4)
        case .rateLimited(let retryAt):
            byte(5)
            optional(retryAt) { $0.moment($1) }
        case .cancelled: byte(6)
        }
    }

    mutating func stopped(_ value: StopReason?) {
        switch value {
        case nil: byte(0)
        case .byOwner: byte(1)
        case .gone(let since):
            byte(2)
            moment(since)
        }
    }
}

private struct MemoryReader {
    var bytes: ArraySlice<UInt8>

    /// Longer lists were never written.
    private static let longestList: Int64 = 64

    mutating func byte() -> UInt8? { bytes.popFirst() }

    mutating func number() -> Int64? {
        guard bytes.count >= 8 else { return nil }
        let value = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        bytes.removeFirst(8)
        return Int64(bitPattern: value)
    }

    mutating func moment() -> Timestamp? { number().map { Timestamp(milliseconds: $0) } }

    mutating func text() -> String? {
        guard let count = number(), count >= 0, count <= bytes.count else { return nil }
        defer { bytes.removeFirst(Int(count)) }
        return String(decoding: bytes.prefix(Int(count)), as: UTF8.self)
    }

    /// `nil`: broken. `.some(nil)`: absent.
    mutating func optional<Value>(_ read: (inout MemoryReader) -> Value?) -> Value?? {
        switch byte() {
        case 0: return .some(nil)
        case 1:
            guard let value = read(&self) else { return nil }
            return .some(value)
        default: return nil
        }
    }

    mutating func list<Value>(_ read: (inout MemoryReader) -> Value?) -> [Value]? {
        guard let count = number(), (0...Self.longestList).contains(count) else { return nil }
        var values: [Value] = []
        for _ in 0..<count {
            guard let value = read(&self) else { return nil }
            values.append(value)
        }
        return values
    }

    mutating func failure() -> FailureClass?? {
        switch byte() {
        case 0: return .some(nil)
        case 1: return .transient
        case 2: return .offline
        case 3: return .permanent
        case 4: return .gone
        case 5:
            guard let retryAt = optional({ $0.moment() }) else { return nil }
            return .rateLimited(retryAt: retryAt)
        case 6: return .cancelled
        default: return nil
        }
    }

    mutating func stopped() -> StopReason?? {
        switch byte() {
        case 0: return .some(nil)
        case 1: return .byOwner
        case 2:
            guard let since = moment() else { return nil }
            return .gone(since: since)
        default: return nil
        }
    }

    mutating func state(phase: UInt64, interval: PollInterval) -> FeedPollState? {
        guard let publications = list({ $0.moment() }),
            let timeToLive = optional({ $0.number() }), let updatePeriod = optional({ $0.number() }),
            let skipHours = number(), let skipDays = byte(),
            let freshUntil = optional({ $0.moment() }), let lastPollAt = optional({ $0.moment() }),
            let lastFailure = failure(), let failures = number(),
            let retryAt = optional({ $0.moment() }), let stopped = stopped()
        else { return nil }
        let hints = PublisherHints(
            timeToLive: timeToLive.map { .milliseconds($0) }, updatePeriod: updatePeriod.map { .milliseconds($0) },
            skipHours: UInt32(truncatingIfNeeded: skipHours), skipDays: skipDays)
        return FeedPollState(
            phase: phase, interval: interval, publications: publications, hints: hints, freshUntil: freshUntil,
            lastPollAt: lastPollAt, lastFailure: lastFailure, consecutiveFailures: Int(clamping: failures),
            retryAt: retryAt, stopped: stopped)
    }

    mutating func listing() -> FeedListing? {
        guard let count = number(), count >= 0, count <= bytes.count / 16 else { return nil }
        var listing = FeedListing()
        for _ in 0..<count {
            guard let entry = number(), let content = number() else { return nil }
            listing.contents[UInt64(bitPattern: entry)] = UInt64(bitPattern: content)
        }
        return listing
    }

    mutating func redirects() -> RedirectMemory? {
        guard
            let candidate = optional({ reader -> RedirectMemory.Candidate? in
                guard let target = reader.text(), let firstSeen = reader.moment(), let answers = reader.number()
                else { return nil }
                return RedirectMemory.Candidate(target: target, firstSeen: firstSeen, answers: Int(clamping: answers))
            }), let former = list({ $0.text() }), let rejected = list({ $0.text() })
        else { return nil }
        return RedirectMemory(candidate: candidate, formerAddresses: former, rejectedTargets: rejected)
    }
}
