import Testing

@testable import ArticleExtraction

@Suite struct DecisionTreesTests {
    private func block(letters: Int, linked: Int) -> BlockTraits {
        var traits = BlockTraits()
        traits[.letters] = letters
        traits[.linked] = linked
        return traits
    }

    @Test func `each tree adds the leaf that the limits lead to`() {
        let trees = DecisionTrees("letters<100 -1000 linked<50 2000 -500\nlinked<90 300 -4000")
        #expect(trees.score(block(letters: 99, linked: 0)) == -70)
        #expect(trees.score(block(letters: 100, linked: 49)) == 230)
        #expect(trees.score(block(letters: 100, linked: 50)) == -20)
        #expect(trees.score(block(letters: 500, linked: 100)) == -450)
    }

    @Test func `the trait that moved the score most is named first`() throws {
        let trees = DecisionTrees("letters<100 -1000 linked<50 2000 -500\nlinked<90 300 -4000")
        let reasons = trees.reasons(block(letters: 500, linked: 100))
        #expect(try #require(reasons.first).trait == .linked)
        #expect(try #require(reasons.first).weight < 0)
    }

    @Test func `the fitted tables are whole, and a link farm is no prose to them`() {
        var prose = BlockTraits()
        for (trait, value) in [
            (BlockTrait.letters, 400), (.words, 80), (.sentences, 4), (.endsSentence, 1), (.prose, 1),
        ] {
            prose[trait] = value
        }
        var links = BlockTraits()
        for (trait, value) in [(BlockTrait.letters, 20), (.words, 3), (.linked, 100), (.navigation, 1), (.times, 3)] {
            links[trait] = value
        }
        #expect(BlockTrees.first.score(prose) > BlockTrees.first.score(links))
        #expect(BlockTrees.first.reasons(prose).count > 5)
        #expect(BlockTrees.second.reasons(prose).count > 5)
    }
}
