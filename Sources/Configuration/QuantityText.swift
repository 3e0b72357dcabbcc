/// Durations as people write them: `30s`, `15m`, `2h`, `1d`, `2w`, `1h30m`.
enum DurationText {
    private static let units: [(name: Character, seconds: Int64)] = [
        ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    /// `nil` unless `text` is whole numbers each followed by its unit, without a sign. At most a century.
    static func duration(_ text: String) -> Duration? {
        var total: Int64 = 0
        var number: Int64?
        for character in text where character != " " {
            if let digit = character.wholeNumberValue, character.isASCII {
                number = (number ?? 0) * 10 + Int64(digit)
                guard let number, number <= 3_200_000_000 else { return nil }
            } else {
                guard let count = number, let unit = units.first(where: { $0.name == character }) else { return nil }
                let (product, overflow) = count.multipliedReportingOverflow(by: unit.seconds)
                guard !overflow, product <= 3_200_000_000 else { return nil }
                total += product
                guard total <= 3_200_000_000 else { return nil }
                number = nil
            }
        }
        guard number == nil, text.contains(where: { $0 != " " }) else { return nil }
        return .seconds(total)
    }

    /// The largest unit that divides it: `90m`, `1d`.
    static func text(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        for unit in units where seconds >= unit.seconds && seconds.isMultiple(of: unit.seconds) {
            return "\(seconds / unit.seconds)\(unit.name)"
        }
        return "\(seconds)s"
    }
}

/// Sizes as people write them: `512KiB`, `16MiB`, `1GB`, `100 B`.
enum ByteSizeText {
    private static let units: [(name: String, bytes: Int)] = [
        ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("GB", 1_000_000_000), ("MB", 1_000_000),
        ("kB", 1000), ("B", 1),
    ]

    /// `nil` unless `text` is a whole number and a unit, in any case.
    static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let name = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let number = Int(digits), let unit = units.first(where: { $0.name.lowercased() == name }) else {
            return nil
        }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit.bytes)
        return overflow ? nil : product
    }

    static func text(_ bytes: Int) -> String {
        for unit in units where bytes >= unit.bytes && bytes.isMultiple(of: unit.bytes) {
            return "\(bytes / unit.bytes)\(unit.name)"
        }
        return "\(bytes)B"
    }
}
