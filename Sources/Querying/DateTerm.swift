package import Model

/// The dates of a query: `2026-01-31`, `2026-01`, `2026`, `today`, `yesterday`, a weekday, `2weeks` and the like, and
/// ranges of them with `..` in between.
///
/// A day is a local one. A weekday is the last such day up to today. In a range, the first date counts from its
/// beginning and the second to its end; either may be missing. A length of time alone (`date:2weeks`) means since then.
package struct DateTerm {
    private let now: Int64
    private let zone: Int64

    package init(now: Timestamp, zoneOffset: Duration) {
        self.now = now.milliseconds
        zone = zoneOffset.milliseconds
    }

    package enum Failure: Error, Hashable {
        case notADate(String)
        case emptyRange
    }

    package func range(of text: String) throws(Failure) -> TimeRange {
        let bytes = Array(text.lowercased().utf8)
        guard let dots = (0..<max(0, bytes.count - 1)).first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E })
        else {
            let span = try span(of: bytes)
            return TimeRange(start: moment(span.start), end: span.isAgo ? nil : moment(span.end))
        }
        let first = Array(bytes[..<dots])
        let last = Array(bytes[(dots + 2)...])
        guard !first.isEmpty || !last.isEmpty else { throw .notADate(text) }
        let start = first.isEmpty ? nil : try span(of: first).start
        let end = last.isEmpty ? nil : try span(of: last).end
        if let start, let end, start >= end { throw .emptyRange }
        return TimeRange(start: start.map(moment), end: end.map(moment))
    }

    private static let day: Int64 = 86_400_000

    /// A stretch of local time, in milliseconds since the local epoch.
    private struct Span {
        var start: Int64
        var end: Int64
        /// Given as a length of time before now.
        var isAgo = false
    }

    private func moment(_ local: Int64) -> Timestamp { Timestamp(milliseconds: local - zone) }

    private var localNow: Int64 { now &+ zone }
    /// The number of the local day since 1970-01-01.
    private var today: Int64 { localNow / Self.day - (localNow < 0 && localNow % Self.day != 0 ? 1 : 0) }

    private func span(of text: [UInt8]) throws(Failure) -> Span {
        if let day = namedDay(text) { return Span(start: day * Self.day, end: (day + 1) * Self.day) }
        if let span = calendarSpan(text) ?? agoSpan(text) { return span }
        throw .notADate(String(decoding: text, as: UTF8.self))
    }

    private func namedDay(_ text: [UInt8]) -> Int64? {
        switch String(decoding: text, as: UTF8.self) {
        case "today": return today
        case "yesterday": return today - 1
        case let name where name.utf8.count >= 3:
            let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            guard let weekday = names.firstIndex(where: { $0.hasPrefix(name) }) else { return nil }
            // 1970-01-01 was a Thursday: day 0 has weekday 3 counted from Monday.
            let current = ((today + 3) % 7 + 7) % 7
            return today - ((current - Int64(weekday)) % 7 + 7) % 7
        default: return nil
        }
    }

    /// `2026-01-31`, `2026-01` or `2026`.
    private func calendarSpan(_ text: [UInt8]) -> Span? {
        let fields = text.split(separator: 0x2D, omittingEmptySubsequences: false)
        let numbers = fields.compactMap { Self.number($0) }
        guard numbers.count == fields.count, fields[0].count == 4 else { return nil }
        let year = numbers[0]
        func startOfMonth(_ index: Int) -> Int {
            Timestamp.daysSinceEpoch(year: year + index / 12, month: index % 12 + 1, day: 1)
        }
        let days: Range<Int>
        switch numbers.count {
        case 1: days = startOfMonth(0)..<startOfMonth(12)
        case 2:
            guard (1...12).contains(numbers[1]) else { return nil }
            days = startOfMonth(numbers[1] - 1)..<startOfMonth(numbers[1])
        case 3:
            guard (1...12).contains(numbers[1]) else { return nil }
            let month = startOfMonth(numbers[1] - 1)..<startOfMonth(numbers[1])
            guard (1...month.count).contains(numbers[2]) else { return nil }
            let day = month.lowerBound + numbers[2] - 1
            days = day..<day + 1
        default: return nil
        }
        return Span(start: Int64(days.lowerBound) * Self.day, end: Int64(days.upperBound) * Self.day)
    }

    /// `90min`, `3h`, `2days`, `2weeks`, `1month`, `1year`: hours and minutes to the moment, longer ones by local days.
    private func agoSpan(_ text: [UInt8]) -> Span? {
        let digits = text.prefix { (0x30...0x39).contains($0) }
        guard let count = Self.number(digits), count <= 100_000 else { return nil }
        let days: Int64
        switch String(decoding: text[digits.count...], as: UTF8.self) {
        case "min", "mins", "minute", "minutes":
            let start = localNow - Int64(count) * 60_000
            return Span(start: start, end: start, isAgo: true)
        case "h", "hour", "hours":
            let start = localNow - Int64(count) * 3_600_000
            return Span(start: start, end: start, isAgo: true)
        case "d", "day", "days": days = today - Int64(count)
        case "w", "week", "weeks": days = today - Int64(count) * 7
        case "m", "month", "months": days = monthsAgo(count)
        case "y", "year", "years": days = monthsAgo(count * 12)
        default: return nil
        }
        return Span(start: days * Self.day, end: (days + 1) * Self.day, isAgo: true)
    }

    /// The same day of an earlier month, or that month's last day if it is shorter.
    private func monthsAgo(_ count: Int) -> Int64 {
        let date = Timestamp.civil(daysSinceEpoch: Int(today))
        let month = date.year * 12 + date.month - 1 - count
        let year = month >= 0 ? month / 12 : (month - 11) / 12
        let start = Timestamp.daysSinceEpoch(year: year, month: month - year * 12 + 1, day: 1)
        let next = month - year * 12 + 2
        let end = Timestamp.daysSinceEpoch(year: next > 12 ? year + 1 : year, month: next > 12 ? 1 : next, day: 1)
        return Int64(min(start + date.day - 1, end - 1))
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard (1...6).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
