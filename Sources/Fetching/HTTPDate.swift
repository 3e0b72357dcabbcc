package import Model

/// The three forms of a date in HTTP (RFC 9110 §5.6.7).
///
///     Sun, 06 Nov 1994 08:49:37 GMT     IMF-fixdate
///     Sunday, 06-Nov-94 08:49:37 GMT    RFC 850
///     Sun Nov  6 08:49:37 1994          asctime
///
/// The weekday is not checked and a zone other than GMT is read as GMT: servers get both wrong.
package enum HTTPDate {
    package static func parse(_ text: some StringProtocol) -> Timestamp? {
        guard text.utf8.count <= 64 else { return nil }
        let words = Array(text.utf8).split { $0 == 0x20 || $0 == 0x2C || $0 == 0x2D || $0 == 0x09 }.map(Array.init)
        guard words.count >= 5, words[0].first.map(isLetter) == true else { return nil }
        return if words[1].first.map(isLetter) == true {
            moment(day: words[2], month: words[1], year: words[4], time: words[3])
        } else {
            moment(day: words[1], month: words[2], year: words[3], time: words[4])
        }
    }

    private static func moment(day: [UInt8], month: [UInt8], year: [UInt8], time: [UInt8]) -> Timestamp? {
        let clock = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { number(Array($0)) }
        guard let day = number(day), let month = monthNumber(month), let written = number(year), clock.count == 3,
            let hour = clock[0], let minute = clock[1], let second = clock[2],
            (1...31).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        // Two digits: RFC 9110 §5.6.7 wants what looks more than 50 years ahead taken as past; a fixed pivot is the same
        // for every server alive.
        let year = year.count == 2 ? (written < 70 ? 2000 + written : 1900 + written) : written
        guard (1970...9999).contains(year) else { return nil }
        return Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func number(_ digits: [UInt8]) -> Int? {
        guard (1...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static let months = "janfebmaraprmayjunjulaugsepoctnovdec"

    private static func monthNumber(_ name: [UInt8]) -> Int? {
        guard name.count == 3 else { return nil }
        let lower = name.map { $0 | 0x20 }
        let names = Array(months.utf8)
        return (0..<12).first { Array(names[$0 * 3..<$0 * 3 + 3]) == lower }.map { $0 + 1 }
    }
}
