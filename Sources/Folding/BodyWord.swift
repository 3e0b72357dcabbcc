/// A word of a body in 16 bits: 15 of its hash, and whether it states a fact.
package struct BodyWord: Hashable, Sendable {
    package let bits: UInt16

    init(bits: UInt16) { self.bits = bits }

    init(hash: UInt64, isFact: Bool) {
        bits = UInt16(truncatingIfNeeded: hash >> 24) << 1 | (isFact ? 1 : 0)
    }

    /// Of the word without regard to case.
    var hash: UInt16 { bits >> 1 }

    /// A number, a day or month, or a name: what two fillings of one template differ in.
    var isFact: Bool { bits & 1 == 1 }

    /// The word as part of a template: all facts are alike.
    var frame: UInt64 { isFact ? 1 << 15 : UInt64(hash) }

    /// Whether the two are the same, or both state a fact.
    func fits(_ other: BodyWord) -> Bool { matches(other) || isFact && other.isFact }

    func matches(_ other: BodyWord) -> Bool { hash == other.hash }
}
