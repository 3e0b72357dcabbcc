import Markup

/// What the texts of a page's blocks say, each by itself and beside the title, the summary and JSON-LD.
struct BlockTexts {
    private let page: PageBlocks
    private(set) var isPhrase: [Bool] = []
    /// Letters of prose in the body that JSON-LD gives, about.
    let structuredLetters: Int
    private var words: [UInt32] = []
    private var wordsBefore: [Int] = [0]
    private var times: [Int] = []
    private let titleWords: [UInt32]
    private let inTitle: WordSet
    private let inSummary: WordSet
    private let structured: WordSet?
    private let inAuthors: WordSet

    init(_ page: PageBlocks, title: String?, summary: String?, structuredBody: String?, authors: [String]) {
        self.page = page
        titleWords = TextWords.hashes(title ?? "")
        inTitle = WordSet(words: titleWords)
        inSummary = WordSet(runsOf: TextWords.hashes(summary ?? ""))
        inAuthors = WordSet(words: authors.flatMap(TextWords.hashes))
        let body = structuredBody ?? ""
        structured = body.utf8.count > 200 ? WordSet(runsOf: TextWords.hashes(body)) : nil
        structuredLetters = structured == nil ? 0 : min(40_000, body.utf8.count)
        words.reserveCapacity(page.text.count / 6)
        var counts: [UInt64: Int] = [:]
        var hashes: [UInt64] = []
        hashes.reserveCapacity(page.blocks.count)
        for block in page.blocks {
            TextWords.append(page.text, block.text, to: &words)
            let hash = Self.hash(words[wordsBefore[wordsBefore.count - 1]...])
            wordsBefore.append(words.count)
            hashes.append(hash)
            counts[hash, default: 0] += 1
            isPhrase.append(FurniturePhrases.match(page.text, block.text))
        }
        times = hashes.map { counts[$0] ?? 1 }
    }

    private static func hash(_ words: ArraySlice<UInt32>) -> UInt64 {
        words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The words of a block, as hashes.
    func words(of index: Int) -> ArraySlice<UInt32> { words[wordsBefore[index]..<wordsBefore[index + 1]] }

    func describe(_ index: Int, _ traits: inout BlockTraits) {
        let block = page.blocks[index]
        let text = page.text[block.text]
        traits[.letters] = min(3000, block.letters)
        traits[.words] = min(600, block.words)
        traits[.sentences] = min(60, block.sentences)
        traits[.commas] = min(60, block.commas)
        traits[.links] = min(60, block.links)
        traits[.linked] = Int(block.linkDensity * 100)
        traits[.startsLinked] = block.startsLinked ? 1 : 0
        traits[.stressed] = block.stressedLetters * 100 / max(1, block.letters)
        traits[.endsSentence] = block.endsSentence ? 1 : 0
        traits[.prose] = block.isProse ? 1 : 0
        traits[.phrase] = isPhrase[index] ? 1 : 0
        traits[.times] = min(20, times[index])
        describeSigns(text, block, &traits)
        let own = words(of: index)
        traits[.inTitle] = inTitle.share(of: own)
        traits[.isTitle] = own.elementsEqual(titleWords) ? 1 : 0
        traits[.inSummary] = inSummary.share(ofRuns: own)
        traits[.structured] = structured?.share(ofRuns: own) ?? -1
        let siteWords = own.count(where: SiteWords.all.contains)
        traits[.siteWords] = min(20, siteWords)
        traits[.siteShare] = siteWords * 100 / max(1, own.count)
        traits[.inAuthors] = inAuthors.share(of: own.prefix(6))
    }

    private func describeSigns(_ text: ArraySlice<UInt8>, _ block: Block, _ traits: inout BlockTraits) {
        var digits = 0
        var capitals = 0
        var small = 0
        var hasBar = false
        var hasCopyright = false
        var previous: UInt8 = 0
        for byte in text {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A: capitals += 1
            case 0x61...0x7A: small += 1
            case UInt8(ascii: "|"): hasBar = true
            case 0xA9: if previous == 0xC2 { hasCopyright = true }
            default: break
            }
            previous = byte
        }
        traits[.digits] = digits * 100 / max(1, text.count)
        traits[.capitals] = capitals * 100 / max(1, capitals + small)
        traits[.bar] = hasBar ? 1 : 0
        traits[.copyright] = hasCopyright ? 1 : 0
        traits[.dated] =
            digits > 0 && block.words < 12 && TimeReader.read(String(decoding: text, as: UTF8.self)) != nil ? 1 : 0
        traits[.lowerStart] = text.first.map { (0x61...0x7A).contains($0) } == true ? 1 : 0
        traits[.firstSign] = text.first.map(Self.kind) ?? 0
        traits[.lastSign] = text.last.map(Self.kind) ?? 0
        traits[.credit] = text.count < 600 && PhotoCredit.ends(text) ? 1 : 0
        traits[.address] = block.words < 3 && text.starts(with: "http".utf8) ? 1 : 0
    }

    /// A number for a sign at the start or the end of a text.
    private static func kind(_ byte: UInt8) -> Int {
        switch byte {
        case 0x80...: 0
        case _ where byte.isASCIILetter: 1
        case _ where byte.isASCIIDigit: 2
        case UInt8(ascii: "."), UInt8(ascii: "!"): 3
        case UInt8(ascii: "?"): 4
        case UInt8(ascii: ":"): 5
        case UInt8(ascii: ","), UInt8(ascii: ";"): 6
        case UInt8(ascii: "\""), UInt8(ascii: "'"): 7
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): 8
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ">"): 9
        default: 10
        }
    }
}
