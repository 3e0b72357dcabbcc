/// Puts the fragments of each lane together again. Holds at most one unfinished frame a lane.
struct FrameAssembler {
    let maximumFrameByteCount: Int
    private var unfinished: [Lane: [UInt8]] = [:]

    init(maximumFrameByteCount: Int) { self.maximumFrameByteCount = maximumFrameByteCount }

    /// Refuses a fragment by its header alone, before its payload is waited for or kept.
    func check(_ header: FrameFormat.Header) throws(FrameError) {
        guard header.byteCount <= FrameFormat.fragmentByteCount else {
            throw .fragmentTooLarge(byteCount: header.byteCount)
        }
        guard !header.goesOn || header.byteCount == FrameFormat.fragmentByteCount else {
            throw .fragmentTooShort(byteCount: header.byteCount)
        }
        let held = unfinished[header.lane]?.count ?? 0
        guard held + header.byteCount <= maximumFrameByteCount else {
            throw .frameTooLarge(limit: maximumFrameByteCount)
        }
    }

    /// Adds the payload of a fragment that `check` let pass; the frame, if this was its last.
    mutating func add(_ payload: some Collection<UInt8>, of header: FrameFormat.Header) -> PeerFrame? {
        guard header.goesOn else {
            var bytes = unfinished.removeValue(forKey: header.lane) ?? []
            bytes += payload
            return PeerFrame(bytes, on: header.lane)
        }
        unfinished[header.lane, default: []] += payload
        return nil
    }
}
