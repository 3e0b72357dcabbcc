package import Model

/// A hybrid logical clock in 63 bits, `milliseconds << 16 | counter`, after Kulkarni, Demirbas et al., "Logical
/// Physical Clocks" (2014). Pure: the last value comes from the store and goes back there.
package struct HybridClock: Hashable, Sendable {
    /// A remote clock further ahead of the wall than this does not enter ours: one bad clock is not contagious.
    package static let tolerance: Duration = .seconds(60)
    /// A peer whose wall clock is further off than this is worth a warning.
    package static let warning: Duration = .seconds(120)
    /// The highest value there is, in the year 4199. A change beyond it is refused, so that one more can always follow.
    package static let highest: Int64 = 1 << 62
    /// Stands for a clock value that was sent and cannot be.
    static let impossible: Int64 = -1

    package private(set) var last: Int64

    package init(last: Int64) { self.last = min(max(last, 0), Self.highest) }

    /// The clock value of a change made now over a register whose clock value was `overwritten`: higher than all that
    /// this node wrote and than what the user saw, whatever the clocks say. `nil` if there is none left.
    package mutating func tick(at now: Timestamp, over overwritten: Int64?) -> Int64? {
        let wall = Self.value(of: now)
        let own = max(min(last, Self.highest - 1) + 1, wall)
        guard let overwritten, overwritten >= own else {
            last = own
            return own
        }
        guard overwritten < Self.highest else { return nil }
        // A value far ahead raises this one register only.
        if overwritten < Self.value(of: now + Self.tolerance) { last = overwritten + 1 } else { last = own }
        return overwritten + 1
    }

    /// A remote change was merged: what is written next comes after it, unless its clock runs ahead.
    package mutating func observe(_ remote: Int64, at now: Timestamp) {
        if remote > last, remote <= Self.value(of: now + Self.tolerance) { last = remote }
    }

    /// The clock value of a wall clock, with counter 0; times before 1970 count as 1970.
    package static func value(of moment: Timestamp) -> Int64 {
        min(max(moment.milliseconds, 0), highest >> 16) << 16
    }

    /// The wall clock's part of a clock value.
    package static func moment(of value: Int64) -> Timestamp { Timestamp(milliseconds: value >> 16) }
}
