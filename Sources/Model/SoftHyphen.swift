extension String {
    /// Without the marks at which a line may be broken (U+00AD). They are no part of a word: with them a search would
    /// find its halves.
    package var withoutSoftHyphens: String {
        guard utf8.contains(0xC2), unicodeScalars.contains("\u{AD}") else { return self }
        var result = ""
        result.unicodeScalars.append(contentsOf: unicodeScalars.lazy.filter { $0 != "\u{AD}" })
        return result
    }
}
