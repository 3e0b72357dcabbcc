/// Why a value cannot be what its kind says: which field, and what is wrong with it.
package struct ValueDefect: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// Not protobuf, or text that is not UTF-8.
        case unreadable
        /// Longer than it may be, in bytes or elements.
        case tooLong(limit: Int)
        /// A key or hash that is not as long as it must be.
        case wrongLength(expected: Int)
        case empty
        /// Not among the values that exist.
        case outOfRange
        /// The register's key does not follow from what the value says.
        case keyMismatch
    }

    /// As in `values.proto`; `value` for the whole.
    package let field: String
    package let reason: Reason

    package init(field: String, reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

extension ValueDefect: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .unreadable: "\(field) is not valid protobuf with UTF-8 text"
        case .tooLong(let limit): "\(field) is longer than \(limit)"
        case .wrongLength(let expected): "\(field) is not \(expected) bytes long"
        case .empty: "\(field) is empty"
        case .outOfRange: "\(field) is not a value that exists"
        case .keyMismatch: "\(field) does not belong under the key it came with"
        }
    }
}
