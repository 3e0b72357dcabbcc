package import Model

/// The moment that a date names, in whatever form and language it is written.
///
/// Read by hand over bytes. Accepted, among others:
///
///     2004-07-08T23:56:58.25+02:00   2004-07-08 23:56   20040708   2004-07   2004-189   1089331018
///     Thu, 08 Jul 2004 23:56:58 EDT  Thursday, July 8th, 2004 at 11:56 PM   8. Juli 2004
///     Thu Jul  8 23:56:58 PDT 2004   08/07/2004 23:56   7.8.04   2004年07月08日   jeu., 08 juil. 2004
///
/// A field out of range (31 February, 25 o'clock, a third number in a date) makes the whole impossible: the result is
/// `nil`, never a guess. Only a second 60 counts as 59. A time without zone is UTC.
package enum DateParser {
    /// Longer texts are no dates.
    private static let lengthLimit = 120

    package static func parse(_ text: String) -> Timestamp? { parse(Array(text.utf8)) }

    package static func parse(_ text: [UInt8]) -> Timestamp? {
        guard text.count <= 4 * lengthLimit else { return nil }
        let trimmed = text.withPlainSigns().trimmingDateSpace()
        guard !trimmed.isEmpty, trimmed.count <= lengthLimit else { return nil }
        if let result = ISODate.parse(trimmed) { return result.timestamp }
        return WrittenDate.parse(trimmed)?.timestamp
    }
}

/// Fields of a date and time, checked before they become a moment.
struct DateFields {
    var year = 0
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0
    /// East of UTC, in minutes.
    var offset = 0
    /// The zone's name, if its offset depends on the date.
    var zone: ZoneRule?

    /// `nil` if a field is out of range.
    var timestamp: Timestamp? {
        guard (1000...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year),
            (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second), abs(offset) <= 24 * 60,
            hour < 24 || (minute == 0 && second == 0)
        else { return nil }
        let local = Timestamp(
            year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59),
            millisecond: millisecond)
        let east = zone?.offset(year: year, month: month, day: day, hour: hour) ?? offset
        return Timestamp(milliseconds: local.milliseconds - Int64(east) * 60_000)
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Two digits mean a year from 1970 to 2069.
    static func fullYear(_ year: Int, digits: Int) -> Int {
        guard digits <= 2 else { return year }
        return year < 70 ? 2000 + year : 1900 + year
    }
}

extension [UInt8] {
    /// No-break spaces as spaces, dashes and minus signs as hyphens: what word processors and browsers put for them.
    fileprivate func withPlainSigns() -> [UInt8] {
        guard contains(where: { $0 == 0xC2 || $0 == 0xE2 }) else { return self }
        let signs: [(written: [UInt8], plain: UInt8)] = [
            ([0xC2, 0xA0], 0x20), ([0xE2, 0x80, 0xAF], 0x20), ([0xE2, 0x80, 0x89], 0x20), ([0xE2, 0x88, 0x92], 0x2D),
            ([0xE2, 0x80, 0x93], 0x2D), ([0xE2, 0x80, 0x94], 0x2D),
        ]
        var result: [UInt8] = []
        var index = 0
        while index < count {
            if let sign = signs.first(where: { self[index...].starts(with: $0.written) }) {
                result.append(sign.plain)
                index += sign.written.count
            } else {
                result.append(self[index])
                index += 1
            }
        }
        return result
    }

    /// Without white space and quotes at the ends.
    fileprivate func trimmingDateSpace() -> [UInt8] {
        var slice = self[...]
        func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x22 || byte == 0x27 }
        while let first = slice.first, isEdge(first) { slice.removeFirst() }
        while let last = slice.last, isEdge(last) { slice.removeLast() }
        return Array(slice)
    }
}
