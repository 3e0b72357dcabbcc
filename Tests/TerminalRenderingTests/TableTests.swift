import Testing

@testable import TerminalRendering

@Suite struct TableTests {
    @Test func aPipeGetsWholeCellsAndNoHeadings() {
        #expect(
            sample.lines(on: Canvas(hasColour: false, columns: nil)) == [
                "3f2a91c  A ferry ran aground outside the northern harbour on Friday  12  harbour.example",
                "81be02d  日本語の見出し                                               4  long-site-name.example",
            ])
    }

    @Test func aTerminalGetsHeadingsAndColumnsThatFit() {
        let lines = sample.lines(on: Canvas(hasColour: false, columns: 60))
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= 60 })
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("ID       STORY"))
    }

    @Test func theLeastImportantColumnGoesFirst() {
        let lines = sample.lines(on: Canvas(hasColour: false, columns: 30))
        #expect(!lines[0].contains("SITE"))
        #expect(lines[0].contains("STORY"))
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= 30 })
    }

    @Test func aColumnWithNothingInItIsLeftOut() {
        var table = Table([.init("ID"), .init("TAGS"), .init("STORY")])
        table.add(["1", "", "One"])
        #expect(table.lines(on: Canvas(hasColour: false, columns: 80)) == ["ID  STORY", "1   One"])
    }

    @Test func anEmptyTableIsNoLines() {
        #expect(Table([.init("ID")]).lines(on: Canvas(hasColour: true, columns: 80)).isEmpty)
    }

    @Test func colourIsOnlyThereWhereItIsWanted() {
        var table = Table([.init("ID")])
        table.add([Table.Cell("x", .bad)])
        #expect(table.lines(on: Canvas(hasColour: true, columns: nil)) == ["\u{1B}[31mx\u{1B}[0m"])
        #expect(table.lines(on: Canvas(hasColour: false, columns: nil)) == ["x"])
    }

    @Test(arguments: 1...120)
    func noLineIsWiderThanTheTerminalUnlessNothingCanGive(columns: Int) {
        let lines = sample.lines(on: Canvas(hasColour: false, columns: columns))
        // The id and the count do not shrink, and the story keeps eight columns.
        let least = 7 + 2 + 8 + 2 + 6
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= max(columns, least) })
    }

    private var sample: Table {
        var table = Table([
            .init("ID"), .init("STORY", minimum: 8), .init("COPIES", alignment: .right),
            .init("SITE", minimum: 8, expendable: 1),
        ])
        table.add(["3f2a91c", "A ferry ran aground outside the northern harbour on Friday", "12", "harbour.example"])
        table.add(["81be02d", "日本語の見出し", "4", "long-site-name.example"])
        return table
    }
}
