import Markup

/// An article that a page holds as data for its scripts, where its markup has none: the `articleBody` of JSON-LD, or
/// prose in `script type="application/json"`, as `__NEXT_DATA__` is.
///
/// Which member holds the body is up to each site. What holds everywhere: beside or above it stands the article's title,
/// and it is more prose than anything else there.
struct EmbeddedArticle {
    /// One paragraph an element, not sanitised.
    let html: String
    /// Letters in the text.
    let letters: Int

    /// Shorter texts are teasers, in letters.
    private static let shortest = 400
    /// Larger data, in bytes, and further scripts are left alone.
    private static let largestData = 8_000_000
    private static let mostScripts = 16

    /// - Parameter titles: what the page calls its article.
    init?(in tree: HTMLTree, structuredBody: String?, titles: [String]) {
        var search = TextSearch(titles: titles)
        for range in tree.scriptData.prefix(Self.mostScripts) where range.count <= Self.largestData {
            var reader = JSONReader(Array(tree.source[range]))
            if let value = reader.read() { search.look(in: value, for: Self.shortest) }
        }
        let candidates = [structuredBody.map { EmbeddedText([$0]) }, search.best].compactMap(\.self)
        guard let best = candidates.max(by: { $0.letters < $1.letters }), best.letters >= Self.shortest else {
            return nil
        }
        html = best.html
        letters = best.letters
    }
}

/// Strings that make one text.
private struct EmbeddedText {
    private(set) var html = ""
    private(set) var letters = 0

    init(_ strings: [String]) {
        for string in strings {
            let isMarkup = string.utf8Contains("</") || string.utf8Contains("<br")
            for line in isMarkup ? [string] : lines(of: string) { html += "<p>\(line)</p>\n" }
            var measure = TextMeasure()
            for byte in (isMarkup ? HTMLText.text(of: string) : string).utf8 { measure.count(byte) }
            letters += measure.letters
        }
    }

    /// As HTML. An ampersand may already begin a reference, and stays.
    private func lines(of text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
            String(Substring(line)).components(separatedBy: "<").joined(separator: "&lt;")
        }
    }
}

/// Looks for the innermost object that holds the title and a text.
private struct TextSearch {
    /// In words.
    let titles: [[String]]
    private(set) var best: EmbeddedText?
    /// An object that holds the title may stand in another that does: each is gone through from its start.
    private var triesLeft = 8

    init(titles: [String]) { self.titles = titles.map(TextSimilarity.words) }

    /// Whether a text was found in `value`.
    @discardableResult
    mutating func look(in value: JSONValue, for shortest: Int) -> Bool {
        switch value {
        case .array(let elements): return elements.reduce(false) { look(in: $1, for: shortest) || $0 }
        case .object(let members):
            let found = members.reduce(false) { look(in: $1.value, for: shortest) || $0 }
            guard !found, triesLeft > 0, members.contains(where: { isTitle($0.value) }) else { return found }
            triesLeft -= 1
            var texts = MemberTexts()
            texts.gather(value)
            let text = EmbeddedText(texts.longest)
            if text.letters > best?.letters ?? 0 { best = text }
            return text.letters >= shortest
        default: return false
        }
    }

    /// Whether a string is a title of the page, or what stands before the name of its site.
    private func isTitle(_ value: JSONValue) -> Bool {
        guard case .string(let text) = value, (15..<400).contains(text.utf8.count) else { return false }
        let words = TextSimilarity.words(text)
        return titles.contains { $0.starts(with: words) }
    }
}

/// The strings of an object by the names of the members on the way to them, whatever the places in lists.
private struct MemberTexts {
    private struct Member {
        var strings: [String] = []
        /// The list that the last string stands in.
        var list = 0
        var prose = 0
    }

    private var members: [UInt64: Member] = [:]
    private var lists = 0

    /// Strings of fewer words are names, addresses and labels for the most part.
    private static let shortestProse = 8

    /// Those of the member that holds most prose, in order.
    var longest: [String] {
        members.values.filter { $0.prose > 0 }.max { $0.prose < $1.prose }?.strings ?? []
    }

    mutating func gather(_ value: JSONValue) { gather(value, path: 0, list: 0, isNested: false) }

    private mutating func gather(_ value: JSONValue, path: UInt64, list: Int, isNested: Bool) {
        switch value {
        case .string(let text): append(text, path: path, list: isNested ? list : 0)
        case .array(let elements):
            lists += 1
            let inner = lists
            for element in elements { gather(element, path: path, list: inner, isNested: list > 0) }
        case .object(let inner):
            for (key, value) in inner {
                let name = key.utf8.reduce(path ^ 0xFF) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
                gather(value, path: name, list: list, isNested: isNested)
            }
        default: break
        }
    }

    /// - Parameter list: of lists in lists the inner one, whose strings are pieces of one line where white space says so.
    private mutating func append(_ text: String, path: UInt64, list: Int) {
        guard !text.isEmpty, !text.hasPrefix("http") else { return }
        var measure = TextMeasure()
        for byte in text.utf8 { measure.count(byte) }
        var member = members[path] ?? Member()
        let isPiece = list > 0 && list == member.list && (text.hasPrefix(" ") || member.strings.last?.last == " ")
        if isPiece { member.strings[member.strings.count - 1] += text } else { member.strings.append(text) }
        member.list = list
        let words = text.utf8.count { $0 == 0x20 } + measure.ideographs / 2
        if words >= Self.shortestProse { member.prose += measure.letters }
        members[path] = member
    }
}
