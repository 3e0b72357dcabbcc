/// A message's way onto the wire: 4 bytes of length, big-endian, whose highest bit says that the payload is
/// compressed; then the payload.
package enum Frame {
    package static let headerBytes = 4
    private static let compressedBit: UInt32 = 1 << 31
    /// Below this, zstd's own header costs more than it saves.
    private static let leastCompressed = 64

    package enum Defect: Error, Hashable, Sendable {
        /// The payload is longer than a frame may be.
        case tooLong
        /// Not a zstd frame with a content size within the limit.
        case unreadable
    }

    package static func encode(_ payload: [UInt8]) -> [UInt8] {
        var body = payload
        var header: UInt32 = 0
        if payload.count >= leastCompressed, let packed = Zstd.compress(payload), packed.count < payload.count {
            body = packed
            header = compressedBit
        }
        header |= UInt32(truncatingIfNeeded: body.count)
        var frame: [UInt8] = []
        frame.reserveCapacity(headerBytes + body.count)
        for shift: UInt32 in [24, 16, 8, 0] { frame.append(UInt8(truncatingIfNeeded: header >> shift)) }
        frame.append(contentsOf: body)
        return frame
    }

    /// How long the frame is that `bytes` begin, header included; `nil` if more bytes are needed to tell.
    package static func length(at bytes: ArraySlice<UInt8>) throws(Defect) -> Int? {
        guard let header = header(of: bytes) else { return nil }
        let count = Int(header & ~compressedBit)
        guard count <= Limits.compressedFrameBytes else { throw .tooLong }
        return headerBytes + count
    }

    /// The payload of one whole frame.
    package static func decode(_ frame: ArraySlice<UInt8>) throws(Defect) -> [UInt8] {
        guard let length = try length(at: frame), length == frame.count, let header = header(of: frame) else {
            throw .unreadable
        }
        let body = frame.dropFirst(headerBytes)
        guard header & compressedBit != 0 else { return Array(body) }
        guard let payload = Zstd.decompress(body, limit: Limits.frameBytes) else { throw .unreadable }
        return payload
    }

    private static func header(of bytes: ArraySlice<UInt8>) -> UInt32? {
        guard bytes.count >= headerBytes else { return nil }
        return bytes.prefix(headerBytes).reduce(0) { $0 << 8 | UInt32($1) }
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
