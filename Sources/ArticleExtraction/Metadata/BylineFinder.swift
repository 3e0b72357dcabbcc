import Markup

/// Finds the authors in the text that a page shows as its byline.
struct BylineFinder {
    private(set) var authors: [String]?
    /// Whether the line both begins like a byline and is called one.
    private(set) var isCertain = false
    /// Who is shown as the editor.
    private(set) var editors: Set<String> = []
    /// What stands after `by` where no person does: initials, a desk, an office.
    private(set) var credit: String?

    /// Only the first of the page's lines are looked at, and the first that names people counts.
    private static let mostLines = 400
    /// In bytes.
    private static let longestLine = 160
    /// Within so many lines of a byline without a person stands the text: `By Price` in a menu is none.
    private static let reach = 3

    init(_ page: PageBlocks) {
        let lines = page.blocks.prefix(Self.mostLines)
        for (index, block) in lines.enumerated() where block.text.count < Self.longestLine && !block.endsSentence {
            let isCalledByline = block.signals.contains(.byline) && !block.signals.contains(.related)
            let text = page.string(block)
            let lower = text.lowercased()
            if let title = Self.editorTitles.first(of: lower) {
                let names = String(decoding: text.utf8.dropFirst(title.utf8.count), as: UTF8.self)
                editors.formUnion(AuthorNames.split(names))
                continue
            }
            let prefix = AuthorNames.prefix(of: lower)
            guard !isCertain, isCalledByline || prefix != nil else { continue }
            let people = AuthorNames.people(in: text)
            if people.isEmpty {
                let around = lines.prefix(index + 1 + Self.reach).dropFirst(max(0, index - Self.reach))
                guard credit == nil, prefix != nil, !block.startsLinked, block.role == .paragraph,
                    around.contains(where: \.isProse)
                else { continue }
                credit = AuthorNames.credit(in: text)
            } else if isCalledByline && prefix != nil {
                authors = people
                isCertain = true
            } else {
                authors = authors ?? people
            }
        }
    }

    private static let editorTitles = LinePrefixes([
        "editor: ", "editor : ", "edited by ", "editors: ", "redaktur: ", "redaktur : ", "redaktör: ", "redaktør: ",
        "redaktor: ", "redakcja: ", "redactor: ", "edición: ", "editado por ", "a cura di ", "redactie: ", "editör: ",
        "редактор: ",
    ])
}
