/// How one text stands to another; seen from the other, it is `reversed`.
package enum Relation: Hashable, Sendable {
    /// Both are mostly the same text.
    case core(Overlap)
    /// This text is a trimmed copy of the other.
    case trimmedFrom(Overlap)
    /// The other is a trimmed copy of this text.
    case trimmedTo(Overlap)
    /// The two look like copies and say that they are not: what is like both belongs to the one it is more like.
    case rival

    package var reversed: Relation {
        switch self {
        case .core, .rival: self
        case .trimmedFrom(let overlap): .trimmedTo(overlap)
        case .trimmedTo(let overlap): .trimmedFrom(overlap)
        }
    }

    /// `nil` for rivals.
    package var overlap: Overlap? {
        switch self {
        case .core(let overlap), .trimmedFrom(let overlap), .trimmedTo(let overlap): overlap
        case .rival: nil
        }
    }
}

/// How much two texts share, in thousandths: whole numbers, so that sums do not depend on the order of adding.
package struct Overlap: Hashable, Sendable {
    /// Of the shorter text, 0…1000.
    package var ofShorter: UInt16
    /// Of the longer text, 0…1000.
    package var ofLonger: UInt16

    package init(ofShorter: UInt16, ofLonger: UInt16) {
        self.ofShorter = ofShorter
        self.ofLonger = ofLonger
    }

    /// By which two relations are ranked: a host that is less of a digest ranks higher. 0…2000.
    package var strength: Int { Int(ofShorter) + Int(ofLonger) }
}

extension Relation {
    /// A number for stores to keep in one column, 0…3,006,003: kind, then the two shares.
    package var code: Int64 {
        let kind: Int64 =
            switch self {
            case .core: 0
            case .trimmedFrom: 1
            case .trimmedTo: 2
            case .rival: 3
            }
        let overlap = overlap ?? Overlap(ofShorter: 0, ofLonger: 0)
        return (kind * 1001 + Int64(overlap.ofShorter)) * 1001 + Int64(overlap.ofLonger)
    }

    /// `nil` for a number that `code` never gives.
    package init?(code: Int64) {
        guard code >= 0 else { return nil }
        let (rest, ofLonger) = code.quotientAndRemainder(dividingBy: 1001)
        let (kind, ofShorter) = rest.quotientAndRemainder(dividingBy: 1001)
        let overlap = Overlap(ofShorter: UInt16(ofShorter), ofLonger: UInt16(ofLonger))
        switch kind {
        case 0: self = .core(overlap)
        case 1: self = .trimmedFrom(overlap)
        case 2: self = .trimmedTo(overlap)
        case 3 where overlap.strength == 0: self = .rival
        default: return nil
        }
    }
}
