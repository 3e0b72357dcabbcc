import Markup

/// Dates as people and their programs write them: words and numbers in any order that has one meaning.
///
/// The text is cut into words, numbers and times. A word is a month, a weekday, a half of the day, a zone, or one of
/// few that mean nothing ("at", "de"); any other makes it no date.
struct WrittenDate {
    private let text: [UInt8]
    private var position = 0
    private var fields = DateFields()
    private var month: Int?
    private var monthMayBeWeekday = false
    /// Numbers outside of times, in order, with their digits and the separator before each.
    private var numbers: [(value: Int, digits: Int, separator: UInt8)] = []
    /// How many of `numbers` came before the month's name.
    private var numbersBeforeMonth = 0
    private var hasTime = false
    private var isAfternoon: Bool?
    private var hasZone = false
    private var separator: UInt8 = 0x20

    static func parse(_ text: [UInt8]) -> DateFields? {
        var date = WrittenDate(text)
        return date.read() ? date.fields : nil
    }

    private init(_ text: [UInt8]) { self.text = text }

    private mutating func read() -> Bool {
        while position < text.count {
            let byte = text[position]
            switch byte {
            case 0x30...0x39: guard readNumber() else { return false }
            case 0x2B: guard readZone() else { return false }
            case 0x2D:
                if startsOffset() {
                    guard readZone() else { return false }
                } else {
                    note(byte)
                }
            case 0x28:
                if hasTime { return readZone() && settle() }
                // A weekday in brackets, as in Japan.
                position = (text[position...].firstIndex(of: UInt8(ascii: ")")) ?? text.count - 1) + 1
            case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF:
                switch readWord() {
                case .goOn: break
                case .zone: return settle()
                case .impossible: return false
                }
            default: note(byte)
            }
        }
        return settle()
    }

    private mutating func note(_ byte: UInt8) {
        if byte != 0x20 { separator = byte }
        position += 1
    }

    // MARK: - Numbers and times

    private mutating func readNumber() -> Bool {
        let start = position
        var value = 0
        while position < text.count, text[position].isASCIIDigit, position - start < 9 {
            value = value * 10 + Int(text[position] - 0x30)
            position += 1
        }
        let digits = position - start
        guard position == text.count || !text[position].isASCIIDigit else { return false }
        if position < text.count, text[position] == UInt8(ascii: ":"), digits <= 2 { return readTime(hour: value) }
        // 2004年05月28日, 5월, 14時07分: the unit follows the number.
        if position + 2 < text.count, text[position] >= 0xE3 {
            let unit = Array(text[position..<(position + 3)])
            if let kind = DateWords.unit(unit) { return set(kind, value, digits) }
        }
        if isHalfOfDayNext(), digits <= 2, numbers.count >= 1 || month != nil, !hasTime {
            fields.hour = value
            hasTime = true
            return true
        }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "h"), digits <= 2, !hasTime {
            return readHourMark(hour: value)
        }
        skipOrdinal()
        numbers.append((value, digits, separator))
        separator = 0x20
        return numbers.count <= 3
    }

    private mutating func set(_ unit: DateWords.Unit, _ value: Int, _ digits: Int) -> Bool {
        position += 3
        switch unit {
        case .year: fields.year = DateFields.fullYear(value, digits: digits)
        case .month: month = value
        case .day: fields.day = value
        case .hour:
            fields.hour = value
            hasTime = true
        case .minute: fields.minute = value
        case .second: fields.second = value
        }
        countedUnits.insert(unit)
        return true
    }

    private var countedUnits: Set<DateWords.Unit> = []

    private mutating func readTime(hour: Int) -> Bool {
        guard !hasTime else { return false }
        hasTime = true
        fields.hour = hour
        position += 1
        guard let minute = twoDigits() else { return false }
        fields.minute = minute
        if position < text.count, text[position] == UInt8(ascii: ":") {
            position += 1
            guard let second = twoDigits() else { return false }
            fields.second = second
            if position < text.count, text[position] == UInt8(ascii: ".") || text[position] == UInt8(ascii: ",") {
                var reader = DigitReader(Array(text[(position + 1)...].prefix { $0.isASCIIDigit }))
                let digits = text[(position + 1)...].prefix { $0.isASCIIDigit }.count
                fields.millisecond = reader.fraction()
                position += 1 + digits
            }
            // A fourth field makes it no time of day.
            if position < text.count, text[position] == UInt8(ascii: ":") { return false }
        }
        return true
    }

    /// `15h30`, `15h`, `15 h 30`.
    private mutating func readHourMark(hour: Int) -> Bool {
        hasTime = true
        fields.hour = hour
        position += 1
        if let minute = twoDigits() { fields.minute = minute }
        return true
    }

    private mutating func twoDigits() -> Int? {
        let digits = text[position...].prefix(2).prefix { $0.isASCIIDigit }
        guard !digits.isEmpty else { return nil }
        position += digits.count
        if position < text.count, text[position].isASCIIDigit { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private func isHalfOfDayNext() -> Bool {
        var index = position
        while index < text.count, text[index] == 0x20 { index += 1 }
        guard index + 1 < text.count else { return false }
        let letter = text[index] | 0x20
        let isHalf = (letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p"))
        let rest = text[(index + 1)...].prefix(3).map { $0 | 0x20 }
        return isHalf && (rest.starts(with: "m".utf8) || rest.starts(with: [0x2E, UInt8(ascii: "m")]))
            && !(rest.count > 1 && rest[0] == UInt8(ascii: "m") && rest[1].isASCIILetter)
    }

    /// `1st`, `2nd`, `3rd`, `4th`, `1er`, `2º`.
    private mutating func skipOrdinal() {
        guard position + 1 < text.count else { return }
        let suffix = text[position...].prefix(3).map { $0 | 0x20 }
        let isTwoLetters = ["st", "nd", "rd", "th", "er", "re"].contains { suffix.starts(with: $0.utf8) }
        if isTwoLetters, suffix.count < 3 || !suffix[2].isASCIILetter { position += 2 }
        if text[position...].starts(with: [0xC2, 0xBA]) { position += 2 }
    }

    // MARK: - Words and zones

    private enum WordResult { case goOn, zone, impossible }

    private mutating func readWord() -> WordResult {
        let start = position
        while position < text.count,
            text[position].isASCIILetter || text[position] >= 0x80
                || text[position] == UInt8(ascii: "'")
        { position += 1 }
        let written = text[start..<position]
        let word = String(decoding: written, as: UTF8.self).lowercased()
        if word == "t", month != nil || !countedUnits.isEmpty || numbers.count >= 2 { return .goOn }
        if let half = DateWords.halfOfDay(word, next: text[position...]) {
            if text[position...].starts(with: ".m".utf8) || text[position...].starts(with: ".M".utf8) { position += 2 }
            guard isAfternoon == nil else { return .impossible }
            isAfternoon = half
            return .goOn
        }
        let mayBeZone = hasTime || (numbers.count >= 2 && !DateWords.isIgnored(word))
        if mayBeZone, ZoneText.parse(Array(written)) != nil || text[position...].first == 0x2F {
            position = start
            return readTrailingZone(start)
        }
        let named = DateWords.month(word)
        // The French and Italian Tuesday is March cut short: a month after it tells them apart.
        if let named, month == nil || monthMayBeWeekday {
            month = named
            monthMayBeWeekday = numbers.isEmpty && DateWords.isIgnored(word)
            numbersBeforeMonth = numbers.count
            separator = 0x20
            return .goOn
        }
        return DateWords.isIgnored(word) ? .goOn : .impossible
    }

    /// A named zone runs to the end, or up to the year (`Sun Jan 4 16:29:06 PST 2004`).
    private mutating func readTrailingZone(_ start: Int) -> WordResult {
        let end = text[start...].firstIndex(of: 0x20) ?? text.count
        let afterwards = text[end...].drop { $0 == 0x20 }.prefix { $0.isASCIIDigit }
        if afterwards.count == 4, numbers.count < (month == nil ? 3 : 2) {
            guard setZone(Array(text[start..<end])) else { return .impossible }
            position = end
            return .goOn
        }
        guard setZone(Array(text[start...])) else { return .impossible }
        position = text.count
        return .zone
    }

    private func startsOffset() -> Bool {
        guard hasTime, position + 2 < text.count, text[position + 1].isASCIIDigit else { return false }
        // After a time a hyphen with its digits at once is an offset, unless the date is still to come.
        return numbers.count + (month == nil ? 0 : 1) + countedUnits.count >= 3
    }

    private mutating func readZone() -> Bool {
        let end = text[position...].firstIndex(of: 0x20) ?? text.count
        let rest = Array(text[position...])
        // An offset may stand before the year.
        let afterwards = text[end...].drop { $0 == 0x20 }.prefix { $0.isASCIIDigit }
        if afterwards.count == 4, numbers.count < (month == nil ? 3 : 2) {
            guard setZone(Array(text[position..<end])) else { return false }
            position = end
            return true
        }
        position = text.count
        return setZone(rest)
    }

    private mutating func setZone(_ zone: [UInt8]) -> Bool {
        guard !hasZone, let zone = ZoneText.parse(zone) else { return false }
        hasZone = true
        switch zone {
        case .fixed(let minutes): fields.offset = minutes
        case .rule(let rule): fields.zone = rule
        }
        return true
    }

    // MARK: - What the numbers mean

    private mutating func settle() -> Bool {
        guard settleHalfOfDay(), settleDate() else { return false }
        return true
    }

    private mutating func settleHalfOfDay() -> Bool {
        guard let isAfternoon else { return true }
        guard hasTime else { return false }
        // 00:30 am and 15:30 pm are written too, and mean what they say.
        if fields.hour > 12 || fields.hour == 0 { return true }
        fields.hour = fields.hour % 12 + (isAfternoon ? 12 : 0)
        return true
    }

    private mutating func settleDate() -> Bool {
        if countedUnits.contains(.year) || (countedUnits.contains(.month) && countedUnits.contains(.day)) {
            guard let month, fields.year > 0 || numbers.count == 1 else { return false }
            fields.month = month
            if fields.year == 0 { fields.year = DateFields.fullYear(numbers[0].value, digits: numbers[0].digits) }
            return true
        }
        if let month {
            fields.month = month
            return settleAroundMonth()
        }
        return settleNumbers()
    }

    /// With the month named: a day and a year, or a year alone.
    private mutating func settleAroundMonth() -> Bool {
        switch numbers.count {
        case 1:
            guard numbers[0].digits == 4 else { return false }
            fields.year = numbers[0].value
        case 2:
            let first = numbers[0]
            let second = numbers[1]
            let yearFirst = first.digits >= 3 || (first.value > 31 && second.value <= 31)
            fields.year =
                yearFirst
                ? DateFields.fullYear(first.value, digits: first.digits)
                : DateFields.fullYear(second.value, digits: second.digits)
            fields.day = yearFirst ? second.value : first.value
        default: return false
        }
        return true
    }

    /// Three numbers, or a month and a year.
    ///
    /// The year is the one with four digits, or the last. Of the others, a number above 12 is the day. Where both may be
    /// either, a slash means the American order, and a point or a hyphen the day first.
    private mutating func settleNumbers() -> Bool {
        if numbers.count == 2, numbers[1].digits == 4, numbers[0].digits <= 2 {
            fields.month = numbers[0].value
            fields.year = numbers[1].value
            return true
        }
        guard numbers.count == 3, numbers[1].separator == numbers[2].separator || numbers[0].digits == 4 else {
            return false
        }
        let (first, second, third) = (numbers[0], numbers[1], numbers[2])
        if first.digits == 4 {
            fields.year = first.value
            (fields.month, fields.day) = (second.value, third.value)
            return true
        }
        fields.year = DateFields.fullYear(third.value, digits: third.digits)
        let isMonthFirst = second.value > 12 || (first.value <= 12 && second.separator == UInt8(ascii: "/"))
        (fields.month, fields.day) = isMonthFirst ? (first.value, second.value) : (second.value, first.value)
        return true
    }
}
