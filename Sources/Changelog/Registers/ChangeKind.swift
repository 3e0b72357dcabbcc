/// What a change is about, by its registered code (`Protocol/values.proto`).
///
/// A code this node does not know is a kind like any other: its registers are kept, merged by the rule that the code
/// itself names, and relayed.
package struct ChangeKind: Hashable, Comparable, Sendable {
    package let code: UInt32

    package static let articleRevision = ChangeKind(known: 6)
    package static let read = ChangeKind(known: 8)
    package static let starred = ChangeKind(known: 12)
    package static let hidden = ChangeKind(known: 16)
    package static let markAllRead = ChangeKind(known: 21)
    package static let tag = ChangeKind(known: 24)
    package static let note = ChangeKind(known: 28)
    package static let feedField = ChangeKind(known: 32)
    package static let pair = ChangeKind(known: 36)
    package static let rule = ChangeKind(known: 40)
    package static let savedSearch = ChangeKind(known: 44)
    package static let device = ChangeKind(known: 48)

    /// `nil` if the code names no merge rule, or is beyond what a store can hold.
    package init?(code: UInt32) {
        guard code >= 4, code <= UInt32(Int32.max), code & 3 != 3 else { return nil }
        self.code = code
    }

    private init(known code: UInt32) { self.code = code }

    /// How two states of one register are compared; the two low bits of the code, so that a node which
    /// does not know the kind merges it like one that does.
    package var rule: MergeRule {
        switch code & 3 {
        case 1: .maximum
        case 2: .minimum
        default: .lastWriter
        }
    }

    package static func < (left: ChangeKind, right: ChangeKind) -> Bool { left.code < right.code }
}

/// Which of two states of one register stays. Each rule is a total order, and merging takes the greater of the two:
/// so merging is commutative, associative and idempotent.
package enum MergeRule: Sendable {
    /// The higher version.
    case lastWriter
    /// The higher rank, ties by version.
    case maximum
    /// The lower rank, ties by version.
    case minimum

    /// Whether `new` takes the place of `old`.
    package func prefers(
        _ new: (version: Version, value: [UInt8]), over old: (version: Version, value: [UInt8])
    ) -> Bool {
        if self != .lastWriter {
            let newRank = Rank.of(new.value)
            let oldRank = Rank.of(old.value)
            if newRank != oldRank { return (newRank > oldRank) == (self == .maximum) }
        }
        return new.version > old.version
    }
}

/// The number that orders the values of a maximum or minimum register.
package enum Rank {
    /// Field 1 as sfixed64 (tag 0x09, eight bytes, little-endian) at the start of the value; 0 where it is left out,
    /// as protobuf does with a default.
    package static func of(_ value: [UInt8]) -> Int64 {
        guard value.count >= 9, value[0] == 0x09 else { return 0 }
        var bits: UInt64 = 0
        for index in 1...8 { bits |= UInt64(value[index]) << UInt64(8 * (index - 1)) }
        return Int64(bitPattern: bits)
    }
}
