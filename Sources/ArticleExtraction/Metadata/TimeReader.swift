import Markup
import Model

/// Reads the times that pages write: ISO 8601 and its misspellings, RFC 822, and dates in words of many languages.
///
/// Days and months out of range, and years before 1990 or after 2100, are no times: a page that says so means
/// something else.
enum TimeReader {
    /// The time in a machine-readable attribute, or in a short text.
    static func read(_ text: String) -> StatedTime? {
        let words = TimeWords(text)
        return iso(words) ?? epoch(text) ?? spelled(words)
    }

    /// The time in an attribute meant for machines; words are not looked at.
    static func readISO(_ text: String) -> StatedTime? { iso(TimeWords(text)) }

    /// `/2024/08/06/` and `/2024-08-06-` in an address. The day must be there: a month dates nothing.
    static func read(inPath path: String) -> StatedTime? {
        let parts = TimeWords(path).parts
        for index in parts.indices.dropLast(2) {
            if case .number(let year, 4) = parts[index], case .number(let month, 1...2) = parts[index + 1],
                case .number(let day, 1...2) = parts[index + 2]
            {
                return date(year, month, day)
            }
        }
        for part in parts {
            if case .number(let whole, 8) = part, let time = date(whole / 10_000, whole / 100 % 100, whole % 100) {
                return time
            }
        }
        return nil
    }

    /// Milliseconds or seconds since 1970.
    private static func epoch(_ text: String) -> StatedTime? {
        guard let number = Int64(text), number > 600_000_000, number < 4_100_000_000_000 else { return nil }
        let seconds = number > 100_000_000_000 ? number / 1000 : number
        return StatedTime(moment: Timestamp(seconds: seconds), hasTimeOfDay: true)
    }

    private static func iso(_ words: TimeWords) -> StatedTime? {
        let parts = words.parts
        guard case .number(let first, let digits)? = parts.first else { return nil }
        if digits == 8 {
            guard let day = date(first / 10_000, first / 100 % 100, first % 100) else { return nil }
            return withClock(day, parts[1...])
        }
        guard digits == 4, parts.count >= 3, case .number(let month, 1...2) = parts[1],
            case .number(let day, 1...2) = parts[2], let start = date(first, month, day)
        else { return nil }
        return withClock(start, parts[3...])
    }

    /// A date in words: `August 6, 2024`, `6. August 2024`, `2024. augusztus 6.`, `2024年8月6日`, `06.08.2024`,
    /// `06/08/2024`.
    private static func spelled(_ words: TimeWords) -> StatedTime? {
        let parts = words.parts
        for index in parts.indices {
            guard case .month(let month) = parts[index] else { continue }
            let before = index > 0 ? parts[index - 1] : nil
            let after = index + 1 < parts.count ? parts[index + 1] : nil
            let later = index + 2 < parts.count ? parts[index + 2] : nil
            if case .number(let day, 1...2)? = before, case .number(let year, 4)? = after,
                let start = date(year, month, day)
            {
                return withClock(start, parts[(index + 2)...])
            }
            if case .number(let day, 1...2)? = after, case .number(let year, 4)? = later,
                let start = date(year, month, day)
            {
                return withClock(start, parts[(index + 3)...])
            }
            if case .number(let year, 4)? = before, case .number(let day, 1...2)? = after,
                let start = date(year, month, day)
            {
                return withClock(start, parts[(index + 2)...])
            }
        }
        for index in parts.indices.dropLast(2) {
            guard case .number(let first, let digits) = parts[index],
                case .number(let second, 1...2) = parts[index + 1],
                case .number(let third, let last) = parts[index + 2]
            else { continue }
            if digits == 4, last <= 2, let start = date(first, second, third) {
                return withClock(start, parts[(index + 3)...])
            }
            guard digits <= 2, last == 4 else { continue }
            // Day first, as most of the world writes; month first only where the day can't be.
            if let start = date(third, second, first) ?? date(third, first, second) {
                return withClock(start, parts[(index + 3)...])
            }
        }
        return nil
    }

    /// Years from 2533 on are counted from the death of the Buddha, as in Thailand.
    private static func date(_ stated: Int, _ month: Int, _ day: Int) -> StatedTime? {
        let year = (2533...2643).contains(stated) ? stated - 543 : stated
        guard (1990...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return StatedTime(moment: Timestamp(year: year, month: month, day: day), hasTimeOfDay: false)
    }

    /// `day` with the time of day and the zone that follow it, if they do.
    private static func withClock(_ day: StatedTime, _ parts: ArraySlice<TimeWords.Part>) -> StatedTime {
        var rest = parts
        while case .word? = rest.first, rest.count > 1 { rest = rest.dropFirst() }
        guard case .number(var hour, 1...2)? = rest.first else { return packedClock(day, rest) }
        rest = rest.dropFirst()
        guard case .number(let minute, 2)? = rest.first, hour < 25, minute < 60 else { return day }
        rest = rest.dropFirst()
        var second = 0
        if case .number(let value, 2)? = rest.first, value < 61 {
            second = value
            rest = rest.dropFirst()
            if case .number(_, 1...9)? = rest.first { rest = rest.dropFirst() }
        }
        if case .word(let half)? = rest.first {
            if half == "pm" || half == "p", hour < 12 { hour += 12 }
            if half == "am" || half == "a", hour == 12 { hour = 0 }
        }
        var offset = 0
        if case .offset(let seconds)? = rest.first(where: { if case .offset = $0 { true } else { false } }) {
            offset = seconds
        }
        let inDay = (hour * 60 + minute) * 60 + second - offset
        return StatedTime(moment: day.moment + .seconds(inDay), offset: offset, hasTimeOfDay: true)
    }

    /// `T183210` after a date of eight digits.
    private static func packedClock(_ day: StatedTime, _ parts: ArraySlice<TimeWords.Part>) -> StatedTime {
        guard case .number(let clock, 6)? = parts.first, clock / 10_000 < 24, clock / 100 % 100 < 60 else { return day }
        let inDay = clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
        return StatedTime(moment: day.moment + .seconds(inDay), hasTimeOfDay: true)
    }
}

/// A text cut into numbers, month names, zones and other words.
struct TimeWords {
    enum Part: Equatable {
        case number(Int, digits: Int)
        /// 1–12.
        case month(Int)
        /// Seconds east of UTC.
        case offset(Int)
        case word(String)
    }

    private(set) var parts: [Part] = []

    /// Only the first 200 bytes are looked at.
    init(_ text: String) {
        let bytes = Self.withDigitsOfASCII(Array(text.utf8.prefix(200)))
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isASCIIDigit {
                let start = index
                while index < bytes.count, bytes[index].isASCIIDigit { index += 1 }
                guard index - start <= 17 else { continue }
                let value = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                if let offset = Self.offset(bytes, signAt: start - 1, digits: start..<index, &index), hasClock {
                    parts.append(.offset(offset))
                } else {
                    parts.append(.number(value, digits: index - start))
                }
            } else if byte.isASCIILetter || byte >= 0x80 {
                let start = index
                while index < bytes.count, bytes[index].isASCIILetter || bytes[index] >= 0x80 { index += 1 }
                append(word: String(decoding: bytes[start..<index], as: UTF8.self).lowercased())
            } else {
                index += 1
            }
        }
    }

    /// `٦`, `۶` and `६` as `6`.
    private static func withDigitsOfASCII(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0xD9 }) else { return bytes }
        var result: [UInt8] = []
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if !scalar.isASCII, scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
                result.append(0x30 + UInt8(value))
            } else {
                result.append(contentsOf: String(scalar).utf8)
            }
        }
        return result
    }

    /// Whether an hour and a minute came already, so that a sign can only be that of a zone.
    private var hasClock: Bool {
        var numbers = 0
        for part in parts {
            if case .number = part { numbers += 1 }
            if case .month = part { numbers += 1 }
        }
        return numbers >= 5
    }

    private mutating func append(word: String) {
        if let month = MonthNames.month(word) {
            parts.append(.month(month))
        } else if word == "z" || word == "utc" || word == "gmt" {
            parts.append(.offset(0))
        } else if let hours = Self.zones[word] {
            parts.append(.offset(hours * 3600))
        } else if word != "t", !Self.dateSuffixes.contains(word) {
            parts.append(.word(word))
        }
    }

    /// `2024年8月6日`, `2024년 8월 6일`, `6 tháng 8 năm 2024`, `6th`.
    private static let dateSuffixes: Set<String> = [
        "年", "月", "日", "년", "월", "일", "tháng", "năm", "st", "nd", "rd", "th", "de", "of", "del",
    ]

    /// `+02:00`, `-0600`, `+02`.
    private static func offset(_ bytes: [UInt8], signAt sign: Int, digits: Range<Int>, _ index: inout Int) -> Int? {
        guard sign > 0, bytes[sign] == UInt8(ascii: "+") || bytes[sign] == UInt8(ascii: "-") else { return nil }
        var value = bytes[digits].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        switch digits.count {
        case 4: value = value / 100 * 60 + value % 100
        case 1, 2:
            value *= 60
            if digits.upperBound + 2 < bytes.count, bytes[digits.upperBound] == UInt8(ascii: ":"),
                bytes[digits.upperBound + 1].isASCIIDigit, bytes[digits.upperBound + 2].isASCIIDigit
            {
                value += Int(bytes[digits.upperBound + 1] - 0x30) * 10 + Int(bytes[digits.upperBound + 2] - 0x30)
                index = digits.upperBound + 3
            }
        default: return nil
        }
        guard value <= 14 * 60 else { return nil }
        return (bytes[sign] == UInt8(ascii: "-") ? -value : value) * 60
    }

    private static let zones: [String: Int] = [
        "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2,
        "bst": 1, "eet": 2, "eest": 3, "msk": 3, "ist": 5, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    ]
}
