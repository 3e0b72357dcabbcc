import Testing

@testable import Configuration

@Suite struct HostileFileTests {
    @Test func anAliasBombIsRefused() {
        #expect(mistakes(bomb(levels: 12)).first?.contains("aliases expand the file to more than") == true)
    }

    @Test func anAliasBombInAKeyIsRefusedBeforeItIsCompared() {
        for key in [
            "? *l30\n: x\n", "*l30 : x\n", "{[*l30]:x}: y\n", "[*l30]: x\n", "x: {?*l30 : y}\n", "{*l30:x}: y\n",
        ] {
            let found = mistakes(bomb(levels: 30) + key)
            #expect(found.first?.contains("as a key") == true, "\(key) \(found)")
        }
    }

    @Test func deepNestingIsRefused() {
        #expect(mistakes("feeds: " + String(repeating: "[", count: 25) + String(repeating: "]", count: 25)).count == 1)
        let deep = mistakes("feeds: " + String(repeating: "[", count: 100_000))
        #expect(deep.count == 1)
        let blocks = (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(mistakes(blocks).count == 1)
    }

    @Test func aHugeFileIsRefused() {
        let text = "# " + String(repeating: "x", count: ConfigurationFile.byteLimit)
        #expect(mistakes(text) == ["the file is larger than 4 MiB; is it the right one? A feed takes one line"])
    }

    @Test func textThatIsNotUTF8IsNamedByLine() {
        let file = ConfigurationFile(path: "w.yaml", bytes: Array("a: b\nc: ".utf8) + [0xE4, 0x0A]) { _ in .missing }
        let errors = #expect(throws: ConfigurationErrors.self) { try file.settings() }
        #expect(errors?.description == "w.yaml:2:1: the text is not UTF-8; save the file as UTF-8")
    }

    @Test func tooManyMistakesAreCounted() {
        let text = "feeds:\n" + String(repeating: "  - nonsense\n", count: 250)
        let found = mistakes(text)
        #expect(found.count == 101)
        #expect(found.last == "150 more mistakes are not shown; mend these first")
    }

    @Test func tenThousandFeedsAreFine() throws {
        let text = "feeds:\n" + (0..<10_000).map { "  - https://site\($0).example/feed.xml\n" }.joined()
        #expect(try settings(text).feeds.count == 10_000)
    }

    @Test(arguments: [0x5EED, 2, 3] as [UInt64])
    func noDamageToTheFileEverCrashes(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let sound = Array(
            """
            feeds:
              - &f {url: "https://a.example/", tags: [x, 'y'], auth: {user: u, password-file: /p}}
              - *f
            fetch: {connections: 4, allow-private-addresses: [10.0.0.0/8]}
            log: {level: info, level: debug}
            peers: {name: |
              text}
            """.utf8)
        for _ in 0..<400 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(Array("\t\n[]{}*&?:-#\"'|>!% ".utf8).randomElement(using: &random) ?? 0, at: index)
                default: bytes.append(contentsOf: bytes[index...].prefix(40))
                }
            }
            _ = try? ConfigurationFile(path: "w", bytes: bytes) { _ in .missing }.settings()
        }
    }

    /// `levels` lists, each of nine times the one before.
    private func bomb(levels: Int) -> String {
        var text = "l0: &l0 [x, x]\n"
        for level in 1...levels {
            let items = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
            text += "l\(level): &l\(level) [\(items)]\n"
        }
        return text
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
