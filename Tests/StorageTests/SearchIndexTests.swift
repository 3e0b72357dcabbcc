import GRDB
import Testing

@testable import Storage

@Suite("Merging the full-text index")
struct SearchIndexTests {
    @Test("a merge waits for 32 segments, goes faster than more come, and ends")
    func plan() {
        var plan = MergePlan()
        // What a start finds is merged first.
        plan.note(bytes: 1 << 20)
        #expect(plan.nextStep() == 500)
        let goesOn = plan.noteStep(pages: 500, isDone: false)
        let goesOnAfterAll = plan.noteStep(pages: 500, isDone: true)
        #expect(goesOn && !goesOnAfterAll)
        #expect(plan.nextStep() == nil)
        for segment in 1...10 * MergePlan.segmentsTogether {
            plan.note(bytes: 400_000)
            let isTurn = (segment - MergePlan.segmentsTogether + 1).isMultiple(of: MergePlan.segmentsTogether)
            #expect((plan.nextStep() != nil) == isTurn)
            while let pages = plan.nextStep() { _ = plan.noteStep(pages: pages, isDone: true) }
        }
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
