import NIOCore

/// Bytes out of TLS → frames. What it keeps is bounded by one fragment, and by one frame a lane.
struct FrameDecoder: ByteToMessageDecoder {
    typealias InboundOut = PeerFrame

    private var assembler: FrameAssembler

    init(maximumFrameByteCount: Int) { assembler = FrameAssembler(maximumFrameByteCount: maximumFrameByteCount) }

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        guard let word = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self) else { return .needMoreData }
        let header = FrameFormat.Header(word: word)
        try assembler.check(header)
        guard buffer.readableBytes >= FrameFormat.headerByteCount + header.byteCount else { return .needMoreData }
        buffer.moveReaderIndex(forwardBy: FrameFormat.headerByteCount)
        guard let payload = buffer.readSlice(length: header.byteCount) else { return .needMoreData }
        if let frame = assembler.add(payload.readableBytesView, of: header) {
            context.fireChannelRead(Self.wrapInboundOut(frame))
        }
        return .continue
    }

    /// A frame that the end of the stream cut off is gone; the session resumes before it.
    mutating func decodeLast(
        context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
    ) throws -> DecodingState {
        while try decode(context: context, buffer: &buffer) == .continue {}
        return .needMoreData
    }
}
