import Changelog
import Testing

@testable import PeerTransport

@Suite("A device id as text")
struct DeviceIDTests {
    private let device = DeviceID(publicKey: [1, 2, 3])

    @Test("is eight groups of seven characters, and reads back")
    func roundTrip() throws {
        let groups = device.text.split(separator: "-")
        #expect(groups.count == 8)
        #expect(groups.allSatisfy { $0.count == 7 })
        #expect(try DeviceID(parsing: device.text) == device)
        #expect(device.short == groups[0])
    }

    @Test("may be typed in capitals, without dashes, with spaces, and with O and L for 0 and 1")
    func forgivingSpelling() throws {
        let text = device.text
        #expect(try DeviceID(parsing: text.uppercased()) == device)
        #expect(try DeviceID(parsing: String(text.filter { $0 != "-" })) == device)
        #expect(try DeviceID(parsing: String(text.map { $0 == "-" ? " " : $0 })) == device)
        #expect(try DeviceID(parsing: String(text.map { $0 == "0" ? "O" : $0 == "1" ? "l" : $0 })) == device)
    }

    @Test("with any one character wrong is refused, and the place is named")
    func everyWrongCharacter() throws {
        let characters = Array(device.text)
        for index in characters.indices where characters[index] != "-" {
            for wrong in "0123456789abcdefghjkmnpqrstvwxyz" where wrong != characters[index] {
                var mistyped = characters
                mistyped[index] = wrong
                let error = #expect(throws: MistypedText.self) { try DeviceID(parsing: String(mistyped)) }
                guard case .mistyped(let groups) = error else {
                    Issue.record("\(String(describing: error)) for \(String(mistyped))")
                    continue
                }
                #expect(groups.contains(index / 8 + 1))
            }
        }
    }

    @Test("with two neighbours that changed places is refused")
    func everySwap() throws {
        let characters = Array(device.text)
        for index in characters.indices.dropLast()
        where characters[index] != "-" && characters[index + 1] != "-" && characters[index] != characters[index + 1] {
            var mistyped = characters
            mistyped.swapAt(index, index + 1)
            #expect(throws: MistypedText.self) { try DeviceID(parsing: String(mistyped)) }
        }
    }

    @Test("with two groups that changed places is refused")
    func swappedGroups() {
        var groups = device.text.split(separator: "-")
        groups.swapAt(0, 2)
        groups.swapAt(1, 3)
        #expect(throws: MistypedText.mistyped(groups: 1...2)) { try DeviceID(parsing: groups.joined(separator: "-")) }
    }

    @Test("says which group is short, which has a strange character, and when the end is missing")
    func namesThePlace() {
        let groups = device.text.split(separator: "-").map(String.init)
        var short = groups
        short[4].removeLast()
        #expect(throws: MistypedText.groupLength(group: 5, length: 6)) {
            try DeviceID(parsing: short.joined(separator: "-"))
        }
        var strange = groups
        strange[2] = "abc!efg"
        #expect(throws: MistypedText.character("!", group: 3)) { try DeviceID(parsing: strange.joined(separator: "-")) }
        #expect(throws: MistypedText.incomplete) { try DeviceID(parsing: groups[..<6].joined(separator: "-")) }
        #expect(throws: MistypedText.incomplete) { try DeviceID(parsing: "") }
    }

    @Test("reads no text that is not one, however long or odd", arguments: [1, 2, 3])
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for length in [0, 1, 55, 56, 57, 63, 5000] {
            let noise = String(decoding: generator.bytes(length), as: UTF8.self)
            #expect(throws: MistypedText.self, "seed \(seed)") { try DeviceID(parsing: noise) }
        }
    }

    @Test("of any bytes reads back, whatever their number", arguments: [11, 12])
    func anyBytes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for count in 0..<120 {
            let bytes = generator.bytes(count)
            #expect(try CheckedBase32.bytes(in: CheckedBase32.text(of: bytes)) == bytes, "seed \(seed)")
        }
    }
}
