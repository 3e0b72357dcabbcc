import Model

/// A moment in the one form of ISO 8601 that the daemon writes: `2026-03-12T07:31:00Z`, with or without fractions.
enum ISOMoment {
    /// The moment that stands at `start`, and where it ends.
    static func read(_ text: [UInt8], at start: Int) -> (moment: Timestamp, end: Int)? {
        guard start + shape.count <= text.count, start == 0 || !isDigit(text[start - 1]) else { return nil }
        var fields: [Int] = [0]
        for (offset, sign) in shape.enumerated() {
            let byte = text[start + offset]
            if sign == UInt8(ascii: "0") {
                guard isDigit(byte) else { return nil }
                fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - sign)
            } else {
                guard byte == sign else { return nil }
                fields.append(0)
            }
        }
        var end = start + shape.count
        if end < text.count, text[end] == UInt8(ascii: ".") {
            end += 1
            while end < text.count, isDigit(text[end]) { end += 1 }
        }
        guard end < text.count, text[end] == UInt8(ascii: "Z"), (1...12).contains(fields[1]),
            (1...31).contains(fields[2])
        else { return nil }
        let moment = Timestamp(
            year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4], second: fields[5])
        return (moment, end + 1)
    }

    private static let shape = Array("0000-00-00T00:00:00".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
