/// What one end hands to the other in one piece: bytes that this target never looks into.
package struct PeerFrame: Hashable, Sendable {
    package var lane: Lane
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8], on lane: Lane) {
        self.lane = lane
        self.bytes = bytes
    }
}

/// The two streams of frames that share a connection. Order holds within a lane, not between the two.
package enum Lane: Hashable, Sendable, CaseIterable {
    /// What a person waits for: always sent first.
    case live
    /// What may take as long as it takes.
    case bulk
}

/// How frames lie in the TLS stream.
///
/// A frame travels as one or more fragments. A fragment is 4 bytes big-endian and then its payload:
///
///     bit 31     the lane: 0 live, 1 bulk
///     bit 30     1 if the same frame goes on in the lane's next fragment
///     bits 29–0  bytes of payload
///
/// Only a frame's last fragment may be shorter than `fragmentByteCount`, so a frame of up to 64 KiB on the live lane
/// is simply preceded by its length. Fragments of the two lanes may alternate, those of one lane are in order: a live
/// frame waits for at most one fragment of a bulk frame, not for its megabytes.
enum FrameFormat {
    static let headerByteCount = 4
    /// 64 KiB: 0.5 s on a line of 1 Mbit/s, and 0.006 % of overhead.
    static let fragmentByteCount = 64 * 1024
    /// 4 MiB, which is the most that a frame of changes may hold, and room for what stands around them.
    static let maximumFrameByteCount = 4 * 1024 * 1024 + 64 * 1024

    struct Header: Hashable {
        var lane: Lane
        var goesOn: Bool
        var byteCount: Int

        var word: UInt32 {
            (lane == .bulk ? 1 << 31 : 0) | (goesOn ? 1 << 30 : 0) | UInt32(byteCount)
        }

        init(lane: Lane, goesOn: Bool, byteCount: Int) {
            self.lane = lane
            self.goesOn = goesOn
            self.byteCount = byteCount
        }

        init(word: UInt32) {
            lane = word >> 31 == 1 ? .bulk : .live
            goesOn = word >> 30 & 1 == 1
            byteCount = Int(word & 0x3FFF_FFFF)
        }
    }
}

/// What a peer did that is not in `FrameFormat`.
package enum FrameError: Error, Hashable, Sendable {
    case frameTooLarge(limit: Int)
    case fragmentTooLarge(byteCount: Int)
    /// A fragment that is not its frame's last and yet is short: a way to send headers for ever.
    case fragmentTooShort(byteCount: Int)
}

extension FrameError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .frameTooLarge(let limit): "a frame of more than \(limit) bytes"
        case .fragmentTooLarge(let count):
            "a fragment of \(count) bytes, where \(FrameFormat.fragmentByteCount) is the most"
        case .fragmentTooShort(let count): "a fragment of \(count) bytes in the middle of a frame"
        }
    }
}
