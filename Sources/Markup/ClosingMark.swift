/// Where a mark next stands in a text, remembered so that no stretch is searched twice.
struct ClosingMark {
    private let mark: StaticString
    private var found = -1
    /// How often the text was searched.
    private(set) var searches = 0

    init(_ mark: StaticString) { self.mark = mark }

    /// The first place of the mark from `start` on, which may not lie before the one asked for last.
    mutating func next(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        if found < start {
            searches += 1
            found = text.first(mark, from: start) ?? .max
        }
        return found == .max ? nil : found
    }
}
