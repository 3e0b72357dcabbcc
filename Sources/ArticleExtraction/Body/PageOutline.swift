import Markup

/// Sums over the subtrees of a page: how much prose each element holds, in all and directly.
struct PageOutline {
    let page: PageBlocks
    let totalProse: Int
    /// Letters of prose before each block.
    private let proseBefore: [Int]
    private let lettersBefore: [Int]
    private let linkedBefore: [Int]
    /// Letters of prose in blocks whose element stands directly in each element.
    private(set) var directProse: [Int]
    /// The same, by the shape of the element and its block: the class that the site gives its paragraphs.
    private var proseOfShape: [UInt64: Int] = [:]
    private(set) var shapes: [UInt64]
    /// The element that holds most prose directly.
    private(set) var heaviest = 0

    init(_ page: PageBlocks) {
        self.page = page
        proseBefore = Self.sums(page.blocks.map(\.prose))
        lettersBefore = Self.sums(page.blocks.map(\.letters))
        linkedBefore = Self.sums(page.blocks.map(\.linkedLetters))
        totalProse = proseBefore[page.blocks.count]
        directProse = [Int](repeating: 0, count: page.tree.nodes.count)
        shapes = page.blocks.map { Self.shape(of: $0.element, in: page.tree) }
        for (block, shape) in zip(page.blocks, shapes) where block.prose > 0 {
            let parent = max(0, Int(page.tree.nodes[block.element].parent))
            directProse[parent] += block.prose
            proseOfShape[shape, default: 0] += block.prose
            if directProse[parent] > directProse[heaviest] { heaviest = parent }
        }
    }

    private static func sums(_ values: [Int]) -> [Int] {
        var result = [0]
        result.reserveCapacity(values.count + 1)
        var sum = 0
        for value in values {
            sum += value
            result.append(sum)
        }
        return result
    }

    func prose(in node: Int) -> Int {
        let blocks = page.blocks(in: node)
        return proseBefore[blocks.upperBound] - proseBefore[blocks.lowerBound]
    }

    func letters(in node: Int) -> Int {
        let blocks = page.blocks(in: node)
        return lettersBefore[blocks.upperBound] - lettersBefore[blocks.lowerBound]
    }

    func linkedLetters(in node: Int) -> Int {
        let blocks = page.blocks(in: node)
        return linkedBefore[blocks.upperBound] - linkedBefore[blocks.lowerBound]
    }

    /// The share of the page's prose that stands in `node`, 0–1.
    func share(of node: Int) -> Double { totalProse == 0 ? 0 : Double(prose(in: node)) / Double(totalProse) }

    /// The share of the page's prose in blocks of the same shape as this one, 0–1.
    func shapeShare(ofBlock index: Int) -> Double {
        totalProse == 0 ? 0 : Double(proseOfShape[shapes[index]] ?? 0) / Double(totalProse)
    }

    /// A hash of the tag and class of an element and of its parent.
    private static func shape(of element: Int, in tree: HTMLTree) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var node = element
        for _ in 0..<2 where node >= 0 {
            hash = (hash ^ UInt64(tree.nodes[node].tag.rawValue)) &* 0x100_0000_01B3
            if let name = tree.rawValue(.class, of: node) {
                for byte in tree.source[name.prefix(200)] where !byte.isASCIIDigit {
                    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
            node = Int(tree.nodes[node].parent)
        }
        return hash
    }
}
