import Markup

/// The blocks of a page with their traits, for fitting `BlockTrees`.
package struct BlockSample {
    package var text: String
    /// By the raw values of `BlockTrait`, those of the first look.
    package var traits: [Int16]
    /// Its shape, the parent of its element and the parent of that, as numbers by which blocks are grouped.
    package var groups: [Int]
    /// Hashes of its long words, for `SecondLook`.
    package var words: [UInt32]

    /// The names of the traits, in order.
    package static let names = BlockTrait.allCases.prefix(BlockTrait.ofFirstLook).map { "\($0)" }

    package static func blocks(of page: Page) -> [BlockSample] {
        let tree = HTMLTree(TextDecoder.decode(page.bytes, contentType: page.contentType).utf8)
        let blocks = PageBlocks(tree)
        let metadata = PageMetadata(tree, url: page.url)
        let title = metadata.title(feedTitle: page.hints.title)?.value
        let survey = BlockSurvey(
            blocks, title: title, summary: metadata.summary, structuredBody: metadata.structuredBody,
            authors: metadata.authors(blocks)?.value ?? [])
        return blocks.blocks.indices.map { index in
            let traits = survey.traits(of: index).values.prefix(BlockTrait.ofFirstLook)
            return BlockSample(
                text: blocks.string(blocks.blocks[index]), traits: Array(traits), groups: survey.groups(of: index),
                words: survey.texts.words(of: index).filter { $0 & 1 == 1 })
        }
    }
}
