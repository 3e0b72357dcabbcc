import Testing

@testable import PeerTransport

@Suite("Frames in fragments")
struct FragmentTests {
    private static let limit = FrameFormat.maximumFrameByteCount

    @Test("arrive as they were sent, each lane in order, for any sizes", arguments: 1...20 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var queue = FragmentQueue()
        var assembler = FrameAssembler(maximumFrameByteCount: Self.limit)
        var sent: [Lane: [PeerFrame]] = [:]
        var received: [Lane: [PeerFrame]] = [:]
        for _ in 0..<60 {
            let edge = FrameFormat.fragmentByteCount
            if Bool.random(using: &generator) {
                let sizes = [0, 1, edge - 1, edge, edge + 1, Int.random(in: 0...4 * edge, using: &generator)]
                let size = sizes.randomElement(using: &generator) ?? 0
                let lane: Lane = Bool.random(using: &generator) ? .live : .bulk
                let frame = PeerFrame(
                    [UInt8](repeating: UInt8.random(in: 0...255, using: &generator), count: size), on: lane)
                _ = queue.add(frame)
                sent[lane, default: []].append(frame)
            } else if let fragment = queue.next() {
                try deliver(fragment, to: &assembler, &received)
            }
        }
        while let fragment = queue.next() { try deliver(fragment, to: &assembler, &received) }
        #expect(received == sent, "seed \(seed)")
    }

    private func deliver(
        _ fragment: FragmentQueue.Fragment, to assembler: inout FrameAssembler, _ received: inout [Lane: [PeerFrame]]
    ) throws {
        let header = FrameFormat.Header(word: fragment.header.word)
        #expect(header == fragment.header)
        try assembler.check(header)
        let frame = assembler.add(fragment.payload, of: header)
        #expect((frame != nil) == (fragment.completes != nil))
        if let frame { received[frame.lane, default: []].append(frame) }
    }

    @Test("let a live frame wait for at most one fragment of a bulk frame")
    func liveFirst() {
        var queue = FragmentQueue()
        _ = queue.add(PeerFrame([UInt8](repeating: 0, count: 1 << 20), on: .bulk))
        #expect(queue.next()?.header.lane == .bulk)
        _ = queue.add(PeerFrame([1], on: .live))
        #expect(queue.next()?.header == FrameFormat.Header(lane: .live, goesOn: false, byteCount: 1))
        #expect(queue.next()?.header.lane == .bulk)
    }

    @Test("of a frame that was given up are not sent, unless some of them were")
    func givenUp() {
        var queue = FragmentQueue()
        let begun = queue.add(PeerFrame([UInt8](repeating: 0, count: 1 << 20), on: .bulk))
        let untouched = queue.add(PeerFrame([1], on: .bulk))
        _ = queue.next()
        let removedBegun = queue.remove(begun)
        let removedUntouched = queue.remove(untouched)
        #expect(!removedBegun)
        #expect(removedUntouched)
        var completed: [FragmentQueue.Ticket?] = []
        while let fragment = queue.next() { completed.append(fragment.completes) }
        #expect(completed.compactMap { $0 } == [begun])
    }

    @Test("are refused by their header alone when they are too large, or too short in the middle of a frame")
    func refusedByHeader() throws {
        let assembler = FrameAssembler(maximumFrameByteCount: 1024)
        let edge = FrameFormat.fragmentByteCount
        #expect(throws: FrameError.fragmentTooLarge(byteCount: edge + 1)) {
            try assembler.check(.init(lane: .live, goesOn: false, byteCount: edge + 1))
        }
        #expect(throws: FrameError.fragmentTooShort(byteCount: edge - 1)) {
            try assembler.check(.init(lane: .bulk, goesOn: true, byteCount: edge - 1))
        }
        #expect(throws: FrameError.frameTooLarge(limit: 1024)) {
            try assembler.check(.init(lane: .live, goesOn: false, byteCount: 1025))
        }
        try assembler.check(.init(lane: .live, goesOn: false, byteCount: 1024))
    }

    @Test("have headers of which every word is read without harm", arguments: [1, 2])
    func anyHeader(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1000 {
            let word = UInt32(truncatingIfNeeded: generator.next())
            #expect(FrameFormat.Header(word: word).word == word, "seed \(seed)")
        }
    }
}
