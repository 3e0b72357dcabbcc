import Markup
import Model

/// Reads the wire's own lines among the kept blocks of a page, and takes them out of the body.
struct WireReading {
    private(set) var marks = WireMarks()
    private(set) var authors: [String] = []
    private(set) var agency: Sourced<Agency>?
    private(set) var dateline: String?
    /// The line above the byline, where it reads like a headline.
    private(set) var headline: String?
    /// The name with which the text is signed at its end: `IN-Redaktion`, `Wochenblatt / Última Hora`.
    private(set) var signature: String?

    /// How many kept lines from the start a byline may stand in, and from the end a tail.
    private static let top = 6
    private static let tail = 14
    /// After an agency's copyright line only the station speaks, unless this share of the text comes after it.
    private static let mostAfterCopyright = 0.3

    /// - Parameter verdicts: changed where a line is the wire's or comes after its copyright line.
    init(_ page: PageBlocks, _ verdicts: inout [Verdict]) {
        let kept = verdicts.indices.filter { verdicts[$0].isKept }
        var copyrightAt: Int?
        for (place, index) in kept.enumerated() where place < Self.top || place + Self.tail >= kept.count {
            let text = page.string(page.blocks[index])
            guard let line = WireLine(text, isNearTop: place < Self.top) else { continue }
            if line != .contributors { verdicts[index] = .wireMark }
            record(line, text)
            if case .byline = line { dropBefore(index, page, &verdicts) }
            if line == .copyright, copyrightAt == nil, place > 2, AgencyNames.named(in: text) != nil {
                copyrightAt = place
            }
        }
        if let copyrightAt { dropAfter(copyrightAt, kept, page, &verdicts) }
        readDateline(page, verdicts)
        signature = Self.signature(page, verdicts)
    }

    private mutating func record(_ line: WireLine, _ text: String) {
        switch line {
        case .byline(let names, let agency):
            marks.byline = marks.byline ?? text
            if authors.isEmpty { authors = names }
            if let agency { found(agency, 0.9) }
        case .credit:
            marks.credit = marks.credit ?? text
            if let agency = AgencyNames.named(in: text) { found(agency, 0.7) }
        case .contributors:
            marks.contributors = text
            if let agency = AgencyNames.named(in: text) { found(agency, 0.6) }
        case .copyright:
            marks.copyright = text
            if let agency = AgencyNames.named(in: text) { found(agency, 0.8) }
        case .note:
            marks.notes.append(text)
            if let agency = AgencyNames.named(in: text) { found(agency, 0.7) }
        case .separator: break
        }
    }

    private mutating func found(_ agency: Agency, _ confidence: Double) {
        if self.agency.map({ confidence > $0.confidence }) ?? true {
            self.agency = Sourced(agency, from: .text, confidence: confidence)
        }
    }

    /// What stands above the byline is the page's: its headline, skip links, a kicker. Prose there is a standfirst, and
    /// so nothing above is dropped.
    private mutating func dropBefore(_ byline: Int, _ page: PageBlocks, _ verdicts: inout [Verdict]) {
        let above = verdicts.indices[..<byline].filter { verdicts[$0].isKept }
        if above.allSatisfy({ !page.blocks[$0].isProse }) {
            for index in above { verdicts[index] = .outside }
        }
        guard byline > 0, headline == nil else { return }
        let line = page.blocks[byline - 1]
        let readsLikeHeadline = line.words >= 3 && line.letters >= 15 && line.text.count < 250 && line.sentences < 2
        guard readsLikeHeadline, line.linkDensity < 0.5, !FurniturePhrases.match(page.text, line.text) else { return }
        headline = page.string(line)
    }

    private func dropAfter(_ place: Int, _ kept: [Int], _ page: PageBlocks, _ verdicts: inout [Verdict]) {
        let letters = kept.map { page.blocks[$0].letters }
        let after = letters[(place + 1)...].reduce(0, +)
        guard Double(after) < Self.mostAfterCopyright * Double(letters.reduce(0, +)) else { return }
        for index in kept[(place + 1)...] where verdicts[index].isKept { verdicts[index] = .furniture }
    }

    /// The dateline of the first line of prose.
    private mutating func readDateline(_ page: PageBlocks, _ verdicts: [Verdict]) {
        let prose = verdicts.indices.lazy.filter { verdicts[$0].isKept && page.blocks[$0].isProse }
        for index in prose.prefix(3) {
            guard let dateline = Dateline(page.string(page.blocks[index])) else { continue }
            self.dateline = dateline.place
            if let agency = dateline.agency { found(agency, 0.95) }
            return
        }
    }

    private static func signature(_ page: PageBlocks, _ verdicts: [Verdict]) -> String? {
        let kept = verdicts.indices.reversed().lazy.filter { verdicts[$0].isKept }.prefix(2)
        guard let last = kept.first, let before = kept.dropFirst().first, page.blocks[before].isProse else {
            return nil
        }
        let line = page.blocks[last]
        let text = page.string(line)
        return line.role == .paragraph && line.links == 0 && AuthorNames.isSignature(text) ? text : nil
    }
}
