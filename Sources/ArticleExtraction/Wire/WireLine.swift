import Markup
import Model

/// A line that an agency or a station adds to a story and that is no part of it.
enum WireLine: Equatable {
    /// `By Ada Quill, CNN`
    case byline(names: [String], Agency?)
    /// `The-CNN-Wire`, `(Reporting by A; Editing by B)`, `Distributed by Tribune Content Agency, LLC.`
    case credit
    /// `CNN’s A and B contributed to this report.` Stays in the body: it names who reported.
    case contributors
    /// `Copyright 2018 The Associated Press. All rights reserved.`
    case copyright
    /// Where the story first appeared, republication notes, corrections and updates.
    case note
    /// `___`
    case separator

    /// What `line` is, or `nil` for a line of the story.
    /// - Parameter isNearTop: whether it stands where a byline may.
    init?(_ line: String, isNearTop: Bool) {
        let length = line.utf8.count
        guard length < Self.longest else { return nil }
        let lower = line.lowercased()
        let bytes = Array(lower.utf8)
        if length < 12, !line.utf8.contains(where: { $0.isASCIILetterOrDigit || $0 >= 0x80 }) {
            guard line.utf8.contains(where: { "_-*".utf8.contains($0) }) else { return nil }
            self = .separator
        } else if length < 500, Self.end(bytes, Self.contributorEndings) {
            self = .contributors
        } else if Self.isCopyright(line, bytes) {
            self = .copyright
        } else if length < 500, Self.begin(bytes, Self.credits) || Self.wholeCredits.contains(lower) {
            self = .credit
        } else if Self.begin(bytes, Self.notes) || Self.noteMarks.contains(where: { bytes.contains($0.utf8) }) {
            self = .note
        } else if isNearTop, let byline = Self.byline(line, lower) {
            self = byline
        } else {
            return nil
        }
    }

    /// A line of more bytes is of the story, whatever it says.
    private static let longest = 700

    private static func begin(_ line: [UInt8], _ beginnings: [String]) -> Bool {
        beginnings.contains { line.starts(with: $0.utf8) }
    }

    private static func end(_ line: [UInt8], _ endings: [String]) -> Bool {
        endings.contains { line.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private static func isCopyright(_ line: String, _ bytes: [UInt8]) -> Bool {
        let starts = begin(bytes, ["©", "copyright", "(c)", "™", "&copy;", "℗"])
        let reserved =
            bytes.contains("rights reserved".utf8)
            && (bytes.contains("all rights reserved".utf8) || bytes.contains("rights reserved.".utf8))
            || bytes.contains("may not be published".utf8)
        guard starts || reserved else { return false }
        let hasYear = line.utf8.split { !$0.isASCIIDigit }.contains {
            $0.count == 4 && ($0.first == 0x31 || $0.first == 0x32)
        }
        return starts && (hasYear || reserved) || reserved && AgencyNames.named(in: line) != nil
    }

    private static func byline(_ line: String, _ lower: String) -> WireLine? {
        guard line.utf8.count < 120, let prefix = AuthorNames.prefix(of: lower),
            !line.hasSuffix(".") || line.utf8.count < 40
        else { return nil }
        let rest = String(decoding: line.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        let agency = AgencyNames.exactly(lastPart(rest)) ?? AgencyNames.exactly(rest) ?? AgencyNames.named(in: rest)
        let names = AuthorNames.people(in: rest)
        guard !names.isEmpty || agency != nil else { return nil }
        return .byline(names: names, agency)
    }

    private static func lastPart(_ text: String) -> String {
        text.components(separatedBy: ",").last?.components(separatedBy: "|").last ?? text
    }

    private static let contributorEndings = [
        "contributed to this report.", "contributed to this story.", "contributed to this article.",
        "contributed to this report", "contributed to this story", "contributed reporting.", "contributed.",
    ]

    private static let credits = [
        "the-cnn-wire", "(reporting by", "reporting by ", "(writing by", "(editing by", "(additional reporting by",
        "distributed by ", "our standards:", "apnewsnow", "(compiled by", "(edited by", "— reported by",
        "-- reported by",
    ]

    private static let wholeCredits: Set<String> = [
        "cnn newsource", "associated press", "the associated press", "apnewsnow.",
    ]

    private static let notes = [
        "this report by the canadian press was first published", "this article is republished from",
        "this article was originally published on", "this story was originally published",
        "this story originally appeared",
        "this article originally appeared", "this article first appeared", "this story first appeared",
        "this story was produced by", "the post ", "article topic follows", "correction:", "clarification:",
        "editor's note:", "editor’s note:", "ap’s earlier story", "kff health news is a national newsroom",
        "propublica is a nonprofit newsroom", "this story has been shared by",
    ]

    private static let noteMarks = [
        "is part of states newsroom", "subscribe to kff health news", "under a creative commons license",
        " appeared first on ",
    ]
}
