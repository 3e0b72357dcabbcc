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

    func matches(_ other: BodyWord) -> Bool { hash == other.hash }
}
