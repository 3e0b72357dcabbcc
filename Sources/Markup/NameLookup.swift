/// Finds a value by an ASCII name, letter case aside, without allocating.
package struct NameLookup<Value: Sendable>: Sendable {
    @usableFromInline let names: [[UInt8]]
    @usableFromInline let values: [Value]
    /// One more than an index into `names`, or 0 where the slot is free; a power of two, at most a quarter used.
    @usableFromInline let slots: [UInt16]
    @usableFromInline let longest: Int

    /// The names in lower case; of two equal names the first counts.
    package init(_ entries: [(name: [UInt8], value: Value)]) {
        names = entries.map(\.name)
        values = entries.map(\.value)
        longest = names.map(\.count).max() ?? 0
        var size = 64
        while size < entries.count * 4 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        for (index, name) in names.enumerated() {
            var slot = Self.hash(name, 0..<name.count) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(index + 1)
        }
        self.slots = slots
    }

    @inlinable
    package func value(for bytes: [UInt8], _ range: Range<Int>) -> Value? {
        guard range.count <= longest else { return nil }
        let mask = slots.count - 1
        var slot = Self.hash(bytes, range) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if Self.equal(names[index], bytes, range) { return values[index] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    @inlinable
    static func equal(_ name: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard name.count == range.count else { return false }
        for index in 0..<name.count where bytes[range.lowerBound + index].asciiLowercased != name[index] {
            return false
        }
        return true
    }

    @inlinable
    static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for index in range { hash = (hash ^ UInt32(bytes[index].asciiLowercased)) &* 16_777_619 }
        return Int(hash ^ hash >> 13)
    }
}
