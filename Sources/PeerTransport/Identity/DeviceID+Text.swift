package import Changelog
import Model

/// A device id as people read, copy and type it: eight groups of seven characters (see `CheckedBase32`).
extension DeviceID {
    static let byteCount = ContentHash.byteCount

    /// `nil` unless there are exactly 32 bytes.
    init?(bytes: some Collection<UInt8>) {
        guard let hash = ContentHash(bytes: bytes) else { return nil }
        self.init(hash)
    }

    /// The device that `text` names; says which part is mistyped.
    package init(parsing text: some StringProtocol) throws(MistypedText) {
        guard let device = DeviceID(bytes: try CheckedBase32.bytes(in: text)) else { throw .incomplete }
        self = device
    }

    package var text: String { CheckedBase32.text(of: hash.bytes) }

    /// The first group: enough for a person to tell a handful of devices apart, and no more.
    package var short: String { String(text.prefix(CheckedBase32.groupLength)) }
}
