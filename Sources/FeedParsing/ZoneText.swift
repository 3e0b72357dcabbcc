import Markup
import Model

/// A time zone as dates write it.
enum ZoneText {
    enum Zone {
        /// East of UTC, in minutes.
        case fixed(Int)
        case rule(ZoneRule)
    }

    /// `Z`, `+0200`, `+02:00`, `-5`, `GMT+2`, `EST`, `(UTC)`, `Europe/Brussels`, and several of them where they do not
    /// contradict (`-05:00Z`); `nil` for anything else.
    static func parse(_ text: [UInt8]) -> Zone? {
        var index = 0
        var result: Zone?
        while index < text.count {
            let byte = text[index]
            if byte.isHTMLSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") {
                index += 1
            } else if byte == UInt8(ascii: "(") {
                // A comment (RFC 5322 §3.2.2): the zone in words.
                let end = text[index...].firstIndex(of: UInt8(ascii: ")")) ?? text.count
                result = result ?? named(text[(index + 1)..<end]) ?? .fixed(0)
                index = end + 1
            } else if byte == UInt8(ascii: "[") {
                // The zone's name beside its offset (RFC 9557).
                let end = text[index...].firstIndex(of: UInt8(ascii: "]")) ?? text.count
                guard let zone = result ?? named(text[(index + 1)..<end]) else { return nil }
                result = zone
                index = end + 1
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
                guard let (minutes, end) = offset(text, index) else { return nil }
                result = .fixed(minutes)
                index = end
            } else if byte.isASCIILetter {
                let end = text[index...].firstIndex { !$0.isASCIILetter && $0 != 0x2F && $0 != 0x5F } ?? text.count
                if result != nil, isFiller(text[index..<end]) {
                    index = end
                    continue
                }
                guard let zone = named(text[index..<end]) else { return nil }
                // The Z after an offset adds nothing; the offset after GMT counts.
                if result == nil { result = zone }
                index = end
            } else {
                return nil
            }
        }
        return result
    }

    /// `+hh`, `+hmm`, `+hhmm`, `+hh:mm`, `+hh:mm:ss` at `start`, in minutes, and where it ends.
    private static func offset(_ text: [UInt8], _ start: Int) -> (Int, Int)? {
        var index = start + 1
        var digits: [Int] = []
        while index < text.count, text[index].isASCIIDigit, digits.count < 6 {
            digits.append(Int(text[index] - 0x30))
            index += 1
        }
        var hours = 0
        var minutes = 0
        switch digits.count {
        case 1: hours = digits[0]
        case 2: hours = digits[0] * 10 + digits[1]
        case 3: (hours, minutes) = (digits[0], digits[1] * 10 + digits[2])
        case 4, 6: (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        default: return nil
        }
        if digits.count <= 2, index < text.count, text[index] == UInt8(ascii: ":") {
            let minuteDigits = text[(index + 1)...].prefix(2).prefix(while: \.isASCIIDigit)
            guard minuteDigits.count == 2 else { return nil }
            minutes = minuteDigits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            index += 3
            if index + 2 < text.count, text[index] == UInt8(ascii: ":"), text[index + 1].isASCIIDigit { index += 3 }
        }
        guard hours <= 15, minutes < 60 else { return nil }
        let total = hours * 60 + minutes
        return (text[start] == UInt8(ascii: "-") ? -total : total, index)
    }

    /// The rest of a zone in words: Eastern Standard Time.
    private static func isFiller(_ word: ArraySlice<UInt8>) -> Bool {
        ["standard", "daylight", "summer", "time"].contains { word.map(\.asciiLowercased).elementsEqual($0.utf8) }
    }

    private static func named(_ name: ArraySlice<UInt8>) -> Zone? {
        let name = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
        if let minutes = fixed[name] { return .fixed(minutes) }
        return ZoneRule(named: name).map { .rule($0) }
    }

    /// RFC 822 §5.1, and the abbreviations in use elsewhere. Of a single letter only Z is meant as RFC 822 says
    /// (RFC 1123 §5.2.14).
    private static let fixed: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "ist": 330, "cet": 60, "cest": 120,
        "met": 60, "mez": 60, "mest": 120, "mesz": 120, "eet": 120, "eest": 180, "sast": 120, "cat": 120, "eat": 180,
        "wat": 60, "msk": 180, "msd": 240, "trt": 180, "gst": 240, "pkt": 300, "npt": 345, "ict": 420, "wib": 420,
        "hkt": 480, "sgt": 480, "awst": 480, "pht": 480, "jst": 540, "kst": 540, "acst": 570, "acdt": 630,
        "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "nst": -210, "ndt": -150, "ast": -240, "adt": -180,
        "brt": -180, "art": -180, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
        "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480,
        "hst": -600, "hdt": -540, "universal": 0, "coordinated": 0,
    ]
}

/// A zone whose offset changes in summer, under its name in the time zone database.
///
/// Small on purpose: the cities that feeds name, with today's rules.
struct ZoneRule: Hashable {
    enum Summer { case none, europe, america }

    /// In winter, in minutes east of UTC.
    let standard: Int
    let summer: Summer

    init?(named name: String) {
        guard let (standard, summer) = Self.zones[name] else { return nil }
        self.standard = standard
        self.summer = summer
    }

    /// At a local time. Near the change itself the hour may be wrong by one.
    func offset(year: Int, month: Int, day: Int, hour: Int) -> Int {
        let isSummer: Bool
        switch summer {
        case .none: isSummer = false
        case .europe: isSummer = Self.isBetween(month, day, (3, lastSunday(year, 3)), (10, lastSunday(year, 10)))
        case .america: isSummer = Self.isBetween(month, day, (3, sunday(year, 3, 2)), (11, sunday(year, 11, 1)))
        }
        return standard + (isSummer ? 60 : 0)
    }

    private static func isBetween(_ month: Int, _ day: Int, _ start: (Int, Int), _ end: (Int, Int)) -> Bool {
        (month, day) >= start && (month, day) < end
    }

    /// The day of the month of its n-th Sunday.
    private func sunday(_ year: Int, _ month: Int, _ count: Int) -> Int {
        let first = Timestamp.daysSinceEpoch(year: year, month: month, day: 1)
        // Day 0, 1970-01-01, was a Thursday; days 3, 10, … were Sundays.
        let untilSunday = ((3 - first) % 7 + 7) % 7
        return 1 + untilSunday + (count - 1) * 7
    }

    private func lastSunday(_ year: Int, _ month: Int) -> Int {
        let fifth = sunday(year, month, 5)
        return fifth <= 31 ? fifth : fifth - 7
    }

    private static let zones: [String: (Int, Summer)] = {
        var zones: [String: (Int, Summer)] = [:]
        func add(_ hours: Double, _ summer: Summer, _ names: String) {
            for name in names.split(separator: " ") { zones[String(name)] = (Int(hours * 60), summer) }
        }
        add(0, .europe, "europe/london europe/lisbon europe/dublin")
        add(
            1, .europe,
            """
            europe/paris europe/berlin europe/brussels europe/madrid europe/rome europe/amsterdam europe/vienna \
            europe/zurich europe/stockholm europe/oslo europe/copenhagen europe/prague europe/warsaw europe/budapest \
            europe/belgrade europe/zagreb europe/ljubljana europe/bratislava europe/luxembourg
            """)
        add(
            2, .europe,
            "europe/helsinki europe/athens europe/kiev europe/kyiv europe/bucharest europe/sofia europe/riga")
        add(3, .none, "europe/moscow europe/istanbul europe/minsk asia/riyadh africa/nairobi")
        add(-3.5, .america, "america/st_johns")
        add(-4, .america, "america/halifax at atlantic")
        add(-5, .america, "america/new_york america/toronto america/detroit us/eastern et eastern")
        add(-6, .america, "america/chicago america/winnipeg us/central ct central")
        add(-6, .none, "america/mexico_city america/costa_rica")
        add(-7, .america, "america/denver america/edmonton us/mountain mt mountain")
        add(-7, .none, "america/phoenix")
        add(-8, .america, "america/los_angeles america/vancouver us/pacific pt pacific")
        add(-9, .america, "america/anchorage")
        add(-10, .none, "pacific/honolulu")
        add(-3, .none, "america/sao_paulo america/argentina/buenos_aires america/buenos_aires america/montevideo")
        add(-5, .none, "america/bogota america/lima")
        add(4, .none, "asia/dubai")
        add(5.5, .none, "asia/kolkata asia/calcutta")
        add(7, .none, "asia/bangkok asia/jakarta asia/ho_chi_minh")
        add(8, .none, "asia/shanghai asia/hong_kong asia/singapore asia/taipei asia/manila australia/perth")
        add(9, .none, "asia/tokyo asia/seoul")
        add(10, .none, "australia/brisbane")
        add(0, .none, "etc/utc etc/gmt utc/gmt africa/abidjan atlantic/reykjavik")
        add(2, .none, "africa/johannesburg africa/cairo")
        add(1, .none, "africa/lagos")
        return zones
    }()
}
