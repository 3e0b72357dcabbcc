/// The numbers that folding rests on, each with its reason. docs/folding.md has the measurements.
///
/// A change to any of them, to normalisation or to the furniture rules is a new `version`: fingerprints of
/// different versions do not find each other, and a node makes the old ones anew in the background.
package enum FoldingRules {
    package static let version: UInt16 = 4

    // MARK: What counts as text

    /// Fewer words than this are no evidence, however equal: "Comments", "Read the full story".
    package static let fewestWords = 12

    /// Below this a text has so few shingles that chance decides: only the same words make a copy. Desks run the first
    /// paragraph alone, which has 20 to 40 words.
    package static let fewestWordsForPassages = 20

    /// Words of a text that count, the first ones: twenty times a long story. A copy keeps the beginning.
    package static let mostWords = 1 << 13

    /// A paragraph of fewer words is a headline, a byline, a caption or a label, not prose.
    package static let shortestParagraph = 8

    /// The same for one that does not end like a sentence: headlines of other stories have up to 15 words.
    package static let shortestUnendedParagraph = 16

    /// Numbers, days and months that make a short line under prose a row of a table, if they are a third of its words.
    package static let fewestFiguresOfRow = 2

    /// Bytes of a paragraph that count.
    package static let longestParagraph = 1 << 16

    // MARK: The fingerprint

    /// Words in a shingle: long enough that two texts share one only by copying, short enough to survive an edit.
    package static let shingleLength = 9

    /// Shingles in a window that has one anchor at least. Wider means a smaller index and longer passages missed.
    package static let anchorWindow = 80

    /// The same for the first `ledeLength` shingles: by them a stub of one paragraph finds its story.
    package static let ledeAnchorWindow = 16
    package static let ledeLength = 64

    /// How many texts on each side of its own place an anchor brings a text near. It bounds the work of one article
    /// whatever others have planted, and depends on the set of texts alone.
    /// Copies beyond it are joined through those between. With 6, whether a story of thirty held together hung on how its
    /// keys happened to fall.
    package static let reach = 10

    /// An anchor that more texts have is crowded: it may be a sentence of background that hundreds of stories have.
    /// Of fewer, it brings each near to each.
    package static let crowd = reach + 1

    /// Two long texts are compared if an anchor that is not crowded brings them near, or so many crowded ones.
    package static let fewestCrowdedAnchors = 4

    /// A text of fewer words has so few anchors that any one will do.
    package static let fewestWordsOfLong = 200

    // MARK: The verdict on two texts; shares in thousandths

    /// Shingles that have to be shared: twenty words in a row, or several shorter runs.
    package static let fewestSharedShingles = 12

    /// Below this no alignment can make a copy of it.
    package static let leastShareOfShorter = 250

    /// Two texts are mostly the same if so much of the shorter and of the longer is shared. Words in order are easier
    /// to share by chance than shingles, so more of them is asked for.
    package static let coreByShingles = Overlap(ofShorter: 450, ofLonger: 250)
    package static let coreByWords = Overlap(ofShorter: 550, ofLonger: 270)

    /// A trimmed copy has so much of itself from the longer text…
    package static let trimmedByShingles = 600
    package static let trimmedByWords = 700
    /// …and keeps its lede: what they share begins no later in the longer one.
    package static let latestBeginning = 250

    /// A running log or a digest and a story are one only if they are nearly the same text: the signs of a form may be
    /// a site's own lines.
    package static let shareAcrossForms = 500

    /// Words of a gap between two aligned runs in which single words are aligned too.
    package static let widestGap = 40

    /// Words of what then remains that can be the slot of a template: a name with its title.
    package static let widestSlot = 8

    /// The same for how a text begins: a company with its full name and whose unit it is.
    package static let widestOpening = 12

    /// The most words of a dateline: town, state, day and agency.
    package static let widestDateline = 8

    /// Words around a slot that have to correspond, before and behind it together.
    package static let narrowestFrame = 2

    /// Copies differ in one fact or none in so many words that they share…
    package static let wordsForOneDifferingFact = 60
    /// …and in one more for each so many more, as later versions do; fillings of a template in one of 10 to 50.
    package static let wordsPerFurtherDifference = 45
}
