import Markup
import Model

/// The opening of a wire story: a place, perhaps a day, the agency in brackets, a dash.
///
/// Read: `Washington (CNN) — `, `HELSINKI (AP) -- `, `BRUSSELS, July 13 (Reuters) - `, `(HELSINKI) — `, `HELSINKI — `,
/// `Berlin (dpa/lno) - `, `(ANSA) - ROMA, 06 AGO - `, `Madrid, 6 ago (EFE).- `, `MOSCOW, August 6. /TASS/. `,
/// `London (AFP) – `, `Aug. 6 (UPI) -- `, `(CNN) — `. The dateline stays in the text: copies differ in it.
struct Dateline: Equatable {
    var place: String?
    var agency: Agency?

    /// How far into the paragraph the dash may stand, in bytes.
    private static let longest = 90

    init?(_ paragraph: String) {
        let head = Array(paragraph.utf8.prefix(Self.longest))
        if let (inside, before, after) = Self.brackets(head) {
            let agency = AgencyNames.exactly(inside)
            let place = Self.place(before)
            guard Self.startsWithDash(after) || agency != nil && after.first == UInt8(ascii: ".") else { return nil }
            if let agency {
                self.agency = agency
                self.place = place ?? Self.placeBeforeDash(after)
                return
            }
            // `(HELSINKI) — `: the agency's name was cut off and the place put in brackets.
            guard before.isEmpty, let inner = Self.place(Array(inside.utf8)), Self.isCapital(inner) else { return nil }
            self.place = inner
            return
        }
        guard let place = Self.placeBeforeDash([UInt8(ascii: "-"), 0x20] + head), Self.isCapital(place) else {
            return nil
        }
        self.place = place
    }

    /// What stands in the first brackets or slashes, before them and after them.
    private static func brackets(_ head: [UInt8]) -> (inside: String, before: [UInt8], after: ArraySlice<UInt8>)? {
        for (open, close) in [(UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "/"), UInt8(ascii: "/"))] {
            guard let start = head.firstIndex(of: open), let end = head[(start + 1)...].firstIndex(of: close),
                end - start < 40
            else { continue }
            let inside = String(decoding: head[(start + 1)..<end], as: UTF8.self)
            return (inside, Array(head[..<start]), head[(end + 1)...].drop(while: \.isHTMLSpace))
        }
        return nil
    }

    private static func startsWithDash(_ text: ArraySlice<UInt8>) -> Bool { dashLength(text) > 0 }

    /// `-`, `--`, `–`, `—`, `.-`.
    private static func dashLength(_ text: ArraySlice<UInt8>) -> Int {
        guard let first = text.first else { return 0 }
        if first == UInt8(ascii: "-") { return text.dropFirst().first == UInt8(ascii: "-") ? 2 : 1 }
        if text.starts(with: [0xE2, 0x80, 0x93]) || text.starts(with: [0xE2, 0x80, 0x94]) { return 3 }
        return text.starts(with: [UInt8(ascii: "."), UInt8(ascii: "-")]) ? 2 : 0
    }

    /// `- ROMA, 06 AGO - `: a place between two dashes.
    private static func placeBeforeDash(_ text: [UInt8]) -> String? { placeBeforeDash(text[...]) }

    private static func placeBeforeDash(_ text: ArraySlice<UInt8>) -> String? {
        let rest = text.dropFirst(dashLength(text)).drop(while: \.isHTMLSpace)
        var index = rest.startIndex
        while index < rest.endIndex {
            if rest[index] == 0x20, dashLength(rest[(index + 1)...]) > 0 {
                return place(Array(rest[..<index]))
            }
            if rest[index] == UInt8(ascii: ".") { return nil }
            index += 1
        }
        return nil
    }

    /// The place in `BRUSSELS, July 13`: up to six words, each with a capital, no day.
    private static func place(_ text: [UInt8]) -> String? {
        let whole = String(decoding: text, as: UTF8.self)
        var parts = whole.components(separatedBy: ",").map { Array($0.utf8).foldingHTMLSpace() }
        parts = parts.filter { part in
            !part.isEmpty && !part.utf8.contains(where: \.isASCIIDigit) && MonthNames.month(part.lowercased()) == nil
        }
        let place = parts.joined(separator: ", ")
        let words = place.split(separator: " ")
        guard !words.isEmpty, words.count <= 6, place.utf8.count <= 60, let first = place.unicodeScalars.first,
            first.properties.isUppercase || first.value >= 0x590
        else { return nil }
        return place
    }

    private static func isCapital(_ text: String) -> Bool {
        text == text.uppercased() && text != text.lowercased() && text.utf8.count >= 4
    }
}
