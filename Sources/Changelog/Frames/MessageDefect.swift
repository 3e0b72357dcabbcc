/// Why a frame is not a message.
package enum MessageDefect: Error, Hashable, Sendable {
    case frame(Frame.Defect)
    /// Not protobuf, or text that is not UTF-8.
    case unreadable
    /// A message of a later protocol, or none.
    case unknownMessage
    /// A column or field that cannot be: of the wrong length, out of range, or beyond its limit.
    case field(String)
}

extension MessageDefect: CustomStringConvertible {
    package var description: String {
        switch self {
        case .frame(.tooLong): "a frame longer than frames may be"
        case .frame(.unreadable): "a frame that does not inflate to what it says"
        case .unreadable: "a frame that is not protobuf"
        case .unknownMessage: "a message of an unknown kind"
        case .field(let name): "a message whose \(name) cannot be"
        }
    }
}
