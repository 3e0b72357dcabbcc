/// How much one document may give. No real feed comes near; a hostile one must cost no more than its size.
enum FeedLimits {
    static let entries = 50_000
    /// Of one entry or feed each: looking for doubles takes the square of them.
    static let categories = 300
    static let people = 100
    static let enclosures = 300
    /// Categories within categories; iTunes has two. Each is read with all that it holds.
    static let categoryDepth = 4
    /// Bytes of one address. Longer ones are left out, and do not serve as a base.
    static let address = 8192
    /// Bytes that resolving addresses may add to a document in all: a long base and many short references would
    /// multiply its size. The largest real feeds gain less than a tenth of this.
    static let addressGrowth = 16 << 20
}
