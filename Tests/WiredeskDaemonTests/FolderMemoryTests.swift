import Testing

@testable import WiredeskDaemon

@Suite struct FolderMemoryTests {
    private let noon = Duration.seconds(43_200)

    @Test func changesWaitForBodiesThatAreOnTheirWay() {
        var memory = FolderMemory()
        let waitedAtFirst = memory.waitsForBodies(areMissing: true, at: noon)
        let waitedLater = memory.waitsForBodies(areMissing: true, at: noon + .seconds(599))
        let waitedWhenTheyHadCome = memory.waitsForBodies(areMissing: false, at: noon + .seconds(599))
        #expect(waitedAtFirst && waitedLater && !waitedWhenTheyHadCome)
    }

    @Test func changesDoNotWaitForEver() {
        var memory = FolderMemory()
        _ = memory.waitsForBodies(areMissing: true, at: noon)
        let waited = memory.waitsForBodies(areMissing: true, at: noon + .seconds(600))
        #expect(!waited)
    }

    @Test func bodiesThatAreMissingAnewAreWaitedForAnew() {
        var memory = FolderMemory()
        _ = memory.waitsForBodies(areMissing: true, at: noon)
        _ = memory.waitsForBodies(areMissing: false, at: noon + .seconds(300))
        let waited = memory.waitsForBodies(areMissing: true, at: noon + .seconds(700))
        #expect(waited)
    }
}
