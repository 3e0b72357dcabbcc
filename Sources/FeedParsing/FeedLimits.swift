/// How much one document may give. No real feed comes near; a hostile one must cost no more than its size.
enum FeedLimits {
    static let entries = 50_000
    /// Of one entry or feed each: looking for doubles takes the square of them.
    static let categories = 300
    static let people = 100
    static let enclosures = 300
}
