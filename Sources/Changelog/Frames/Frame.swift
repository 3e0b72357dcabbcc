/// A message's way onto the wire: 4 bytes of length, big-endian, whose highest bit says that the payload is
/// compressed, and the one below that it continues an earlier one; then the payload.
package enum Frame {
    package static let headerBytes = 4
    private static let compressedBit: UInt32 = 1 << 31
    private static let continuedBit: UInt32 = 1 << 30
    private static let lengthBits = continuedBit - 1
    /// Below this, zstd's own header costs more than it saves.
    private static let leastCompressed = 64

    package enum Defect: Error, Hashable, Sendable {
        /// The payload is longer than a frame may be.
        case tooLong
        /// Not a zstd frame with a content size within the limit.
        case unreadable
    }

    package static func encode(_ payload: [UInt8], compressing: Bool = true) -> [UInt8] {
        var body = payload
        var header: UInt32 = 0
        if compressing, payload.count >= leastCompressed, let packed = Zstd.compress(payload),
            packed.count < payload.count
        {
            body = packed
            header = compressedBit
        }
        var frame: [UInt8] = []
        frame.reserveCapacity(headerBytes + body.count)
        append(header | UInt32(truncatingIfNeeded: body.count), to: &frame)
        frame.append(contentsOf: body)
        return frame
    }

    /// A frame that continues those before it: of a piece of a zstd stream, and how much it makes.
    static func continued(_ piece: [UInt8], size: Int) -> [UInt8] {
        var frame: [UInt8] = []
        frame.reserveCapacity(2 * headerBytes + piece.count)
        append(compressedBit | continuedBit | UInt32(truncatingIfNeeded: headerBytes + piece.count), to: &frame)
        append(UInt32(truncatingIfNeeded: size), to: &frame)
        frame.append(contentsOf: piece)
        return frame
    }

    /// The piece and its size in a whole frame that continues others; `nil` for one that stands alone, and where anything
    /// is amiss.
    static func continuation(in frame: ArraySlice<UInt8>) -> (packed: ArraySlice<UInt8>, size: Int)? {
        guard let header = number(at: frame), header & continuedBit != 0, header & compressedBit != 0,
            frame.count == headerBytes + Int(header & lengthBits), let size = number(at: frame.dropFirst(headerBytes))
        else { return nil }
        return (frame.dropFirst(2 * headerBytes), Int(size))
    }

    /// How long the frame is that `bytes` begin, header included; `nil` if more bytes are needed to tell.
    package static func length(at bytes: ArraySlice<UInt8>) throws(Defect) -> Int? {
        guard let header = number(at: bytes) else { return nil }
        let count = Int(header & lengthBits)
        guard count <= Limits.compressedFrameBytes else { throw .tooLong }
        return headerBytes + count
    }

    /// The payload of one whole frame that stands alone.
    package static func decode(_ frame: ArraySlice<UInt8>) throws(Defect) -> [UInt8] {
        guard let length = try length(at: frame), length == frame.count, let header = number(at: frame),
            header & continuedBit == 0
        else { throw .unreadable }
        let body = frame.dropFirst(headerBytes)
        guard header & compressedBit != 0 else { return Array(body) }
        guard let payload = Zstd.decompress(body, limit: Limits.frameBytes) else { throw .unreadable }
        return payload
    }

    private static func number(at bytes: ArraySlice<UInt8>) -> UInt32? {
        guard bytes.count >= headerBytes else { return nil }
        return bytes.prefix(headerBytes).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func append(_ number: UInt32, to frame: inout [UInt8]) {
        for shift: UInt32 in [24, 16, 8, 0] { frame.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

/// Cuts what arrives into frames, whatever pieces it arrives in. Holds one unfinished frame at most.
package struct FrameReader: Sendable {
    private var buffer: [UInt8] = []
    private var start = 0

    package init() {}

    package mutating func append(_ bytes: some Collection<UInt8>) {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Whether all that arrived was handed out.
    package var isEmpty: Bool { start == buffer.count }

    /// The next whole frame, header included; `nil` until more has arrived. After an error the stream is lost.
    package mutating func next() throws(Frame.Defect) -> ArraySlice<UInt8>? {
        let rest = buffer[start...]
        guard let length = try Frame.length(at: rest), rest.count >= length else { return nil }
        start += length
        return rest.prefix(length)
    }
}
