import Markup
import Model

/// Dates whose largest field comes first, by ISO 8601 and its profiles (W3C-DTF, RFC 3339), and Unix times.
enum ISODate {
    /// The fields, or `nil` if the text is not of this family.
    static func parse(_ text: [UInt8]) -> DateFields? {
        if let moment = unixTime(text) { return moment }
        var reader = DigitReader(text)
        guard let fields = date(&reader) else { return nil }
        return time(&reader, fields)
    }

    /// Seconds or milliseconds since 1970, from 1973 on.
    private static func unixTime(_ text: [UInt8]) -> DateFields? {
        let digits = text.prefix { $0.isASCIIDigit }.count
        let isPlain =
            digits == text.count
            || (digits < text.count && text[digits] == UInt8(ascii: ".") && digits >= 9
                && text[(digits + 1)...].allSatisfy(\.isASCIIDigit))
        guard isPlain, (9...10).contains(digits) || digits == 13 else { return nil }
        let value = text.prefix(digits).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        let seconds = digits == 13 ? value / 1000 : value
        return DateFields(secondsSince1970: seconds, millisecond: digits == 13 ? value % 1000 : 0)
    }

    private static func date(_ reader: inout DigitReader) -> DateFields? {
        var fields = DateFields()
        // Truncated forms of ISO 8601:1988 begin with a hyphen: -0312, -03-12.
        if reader.skip("-") {
            guard let year = reader.number(ofDigits: 2) else { return nil }
            _ = reader.skip("-")
            guard let month = reader.number(ofDigits: 2) else { return nil }
            fields.year = DateFields.fullYear(year, digits: 2)
            fields.month = month
            return fields
        }
        guard let (number, digits) = reader.number(upTo: 8) else { return nil }
        switch digits {
        case 8: fields.set(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        case 7: guard fields.set(year: number / 1000, dayOfYear: number % 1000) else { return nil }
        case 6:
            if (1900...2100).contains(number / 100), (1...12).contains(number % 100) {
                fields.set(year: number / 100, month: number % 100, day: 1)
            } else {
                let year = DateFields.fullYear(number / 10_000, digits: 2)
                fields.set(year: year, month: number / 100 % 100, day: number % 100)
            }
        case 5:
            let year = DateFields.fullYear(number / 1000, digits: 2)
            guard fields.set(year: year, dayOfYear: number % 1000) else { return nil }
        case 4 where (1000...2999).contains(number), 2:
            fields.year = DateFields.fullYear(number, digits: digits)
            return rest(&reader, fields, yearDigits: digits)
        case 4:
            fields.set(year: DateFields.fullYear(number / 100, digits: 2), month: number % 100, day: 1)
        default: return nil
        }
        return fields
    }

    /// What follows the year and a separator: month and day, a day of the year, or a week.
    private static func rest(_ reader: inout DigitReader, _ start: DateFields, yearDigits: Int) -> DateFields? {
        var fields = start
        let separators: [UInt8] = yearDigits == 4 ? Array("-/.".utf8) : Array("-".utf8)
        guard let separator = separators.first(where: { reader.skip($0) }) else {
            return yearDigits == 4 && reader.isAtEnd ? fields : nil
        }
        if reader.skip("W") { return week(&reader, fields) }
        guard let (month, digits) = reader.number(upTo: 3) else { return nil }
        if digits == 3 { return fields.set(year: fields.year, dayOfYear: month) ? fields : nil }
        fields.month = month
        if reader.skip(separator) {
            guard let (day, _) = reader.number(upTo: 2) else { return nil }
            fields.day = day
        } else if yearDigits == 2 && !reader.isAtEnd {
            return nil
        }
        return fields
    }

    /// A week and perhaps its day: the first week holds 4 January, Monday is day 1.
    private static func week(_ reader: inout DigitReader, _ start: DateFields) -> DateFields? {
        guard let week = reader.number(ofDigits: 2), (1...53).contains(week) else { return nil }
        var day = 1
        if reader.skip("-") || !reader.isAtEnd {
            guard let number = reader.number(ofDigits: 1), (1...7).contains(number) else { return nil }
            day = number
        }
        return DateFields(year: start.year, week: week, weekday: day)
    }

    private static func time(_ reader: inout DigitReader, _ start: DateFields) -> DateFields? {
        var fields = start
        // Between a date and a time of digits alone nothing stands: 20040708235658.
        let hadSpace = reader.skipSpaces() || reader.isAtDigit
        let hadMark = reader.skip("T") || reader.skip("t")
        _ = reader.skipSpaces()
        if reader.isAtEnd { return fields }
        if hadMark || hadSpace, let (hour, digits) = reader.number(upTo: 6) {
            if digits == 6 || digits == 4 {
                fields.hour = hour / (digits == 6 ? 10_000 : 100)
                fields.minute = digits == 6 ? hour / 100 % 100 : hour % 100
                fields.second = digits == 6 ? hour % 100 : 0
            } else {
                guard digits <= 2 else { return nil }
                fields.hour = hour
                if reader.skip(":") {
                    guard let (minute, _) = reader.number(upTo: 2) else { return nil }
                    fields.minute = minute
                    if reader.skip(":") {
                        guard let (second, _) = reader.number(upTo: 2) else { return nil }
                        fields.second = second
                    }
                }
            }
            if reader.skip(".") || reader.skip(",") { fields.millisecond = reader.fraction() }
            return zone(&reader, fields)
        }
        return zone(&reader, fields)
    }

    private static func zone(_ reader: inout DigitReader, _ start: DateFields) -> DateFields? {
        var fields = start
        _ = reader.skipSpaces()
        if reader.isAtEnd { return fields }
        guard let zone = ZoneText.parse(reader.remaining) else { return nil }
        switch zone {
        case .fixed(let minutes): fields.offset = minutes
        case .rule(let rule): fields.zone = rule
        }
        return fields
    }
}

extension DateFields {
    init(secondsSince1970 seconds: Int, millisecond: Int) {
        let civil = Timestamp(seconds: Int64(seconds)).civil
        self.init(
            year: civil.year, month: civil.month, day: civil.day, hour: civil.hour, minute: civil.minute,
            second: civil.second, millisecond: millisecond)
    }

    init?(year: Int, week: Int, weekday: Int) {
        let fourth = Timestamp.daysSinceEpoch(year: year, month: 1, day: 4)
        // 1970-01-01 was a Thursday, day 4.
        let fourthWeekday = ((fourth + 3) % 7 + 7) % 7 + 1
        let days = fourth - fourthWeekday + 1 + (week - 1) * 7 + weekday - 1
        let civil = Timestamp.civil(daysSinceEpoch: days)
        self.init(year: civil.year, month: civil.month, day: civil.day)
    }

    fileprivate mutating func set(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Whether the year has such a day.
    fileprivate mutating func set(year: Int, dayOfYear: Int) -> Bool {
        let days = Self.days(in: 2, of: year) == 29 ? 366 : 365
        guard (1...days).contains(dayOfYear) else { return false }
        let civil = Timestamp.civil(
            daysSinceEpoch: Timestamp.daysSinceEpoch(year: year, month: 1, day: 1) + dayOfYear - 1)
        set(year: civil.year, month: civil.month, day: civil.day)
        return true
    }
}

/// Reads numbers and separators from the front of a text.
struct DigitReader {
    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) { self.text = text }

    var isAtEnd: Bool { position >= text.count }
    var isAtDigit: Bool { position < text.count && text[position].isASCIIDigit }
    var remaining: [UInt8] { Array(text[position...]) }

    mutating func number(upTo limit: Int) -> (value: Int, digits: Int)? {
        var value = 0
        let start = position
        while position < text.count, position - start < limit, text[position].isASCIIDigit {
            value = value * 10 + Int(text[position] - 0x30)
            position += 1
        }
        return position > start ? (value, position - start) : nil
    }

    mutating func number(ofDigits count: Int) -> Int? {
        guard let (value, digits) = number(upTo: count), digits == count else { return nil }
        return value
    }

    /// The digits of a fraction of a second, in milliseconds.
    mutating func fraction() -> Int {
        var value = 0
        var scale = 100
        while position < text.count, text[position].isASCIIDigit {
            value += Int(text[position] - 0x30) * scale
            scale /= 10
            position += 1
        }
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool { skip(UInt8(ascii: character)) }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func skipSpaces() -> Bool {
        let start = position
        while position < text.count, text[position].isHTMLSpace { position += 1 }
        return position > start
    }
}
