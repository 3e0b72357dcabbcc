/// Numbers in words.
package enum Quantities {
    /// `1 copy`, `4 copies`, `18,204 articles`.
    package static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }

    /// Digits in threes.
    package static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [Substring] = []
        while digits.utf8.count > 3 {
            groups.insert(digits.suffix(3), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (number < 0 ? "-" : "") + ([Substring(digits)] + groups).joined(separator: ",")
    }

    /// `512 B`, `4.2 MB`: decimal, as disks are sold and `ls --si` writes them.
    package static func bytes(_ number: Int64) -> String {
        var value = number.magnitude
        var unit = 0
        var tenths: UInt64 = 0
        while value >= 1000, unit < 5 {
            tenths = value % 1000 / 100
            value /= 1000
            unit += 1
        }
        let name = ["B", "kB", "MB", "GB", "TB", "PB"][unit]
        return unit > 0 && value < 10 ? "\(value).\(tenths) \(name)" : "\(value) \(name)"
    }
}
