import Testing

@testable import ControlProtocol

@Suite struct LineBufferTests {
    @Test func linesComeOutWholeHoweverTheyCameIn() throws {
        let stream = Array("one\n\ntwo\r\nthree is longer\n".utf8)
        for size in 1...stream.count {
            var buffer = LineBuffer(limit: 100)
            var lines: [String] = []
            for start in stride(from: 0, to: stream.count, by: size) {
                buffer.append(stream[start..<min(start + size, stream.count)])
                while let line = try buffer.next() { lines.append(String(decoding: line, as: UTF8.self)) }
            }
            #expect(lines == ["one", "two", "three is longer"])
        }
    }

    @Test func aLineWithoutAnEndIsRefusedAtTheLimit() throws {
        var buffer = LineBuffer(limit: 4)
        buffer.append(Array("abcd".utf8))
        #expect(try buffer.next() == nil)
        buffer.append(Array("e".utf8))
        #expect(throws: LineBuffer.TooLong(limit: 4)) { try buffer.next() }
    }

    @Test func aWholeLineThatIsTooLongIsRefusedToo() {
        var buffer = LineBuffer(limit: 4)
        buffer.append(Array("abcde\n".utf8))
        #expect(throws: LineBuffer.TooLong(limit: 4)) { try buffer.next() }
    }
}
