import GRDB
import Testing

@testable import Storage

@Suite("Merging the full-text index")
struct SearchIndexTests {
    /// An index whose segments have these sizes, in pages, and are merged as FTS5 does it.
    private struct Index {
        var level: [[Int]] = [[]]
        /// A merge under way: of which level, how many of its segments, and the pages that are left.
        var merging: (level: Int, count: Int, left: Int)?

        /// False if there was nothing to do.
        mutating func merge(_ pages: Int) -> Bool {
            if merging == nil, let most = level.indices.max(by: { level[$0].count < level[$1].count }),
                level[most].count >= 16
            {
                merging = (most, level[most].count, level[most].reduce(0, +))
            }
            guard var now = merging else { return false }
            now.left -= pages
            merging = now
            guard now.left <= 0 else { return true }
            let size = level[now.level].prefix(now.count).reduce(0, +)
            level[now.level].removeFirst(now.count)
            if now.level + 1 == level.count { level.append([]) }
            level[now.level + 1].append(size)
            merging = nil
            return true
        }
    }

    @Test("no level ever has so many segments that FTS5 would not wait, however large they are", arguments: 1...4)
    func plan(seed: UInt64) {
        var random = SeededGenerator(seed)
        var plan = MergePlan()
        var index = Index()
        var (most, added, merged) = (0, 0, 0)
        // As after a start in the midst of things.
        index.level[0] = Array(repeating: 1000, count: 31)
        for _ in 0..<300 {
            let size = Bool.random(using: &random) ? 1 : 1000
            for _ in 0..<Int.random(in: 1...50, using: &random) {
                plan.note(bytes: size * 4096)
                added += size
                index.level[0].append(size)
                while let pages = plan.nextStep() {
                    let hasMerged = index.merge(pages)
                    if hasMerged { merged += pages }
                    _ = plan.noteStep(pages: pages, isDone: !hasMerged)
                }
                most = max(most, index.level.map(\.count).max() ?? 0)
            }
        }
        #expect(most >= MergePlan.segmentsTogether)
        #expect(most < 64)
        #expect(merged < 4 * added)
        plan.note(bytes: 0)
        #expect(plan.nextStep() == nil)
    }

    @Test("segments stay few however many transactions add to the index, and it stays sound")
    func segments() throws {
        let node = try TestNode()
        try node.subscribe("harbour")
        var most = 0
        for number in 1...400 {
            try node.ingest("harbour", [entry("\(number)", "Notice \(number)", prose(UInt64(number), paragraphs: 1))])
            try node.store.tidy()
            let segments = try node.store.read { transaction in
                try Int.fetchOne(transaction.database, sql: "SELECT count(DISTINCT segid) FROM search_idx") ?? 0
            }
            most = max(most, segments)
        }
        #expect(most >= MergePlan.segmentsTogether)
        #expect(most < 64)
        #expect(try node.store.check() == [])
        #expect(try node.stories("notice").count == 400)
    }
}
