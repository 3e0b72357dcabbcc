package import Changelog

/// A message of a peer, with what could be worked out of it before a transaction begins.
package struct IncomingMessage: Sendable {
    package let content: Result<Message, MessageDefect>
    /// Of a pack, if its dictionary was here by then.
    package let unpacked: UnpackedPack?
    /// Of the articles in it.
    package let links: ArticleLink.BySpelling
    /// Of its frame.
    package let bytes: Int
}

/// Reads the messages of one connection. Whoever asks for the next one before taking the one before has it worked out
/// meanwhile: the values of changes are decoded, links are normalised, packs are unpacked and hashed.
package actor IncomingMessages<Frames: AsyncSequence & Sendable> where Frames.Element: Sendable {
    private let store: Store
    private let bytes: @Sendable (Frames.Element) -> [UInt8]
    private let unpacker = FrameUnpacker()
    private var frames: Frames.AsyncIterator

    /// - Parameter bytes: those of a frame, header included.
    package init(_ frames: Frames, for store: Store, bytes: @escaping @Sendable (Frames.Element) -> [UInt8]) {
        self.store = store
        self.bytes = bytes
        self.frames = frames.makeAsyncIterator()
    }

    /// `nil` once the other end has closed the connection. For one caller at a time.
    package func next() async throws -> IncomingMessage? {
        var frames = frames
        defer { self.frames = frames }
        guard let frame = try await frames.next(isolation: self) else { return nil }
        let bytes = bytes(frame)
        do throws(MessageDefect) {
            let message = try unpacker.message(in: bytes[...]).decoded
            let links = message.articleLinks.map { ($0, ArticleLink($0)) }
            return IncomingMessage(
                content: .success(message), unpacked: unpack(message),
                links: ArticleLink.BySpelling(links) { first, _ in first }, bytes: bytes.count)
        } catch {
            return IncomingMessage(content: .failure(error), unpacked: nil, links: [:], bytes: bytes.count)
        }
    }

    private func unpack(_ message: Message) -> UnpackedPack? {
        guard case .pack(let pack, _) = message else { return nil }
        return try? store.unpack(pack)
    }
}
