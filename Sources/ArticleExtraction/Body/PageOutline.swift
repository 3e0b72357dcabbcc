import Markup

/// Sums over the subtrees of a page: how much prose each element holds, in all and directly; and which elements are
/// shaped alike.
struct PageOutline {
    let page: PageBlocks
    let totalProse: Int
    let totalLetters: Int
    let totalLinked: Int
    private let prose: PrefixSums
    private let letters: PrefixSums
    private let linked: PrefixSums
    /// Letters of prose in blocks whose element stands directly in each element.
    private(set) var directProse: [Int]
    private let headlines: PrefixSums
    /// The element that holds most prose directly.
    private(set) var heaviest = 0
    /// The blocks whose element and its parent have one tag and class: those that the site gives its paragraphs.
    private(set) var shapes: [Shape] = []
    private(set) var shapeOfBlock: [Int] = []
    /// Of each element: how many siblings, itself among them, have its tag and first class and hold text. Zero if it holds none.
    private(set) var alike: [Int32]

    struct Shape {
        var blocks = 0
        var letters = 0
        var linkedLetters = 0
        var prose = 0
    }

    init(_ page: PageBlocks) {
        self.page = page
        prose = PrefixSums(page.blocks.lazy.map(\.prose))
        letters = PrefixSums(page.blocks.lazy.map(\.letters))
        linked = PrefixSums(page.blocks.lazy.map(\.linkedLetters))
        headlines = PrefixSums(page.blocks.lazy.map { $0.linkDensity > 0.9 && $0.words >= 3 ? 1 : 0 })
        totalProse = prose.total
        totalLetters = letters.total
        totalLinked = linked.total
        directProse = [Int](repeating: 0, count: page.tree.nodes.count)
        alike = [Int32](repeating: 0, count: page.tree.nodes.count)
        gatherShapes(page.tree.nodes.indices.map { Self.name(of: $0, in: page, isWhole: true) })
        countAlike(page.tree.nodes.indices.map { Self.name(of: $0, in: page, isWhole: false) })
    }

    private mutating func gatherShapes(_ names: [UInt64]) {
        var index: [UInt64: Int] = [:]
        shapeOfBlock.reserveCapacity(page.blocks.count)
        for block in page.blocks {
            let parent = max(0, Int(page.tree.nodes[block.element].parent))
            let name = Self.mixed(names[block.element], names[parent])
            let place = index[name] ?? shapes.count
            if place == shapes.count {
                index[name] = place
                shapes.append(Shape())
            }
            shapes[place].blocks += 1
            shapes[place].letters += block.letters
            shapes[place].linkedLetters += block.linkedLetters
            shapes[place].prose += block.prose
            shapeOfBlock.append(place)
            directProse[parent] += block.prose
            if directProse[parent] > directProse[heaviest] { heaviest = parent }
        }
    }

    private mutating func countAlike(_ names: [UInt64]) {
        var counts: [UInt64: Int32] = [:]
        func key(_ node: Int) -> UInt64 {
            Self.mixed(names[node], UInt64(UInt32(bitPattern: page.tree.nodes[node].parent)))
        }
        let elements = page.tree.nodes.indices.dropFirst().filter { names[$0] != 0 }
        for node in elements { counts[key(node), default: 0] += 1 }
        for node in elements { alike[node] = counts[key(node)] ?? 0 }
    }

    func prose(in node: Int) -> Int { prose[page.blocks(in: node)] }

    func letters(in node: Int) -> Int { letters[page.blocks(in: node)] }

    func linkedLetters(in node: Int) -> Int { linked[page.blocks(in: node)] }

    /// How many blocks in `node` are all link and of three words or more.
    func headlines(in node: Int) -> Int { headlines[page.blocks(in: node)] }

    func prose(beforeBlock index: Int) -> Int { prose[0..<index] }

    /// The share of the page's prose that stands in `node`, 0–1.
    func share(of node: Int) -> Double { totalProse == 0 ? 0 : Double(prose(in: node)) / Double(totalProse) }

    private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left ^ right &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        return product ^ product >> 31
    }

    /// A hash of the tag and class of an element that holds blocks; digits in a class count nothing. Zero for all others.
    /// - Parameter isWhole: whether all words of the class count, and not the first alone: a list's items have each their
    ///   own number or topic after it.
    private static func name(of node: Int, in page: PageBlocks, isWhole: Bool) -> UInt64 {
        guard page.tree.nodes[node].kind == .element, !page.blocks(in: node).isEmpty else { return 0 }
        var hash = (0xCBF2_9CE4_8422_2325 ^ UInt64(page.tree.nodes[node].tag.rawValue)) &* 0x100_0000_01B3
        if let name = page.tree.rawValue(.class, of: node) {
            for byte in page.tree.source[name.prefix(200)] where !byte.isASCIIDigit {
                if !isWhole, byte.isHTMLSpace { break }
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        return hash | 1
    }
}
