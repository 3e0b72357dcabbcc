package import Model

/// Moments and lengths of time in words.
package struct TimeWords: Sendable {
    package let now: Timestamp
    /// How far local time is ahead of UTC.
    package let utcOffset: Duration

    package init(now: Timestamp, utcOffset: Duration) {
        self.now = now
        self.utcOffset = utcOffset
    }

    /// At most 6 columns for a list: `now`, `5m`, `3h`, `2d`, then `12 Mar`, then `Mar 24`; `in 5m` for what is to come.
    package func brief(_ moment: Timestamp) -> String {
        let seconds = now.seconds - moment.seconds
        if seconds < -59 { return "in " + Self.largestUnit(-seconds) }
        if seconds < 60 { return "now" }
        if seconds < 7 * 86_400 { return Self.largestUnit(seconds) }
        let date = (moment + utcOffset).civil
        if seconds < 300 * 86_400 { return "\(date.day) \(Self.month(date.month))" }
        return "\(Self.month(date.month)) \(date.year)"
    }

    /// For a sentence: `just now`, `5 minutes ago`, `in 2 hours`, `on 12 Mar 2026`.
    package func relative(_ moment: Timestamp) -> String {
        let seconds = now.seconds - moment.seconds
        if abs(seconds) < 60 { return seconds < 0 ? "in a moment" : "just now" }
        if abs(seconds) >= 14 * 86_400 { return "on " + day(moment) }
        return seconds < 0 ? "in " + Self.length(seconds: -seconds) : Self.length(seconds: seconds) + " ago"
    }

    /// Local date and time: `Thu 12 Mar 2026, 08:31`.
    package func full(_ moment: Timestamp) -> String {
        let local = moment + utcOffset
        let date = local.civil
        let days = Timestamp.daysSinceEpoch(year: date.year, month: date.month, day: date.day)
        // 1970-01-01 was a Thursday.
        let weekday = Self.weekdays[((days + 4) % 7 + 7) % 7]
        return "\(weekday) \(day(moment)), \(clock(moment))"
    }

    /// `text` with its moments (`2026-03-12T07:31:00Z`), which programs read, in local time, which people do.
    package func local(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let (moment, end) = ISOMoment.read(bytes, at: index) {
                result += Array(full(moment).utf8)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Local time of day: `08:31`.
    package func clock(_ moment: Timestamp) -> String {
        let date = (moment + utcOffset).civil
        return Self.twoDigits(date.hour) + ":" + Self.twoDigits(date.minute)
    }

    private func day(_ moment: Timestamp) -> String {
        let date = (moment + utcOffset).civil
        return "\(date.day) \(Self.month(date.month)) \(date.year)"
    }

    /// `40 seconds`, `1 minute`, `3 hours`, `2 days`.
    package static func length(seconds: Int64) -> String {
        let (count, unit): (Int64, String) =
            switch seconds {
            case ..<60: (seconds, "second")
            case ..<3600: (seconds / 60, "minute")
            case ..<86_400: (seconds / 3600, "hour")
            default: (seconds / 86_400, "day")
            }
        return "\(count) \(unit)" + (count == 1 ? "" : "s")
    }

    /// `0.4 s`, `12 s`, `3 min`.
    package static func elapsed(milliseconds: Int) -> String {
        switch milliseconds {
        case ..<10_000: "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
        case ..<120_000: "\(milliseconds / 1000) s"
        default: "\(milliseconds / 60_000) min"
        }
    }

    private static func largestUnit(_ seconds: Int64) -> String {
        switch seconds {
        case ..<3600: "\(seconds / 60)m"
        case ..<86_400: "\(seconds / 3600)h"
        default: "\(seconds / 86_400)d"
        }
    }

    private static func month(_ number: Int) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names[min(max(number, 1), 12) - 1]
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
