/// The distinct element names of a document, each under a small number.
///
/// Names are folded to lower case: publishers close `<title>` with `</TITLE>`, and no vocabulary in use tells two names
/// by case alone.
struct XMLNames {
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    /// Open addressing; -1 is free. The size is a power of two.
    private var slots: [Int32] = Array(repeating: -1, count: 128)

    /// Names beyond this length are cut: nothing that long is in any vocabulary.
    static let lengthLimit = 200

    /// More names than this are not told apart from the last of them: no feed has a hundredth of it, and names that were
    /// chosen to fall into one slot would be compared with one another, all with all.
    static let countLimit = 10_000

    var count: Int { starts.count - 1 }

    subscript(name: Int32) -> ArraySlice<UInt8> { bytes[Int(starts[Int(name)])..<Int(starts[Int(name) + 1])] }

    mutating func intern(_ source: UnsafeBufferPointer<UInt8>) -> Int32 {
        let name = UnsafeBufferPointer(rebasing: source.prefix(Self.lengthLimit))
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3 }
        var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[slot] >= 0 {
            if equals(slots[slot], name) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard count < Self.countLimit else { return Int32(count - 1) }
        let number = Int32(count)
        slots[slot] = number
        for byte in name { bytes.append(byte.asciiLowercased) }
        starts.append(Int32(bytes.count))
        if count * 2 > slots.count { grow() }
        return number
    }

    private func equals(_ number: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[Int(number)])
        guard Int(starts[Int(number) + 1]) - start == name.count else { return false }
        for index in 0..<name.count where bytes[start + index] != name[index].asciiLowercased { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for number in 0..<Int32(count) {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in self[number] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = number
        }
    }
}
