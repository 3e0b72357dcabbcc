import Markup

/// Blocks that repeat across pages of one host, learnt from the pages that this node has seen.
///
/// For each text of a block, its hash and how many pages had it: no more of a page is kept. When the table is full, all
/// counts are halved, and texts that stood on one page alone make room; what a site shows no more is forgotten in time.
package struct SiteFurniture: Sendable, Equatable {
    /// How texts become hashes. Counts of another version say nothing of this one's texts.
    package static let version = 1
    /// How many texts are remembered: sixteen thousand, 160 KB.
    package static let capacity = 16_384
    /// On so many pages at least a text must have stood to be furniture.
    private static let fewestPages = 3
    /// Texts of more bytes repeat because a story was published twice.
    private static let longestText = 2000

    private var pagesByText: [UInt64: UInt16] = [:]
    package private(set) var pages = 0

    package init() {}

    /// Counts the blocks of one page. A page must be learnt once only.
    package mutating func learn(_ page: PageTexts) {
        pages += 1
        for hash in page.hashes {
            let count = pagesByText[hash] ?? 0
            pagesByText[hash] = count == .max ? count : count + 1
        }
        guard pagesByText.count > Self.capacity else { return }
        // Down to three quarters, so that the next page does not fill it again.
        while pagesByText.count > Self.capacity * 3 / 4 {
            pagesByText = pagesByText.mapValues { $0 / 2 }.filter { $0.value > 0 }
        }
    }

    /// Whether a block's text is known to repeat. One page may be the one that is asked about, so two do not count.
    func repeats(_ hash: UInt64) -> Bool { Int(pagesByText[hash] ?? 0) >= Self.fewestPages }

    /// The table as bytes: pages (4), then hash (8) and count (2) of each text in rising order, big-endian.
    package var encoded: [UInt8] {
        var result: [UInt8] = []
        func append(_ value: UInt64, bytes: Int) {
            for shift in stride(from: (bytes - 1) * 8, through: 0, by: -8) {
                result.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
            }
        }
        append(UInt64(pages), bytes: 4)
        for (hash, count) in pagesByText.sorted(by: { $0.key < $1.key }) {
            append(hash, bytes: 8)
            append(UInt64(count), bytes: 2)
        }
        return result
    }

    /// `nil` for bytes that `encoded` can't have made.
    package init?(encoded bytes: [UInt8]) {
        guard bytes.count >= 4, (bytes.count - 4).isMultiple(of: 10), (bytes.count - 4) / 10 <= Self.capacity else {
            return nil
        }
        func value(at start: Int, bytes count: Int) -> UInt64 {
            bytes[start..<start + count].reduce(0) { $0 << 8 | UInt64($1) }
        }
        pages = Int(value(at: 0, bytes: 4))
        for start in stride(from: 4, to: bytes.count, by: 10) {
            pagesByText[value(at: start, bytes: 8)] = UInt16(value(at: start + 8, bytes: 2))
        }
    }

    /// The texts of one page, as hashes, each once.
    package struct PageTexts: Sendable {
        private(set) var hashes: Set<UInt64>

        mutating func formUnion(_ other: PageTexts) { hashes.formUnion(other.hashes) }

        package init(_ page: Page) {
            let blocks = PageBlocks(HTMLTree(TextDecoder.decode(page.bytes, contentType: page.contentType).utf8))
            hashes = Set(blocks.blocks.filter { $0.text.count <= SiteFurniture.longestText }.map { blocks.hash($0) })
        }
    }
}

extension PageBlocks {
    /// FNV-1a over the folded text.
    func hash(_ block: Block) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text[block.text] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
