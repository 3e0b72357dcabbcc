import Markup

/// One line of a page as a reader sees it: the text between two block boundaries or line breaks.
struct Block: Sendable {
    enum Role: Equatable, Sendable {
        case paragraph
        /// 1–6.
        case heading(Int)
        case item
        case quote
        case cell
        case preformatted
        case caption
    }

    /// The folded text, in the page's text.
    var text: Range<Int>
    /// The nearest element that is a block.
    var element: Int
    /// The first and one past the last of its text nodes.
    var nodes: Range<Int>
    var role: Role
    /// What the element and all elements around it are called.
    var signals: ElementSignals
    /// Letters and digits; one of Chinese, Japanese or Korean counts as `TextMeasure.ideographWeight`.
    var letters = 0
    var linkedLetters = 0
    /// Whether its first letters are linked.
    var startsLinked = false
    /// Those in `strong`, `b` or `em`.
    var stressedLetters = 0
    var links = 0
    var words = 0
    var commas = 0
    /// Full stops and their like that end a sentence.
    var sentences = 0
    var endsSentence = false

    /// The share of the text that is linked, 0–1.
    var linkDensity: Double { letters == 0 ? 0 : Double(linkedLetters) / Double(letters) }

    /// Whether it reads like prose: long enough, with sentences, and mostly not links.
    var isProse: Bool {
        guard linkDensity < 0.5 else { return false }
        if case .heading = role { return false }
        return (letters >= 80 && (sentences > 0 || commas > 1)) || (letters >= 30 && endsSentence && words >= 6)
    }

    /// How much it says for a body, in letters.
    var prose: Int { isProse ? letters - linkedLetters : 0 }
}
