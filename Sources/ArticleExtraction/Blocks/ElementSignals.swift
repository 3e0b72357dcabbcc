import Markup

/// What the names that a page gives an element say about what it holds.
struct ElementSignals: OptionSet, Sendable {
    let rawValue: UInt32

    static let share = ElementSignals(rawValue: 1 << 0)
    static let related = ElementSignals(rawValue: 1 << 1)
    static let comments = ElementSignals(rawValue: 1 << 2)
    static let navigation = ElementSignals(rawValue: 1 << 3)
    /// Newsletters, donations, subscriptions, apps.
    static let promotion = ElementSignals(rawValue: 1 << 4)
    static let advertisement = ElementSignals(rawValue: 1 << 5)
    static let sidebar = ElementSignals(rawValue: 1 << 6)
    static let footer = ElementSignals(rawValue: 1 << 7)
    static let header = ElementSignals(rawValue: 1 << 8)
    /// Byline, date, reading time.
    static let byline = ElementSignals(rawValue: 1 << 9)
    static let caption = ElementSignals(rawValue: 1 << 10)
    static let hidden = ElementSignals(rawValue: 1 << 11)
    static let consent = ElementSignals(rawValue: 1 << 12)
    static let gallery = ElementSignals(rawValue: 1 << 13)
    static let tags = ElementSignals(rawValue: 1 << 14)
    static let teaser = ElementSignals(rawValue: 1 << 15)
    static let authorBox = ElementSignals(rawValue: 1 << 16)
    static let paywall = ElementSignals(rawValue: 1 << 17)
    static let widget = ElementSignals(rawValue: 1 << 18)
    /// A standfirst: the summary above the body.
    static let standfirst = ElementSignals(rawValue: 1 << 19)
    static let article = ElementSignals(rawValue: 1 << 24)
    static let body = ElementSignals(rawValue: 1 << 25)
    static let main = ElementSignals(rawValue: 1 << 26)

    /// What is no part of an article, wherever it stands.
    static let furniture: ElementSignals = [
        .share, .related, .comments, .navigation, .promotion, .advertisement, .hidden, .consent, .tags, .authorBox,
        .paywall,
    ]
    /// What is mostly no part of an article, but is also said of things that are.
    static let doubtful: ElementSignals = [.sidebar, .footer, .header, .teaser, .gallery, .widget, .byline]
}

/// Reads the signals of an element from its tag, class, id, role and microdata.
struct SignalReader {
    private let words = ElementVocabulary.lookup
    private var scratch: [UInt8] = []

    mutating func signals(of node: Int, in tree: HTMLTree) -> ElementSignals {
        let element = tree.nodes[node]
        var result = Self.signals(of: element.tag)
        for index in Int(element.range.lowerBound)..<Int(element.range.upperBound) {
            let attribute = tree.attributes[index]
            switch attribute.name {
            case .class, .id, .dataComponent, .dataTestID, .dataType, .dataModule, .dataQA, .itemprop, .role:
                result.formUnion(read(tree.source, attribute.value))
            case .hidden: result.insert(.hidden)
            case .ariaHidden:
                if tree.source[attribute.value].elementsEqual("true".utf8) { result.insert(.widget) }
            case .style: if hides(tree.source, attribute.value) { result.insert(.hidden) }
            default: break
            }
        }
        return result
    }

    private static func signals(of tag: HTMLTag) -> ElementSignals {
        switch tag {
        case .nav, .menu: .navigation
        case .aside: .sidebar
        case .footer: .footer
        case .header: .header
        case .figcaption: .caption
        case .button, .input, .label, .option, .legend: .navigation
        case .dialog: .consent
        case .noscript, .object, .applet: .hidden
        case .article: .article
        case .main: .main
        case .form: .widget
        default: []
        }
    }

    /// Looks up each word of a name, and each two neighbours as one: `read-more`, `readMore` and `readmore` are one.
    private mutating func read(_ source: [UInt8], _ range: Range<Int>) -> ElementSignals {
        var result: ElementSignals = []
        scratch.removeAll(keepingCapacity: true)
        var previousStart = 0
        var start = 0
        var previousWasLower = false
        let limit = min(range.upperBound, range.lowerBound + 400)
        for index in range.lowerBound...limit {
            let byte = index < limit ? source[index] : 0x20
            let isUpper = (0x41...0x5A).contains(byte)
            let isWordByte = byte.isASCIILetterOrDigit
            if !isWordByte || (isUpper && previousWasLower) {
                if scratch.count > start {
                    if let found = words.value(for: scratch, start..<scratch.count) { result.formUnion(found) }
                    if previousStart < start, let found = words.value(for: scratch, previousStart..<scratch.count) {
                        result.formUnion(found)
                    }
                    previousStart = start
                    start = scratch.count
                }
                // A space ends one name and starts another: words of two names make no pair.
                if byte.isHTMLSpace { previousStart = start }
            }
            if isWordByte { scratch.append(byte.asciiLowercased) }
            previousWasLower = isWordByte && !isUpper
        }
        return result
    }

    private func hides(_ source: [UInt8], _ range: Range<Int>) -> Bool {
        let text = source[range.prefix(300)].filter { !$0.isHTMLSpace }.map(\.asciiLowercased)
        return text.contains("display:none".utf8) || text.contains("visibility:hidden".utf8)
    }
}
