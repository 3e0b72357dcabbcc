/// One incarnation of one database: a random number, minted when the database is created, restored, copied, or in
/// any doubt about either. A pair of origin and sequence number is used once.
package struct OriginID: Hashable, Comparable, Sendable {
    package let rawValue: UInt64

    package init(_ rawValue: UInt64) { self.rawValue = rawValue }

    package static func < (left: OriginID, right: OriginID) -> Bool { left.rawValue < right.rawValue }
}

extension OriginID: CustomStringConvertible {
    package var description: String {
        let digits = String(rawValue, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
