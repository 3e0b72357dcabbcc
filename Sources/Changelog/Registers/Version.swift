import Model

/// Which state of a register wins.
///
/// The value's hash is part of it: without it, two unnoticed copies of one database that write at the same clock
/// value would each keep their own.
package struct Version: Hashable, Comparable, Sendable {
    /// A hybrid logical clock's value: milliseconds since 1970 in the upper 48 bits, a counter in the lower 16.
    package let clock: Int64
    /// The origin under which the change was first made, whatever position it travels at now.
    package let author: OriginID
    /// The first 8 bytes of the SHA-256 of the value.
    package let valuePrefix: UInt64

    package init(clock: Int64, author: OriginID, valuePrefix: UInt64) {
        self.clock = clock
        self.author = author
        self.valuePrefix = valuePrefix
    }

    package init(clock: Int64, author: OriginID, value: [UInt8]) {
        self.init(clock: clock, author: author, valuePrefix: ContentHash(of: value).prefix)
    }

    package static func < (left: Version, right: Version) -> Bool {
        (left.clock, left.author.rawValue, left.valuePrefix) < (right.clock, right.author.rawValue, right.valuePrefix)
    }
}

/// How a change travels: the place in the order of changes that one origin sent out.
///
/// Apart from the version, so that a fork is healed by giving one's own changes new positions with unchanged
/// versions, which changes nobody's state.
package struct Position: Hashable, Sendable {
    package let origin: OriginID
    /// From 1, without gaps.
    package let sequence: Int64

    package init(origin: OriginID, sequence: Int64) {
        self.origin = origin
        self.sequence = sequence
    }
}
