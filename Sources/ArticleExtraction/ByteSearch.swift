import Markup

extension [UInt8] {
    /// Whether `needle` stands anywhere in it. False for one that is empty.
    func containsSlice(_ needle: [UInt8]) -> Bool { needle.withUnsafeBufferPointer { contains($0) } }

    /// The same for the bytes of a string.
    func contains(_ needle: String.UTF8View) -> Bool {
        needle.withContiguousStorageIfAvailable { contains($0) } ?? containsSlice(Array(needle))
    }

    private func contains(_ needle: UnsafeBufferPointer<UInt8>) -> Bool {
        !needle.isEmpty && withUnsafeBufferPointer { $0.first(needle, from: 0) != nil }
    }
}
