import ControlProtocol
import Folding
import Model
import Storage

extension ControlAPI {
    private static let usualPage = 50

    func list(_ parameters: ListParameters, _ reply: ReplyWriter) throws {
        let page = try store.stories(
            try query(parameters.query), order: parameters.order == .oldest ? .oldestFirst : .newestFirst,
            after: try cursor(parameters.cursor), limit: parameters.limit ?? Self.usualPage)
        reply.items(try page.stories.map(presentation.summary), cursor: page.next?.text)
    }

    func search(_ parameters: SearchParameters, _ reply: ReplyWriter) throws {
        let order: StoryOrder =
            switch parameters.order {
            case .newest: .newestFirst
            case .oldest: .oldestFirst
            case .relevance, nil: .relevance
            }
        let page = try store.stories(
            try query(parameters.query), order: order, after: try cursor(parameters.cursor),
            limit: parameters.limit ?? Self.usualPage)
        let hits = try page.stories.enumerated().map { try presentation.hit($1, rank: $0) }
        reply.items(hits, cursor: page.next?.text)
    }

    func show(_ parameters: ShowParameters) throws -> StoryDetail {
        let (story, named) = try story(of: parameters.id)
        let copies = try copySummaries(of: story)
        let article = try store.article(parameters.exact ? named ?? story.best : story.best)
        guard let shown = copies.first(where: { $0.id == article.article.id.description }) else {
            throw StoreError.noSuchArticle(parameters.id)
        }
        let revision = article.article.revision
        let html = article.html ?? ""
        let text = EntryAssembly.canonicalText(of: html)
        let news = story.state == .updated ? try presentation.seen(of: story.id).newParagraphs(of: text) : []
        let pictures = try store.pictures(of: article.article.id).count
        let newLines = Set(news.map { String(text.paragraphs[$0]) })
        return StoryDetail(
            story: try presentation.summary(story), shown: shown, authors: revision.authors, updated: revision.updated,
            imageURL: revision.imageURL, blocks: ArticleBlocks.blocks(of: html, new: newLines),
            textSource: article.html == nil ? Self.whyTextless(article) : nil,
            notes: article.notes.map { StoryDetail.Note(text: $0) },
            copies: copies.sorted { $0.isBest && !$1.isBest }, pictures: pictures > 0 ? pictures : nil)
    }

    private static func whyTextless(_ article: ArticleDetail) -> String {
        article.isDropped
            ? "the text was dropped for its age, as the configuration says"
            : "the text has not come from the peer that captured it yet"
    }

    func copies(_ parameters: IDParameters) throws -> CopiesReport {
        let (story, _) = try story(of: parameters.id)
        return CopiesReport(story: try presentation.summary(story), copies: try copySummaries(of: story))
    }

    func revisions(_ parameters: IDParameters, _ reply: ReplyWriter) throws {
        let article = try article(named: parameters.id)
        var before: CanonicalText?
        var summaries: [ControlProtocol.RevisionSummary] = []
        for (index, revision) in try store.revisions(of: article).enumerated() {
            let text = try presentation.text(of: revision.bodyHash)
            summaries.append(
                ControlProtocol.RevisionSummary(
                    number: index + 1, seen: revision.firstSeen, title: revision.title, words: text.wordCount,
                    contentHash: revision.contentHash.description,
                    difference: before.map { Self.difference(from: $0, to: text) }))
            before = text
        }
        reply.items(summaries.reversed())
    }

    func diff(_ parameters: DiffParameters) throws -> DiffReport {
        let left = try article(named: parameters.left)
        let right = try parameters.right.map { try article(named: $0) } ?? left
        let rightRevision = try revision(parameters.rightRevision, of: right, else: { $0 })
        let leftRevision = try revision(
            parameters.leftRevision, of: left, else: { parameters.right == nil ? max(1, $0 - 1) : $0 })
        let texts = (
            try presentation.text(of: leftRevision.summary.bodyHash),
            try presentation.text(of: rightRevision.summary.bodyHash)
        )
        return DiffReport(
            left: try side(left, leftRevision.number), right: try side(right, rightRevision.number),
            paragraphs: WordDiff(from: texts.0, to: texts.1).changes.map {
                Self.runs(of: $0, old: texts.0.paragraphs, new: texts.1.paragraphs)
            })
    }

    func flow(_ parameters: IDParameters) throws -> FlowReport {
        let (story, _) = try story(of: parameters.id)
        let copies = try copySummaries(of: story)
        var letters: [ContentHash: String] = [:]
        var runs: [(at: Timestamp, copy: ControlProtocol.CopySummary, revision: Int, hash: ContentHash)] = []
        for copy in copies {
            guard let id = RecordKey(hex: copy.id) else { continue }
            for (index, revision) in try store.revisions(of: ArticleID(key: id)).enumerated() {
                runs.append(
                    (
                        index == 0 ? copy.published ?? revision.firstSeen : revision.firstSeen, copy, index + 1,
                        revision.contentHash
                    ))
            }
        }
        runs.sort { ($0.at, $0.copy.id) < ($1.at, $1.copy.id) }
        return FlowReport(
            story: try presentation.summary(story),
            runs: runs.map { run in
                let letter = letters[run.hash] ?? Self.letter(letters.count)
                letters[run.hash] = letter
                return FlowReport.Run(at: run.at, copy: run.copy, revision: run.revision, version: letter)
            })
    }

    func agencies() throws -> [ControlProtocol.AgencySummary] {
        try store.agencies().map {
            ControlProtocol.AgencySummary(
                agency: $0.agency.rawValue, stories: $0.stories, copies: $0.copies, unread: $0.unread)
        }
    }

    // MARK: What an id names

    /// The story, and the article if it is that which the id names.
    func story(of id: String) throws -> (Storage.StorySummary, ArticleID?) {
        switch try store.named(id) {
        case .story(let story, _): return (try store.story(story), nil)
        case .article(let article, let story?): return (try store.story(story), article)
        case .article: throw StoreError.noSuchStory(id)
        }
    }

    func article(named id: String) throws -> ArticleID {
        switch try store.named(id) {
        case .article(let article, _): article
        case .story(_, let best): best
        }
    }

    private func cursor(_ text: String?) throws -> PageCursor? {
        guard let text else { return nil }
        guard let cursor = PageCursor(text) else {
            throw ControlError(.badParameters, "“\(text.prefix(80))” is no cursor", remedy: "pass on what “done” gave")
        }
        return cursor
    }

    // MARK: Copies and how they differ

    /// In the order in which they were first seen, each beside the best.
    private func copySummaries(of story: Storage.StorySummary) throws -> [ControlProtocol.CopySummary] {
        let copies = try store.copies(of: story.id)
        let best = try copies.first(where: \.isBest).map { try presentation.text(of: $0.bodyHash) }
        return try copies.map { copy in
            let text = try presentation.text(of: copy.bodyHash)
            let difference = copy.isBest ? nil : best.map { Self.difference(from: $0, to: text) }
            return presentation.copy(copy, difference: difference, words: text.wordCount)
        }
    }

    private static func difference(
        from one: CanonicalText, to other: CanonicalText
    ) -> ControlProtocol.CopySummary.Difference {
        WordDiff(from: one, to: other).changes.reduce(into: .init(cut: 0, added: 0, changed: 0)) { counts, change in
            switch change {
            case .kept: break
            case .changed: counts.changed += 1
            case .cut: counts.cut += 1
            case .added: counts.added += 1
            }
        }
    }

    private func revision(
        _ number: Int?, of article: ArticleID, else usual: (Int) -> Int
    ) throws -> (number: Int, summary: Storage.RevisionSummary) {
        let revisions = try store.revisions(of: article)
        let wanted = number ?? usual((revisions.firstIndex(where: \.isCurrent) ?? revisions.count - 1) + 1)
        guard revisions.indices.contains(wanted - 1) else {
            throw ControlError(
                .notFound, "there is no revision \(wanted)",
                remedy: "it has \(revisions.count); see them with: wiredesk revisions ID")
        }
        return (wanted, revisions[wanted - 1])
    }

    private func side(_ article: ArticleID, _ revision: Int) throws -> DiffReport.Side {
        let detail = try store.article(article)
        guard let story = detail.story,
            let copy = try store.copies(of: story).first(where: { $0.id == article })
        else { throw StoreError.noSuchArticle(article.description) }
        let words = try presentation.text(of: copy.bodyHash).wordCount
        return DiffReport.Side(copy: presentation.copy(copy, difference: nil, words: words), revision: revision)
    }

    private static func runs(
        of change: WordDiff.ParagraphChange, old: [Substring], new: [Substring]
    ) -> [DiffReport.Run] {
        switch change {
        case .kept(_, let index): [DiffReport.Run(kind: .same, text: String(new[index]))]
        case .cut(let index): [DiffReport.Run(kind: .removed, text: String(old[index]))]
        case .added(let index): [DiffReport.Run(kind: .added, text: String(new[index]))]
        case .changed(_, _, let runs):
            runs.map { run in
                switch run.kind {
                case .kept: DiffReport.Run(kind: .same, text: run.text)
                case .cut: DiffReport.Run(kind: .removed, text: run.text)
                case .added: DiffReport.Run(kind: .added, text: run.text)
                }
            }
        }
    }

    /// A, B, … Z, AA, AB …
    private static func letter(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? letter : self.letter(index / 26 - 1) + letter
    }
}
