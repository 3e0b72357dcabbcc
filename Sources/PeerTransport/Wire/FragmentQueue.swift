/// The frames that wait to be sent, and which fragment goes next: live before bulk, each lane in order.
struct FragmentQueue {
    /// Names a frame from when it is added until it is sent.
    struct Ticket: Hashable, Sendable {
        fileprivate let number: UInt64
    }

    struct Fragment: Equatable {
        var header: FrameFormat.Header
        var payload: ArraySlice<UInt8>
        /// The frame that is complete once this fragment is sent.
        var completes: Ticket?
    }

    private struct Waiting {
        var ticket: Ticket
        var bytes: [UInt8]
        var sent = 0
    }

    private var live: [Waiting] = []
    private var bulk: [Waiting] = []
    private var lastNumber: UInt64 = 0

    mutating func add(_ frame: PeerFrame) -> Ticket {
        lastNumber += 1
        let ticket = Ticket(number: lastNumber)
        let waiting = Waiting(ticket: ticket, bytes: frame.bytes)
        switch frame.lane {
        case .live: live.append(waiting)
        case .bulk: bulk.append(waiting)
        }
        return ticket
    }

    /// Takes a frame back; `false` if a part of it is already on its way, so that the rest must follow.
    mutating func remove(_ ticket: Ticket) -> Bool {
        let untouched: (Waiting) -> Bool = { $0.ticket == ticket && $0.sent == 0 }
        if let index = live.firstIndex(where: untouched) {
            live.remove(at: index)
        } else if let index = bulk.firstIndex(where: untouched) {
            bulk.remove(at: index)
        } else {
            return false
        }
        return true
    }

    /// `nil` if nothing waits.
    mutating func next() -> Fragment? {
        Self.next(of: &live, lane: .live) ?? Self.next(of: &bulk, lane: .bulk)
    }

    private static func next(of waiting: inout [Waiting], lane: Lane) -> Fragment? {
        guard let frame = waiting.first else { return nil }
        let end = min(frame.sent + FrameFormat.fragmentByteCount, frame.bytes.count)
        let goesOn = end < frame.bytes.count
        let header = FrameFormat.Header(lane: lane, goesOn: goesOn, byteCount: end - frame.sent)
        // Few wait at a time (each belongs to a suspended sender), so an array is queue enough.
        if goesOn { waiting[0].sent = end } else { waiting.removeFirst() }
        return Fragment(header: header, payload: frame.bytes[frame.sent..<end], completes: goesOn ? nil : frame.ticket)
    }
}
