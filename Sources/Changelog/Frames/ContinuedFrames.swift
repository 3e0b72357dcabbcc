/// Makes frames that continue one another: what one of them says again of what those before it said, up to 2 MiB back, it
/// only points at. Articles are alike, and so a first sync takes a tenth fewer bytes.
///
/// For one lane to a peer that unpacks them in the same order: `Session.peerContinuesFrames`.
package final class FramePacker {
    private let zstd = ZstdPacker()

    package init() {}

    package func frame(of message: Message) -> [UInt8] {
        let payload = message.payload
        guard let packed = zstd.pack(payload) else { return message.frame }
        return Frame.continued(packed, size: payload.count)
    }
}

/// Reads the frames of one connection, continued or not.
package final class FrameUnpacker {
    private let zstd = ZstdUnpacker()

    package init() {}

    /// The message in one whole frame. After an error what continues it is lost too.
    package func message(in frame: ArraySlice<UInt8>) throws(MessageDefect) -> Message {
        guard let piece = Frame.continuation(in: frame) else { return try Message(frame: frame) }
        guard piece.size <= Limits.frameBytes, let payload = zstd.unpack(piece.packed, size: piece.size) else {
            throw .frame(.unreadable)
        }
        return try Message(payload: payload)
    }
}
