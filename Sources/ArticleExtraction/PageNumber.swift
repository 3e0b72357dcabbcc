import Markup

/// The number by which the pages of one article differ in their addresses.
///
/// Read: `/story` → `/story/2`, `/story/` → `/story/page/2/`, `/story.html` → `/story-2.html`,
/// `/story?a=b` → `/story?a=b&page=2`, `/story?page=2` → `/story?page=3`, `/story_p2.html` → `/story_p3.html`; pages
/// may be counted from 0.
package enum PageNumber {
    /// Whether `next` is the address of the given page (the second is 2) of the article of which `current` is the page
    /// before.
    package static func follows(_ next: String, _ current: String, page: Int) -> Bool {
        let (old, new) = (Array(current.utf8), Array(next.utf8))
        var start = zip(old, new).prefix { $0 == $1 }.count
        // A number that both begin alike is compared whole.
        if [old, new].contains(where: { $0.indices.contains(start) && $0[start].isASCIIDigit }) {
            while start > 0, new[start - 1].isASCIIDigit { start -= 1 }
        }
        var oldEnd = old.count
        var newEnd = new.count
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1], !new[newEnd - 1].isASCIIDigit {
            oldEnd -= 1
            newEnd -= 1
        }
        guard let after = number(new[start..<newEnd]), after == page || after == page - 1 else { return false }
        guard oldEnd > start else { return true }
        guard let before = number(old[start..<oldEnd]) else { return old[start..<oldEnd].allSatisfy { $0 == slash } }
        return before == after - 1
    }

    private static let slash = UInt8(ascii: "/")

    /// The number in `2`, `/2/`, `?page=2`, `-seite-2`, or `nil` for what says more than a page's number.
    private static func number(_ part: ArraySlice<UInt8>) -> Int? {
        let words = part.split { !$0.isASCIILetterOrDigit }
        guard (1...2).contains(words.count), let digits = words.last else { return nil }
        let word = digits.prefix { $0.isASCIILetter }
        let value = digits.dropFirst(word.count)
        guard (1...3).contains(value.count), value.allSatisfy(\.isASCIIDigit) else { return nil }
        if words.count == 2 {
            guard word.isEmpty, names.contains(String(decoding: words[0], as: UTF8.self).lowercased()) else {
                return nil
            }
        } else if !word.isEmpty, !names.contains(String(decoding: word, as: UTF8.self).lowercased()) {
            return nil
        }
        return value.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// What sites call a page in an address.
    private static let names: Set<String> = [
        "p", "pg", "page", "pagenum", "pageno", "paged", "seite", "pagina", "pag", "sida", "side", "strona", "sivu",
        "strana", "part", "teil", "s", "start", "index",
    ]
}
