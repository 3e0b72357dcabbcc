private import Glibc

extension [UInt8] {
    /// Whether `needle`, which is not empty, stands anywhere in it.
    func containsSlice(_ needle: [UInt8]) -> Bool { needle.withUnsafeBufferPointer { contains($0) } }

    /// The same for the bytes of a string.
    func contains(_ needle: String.UTF8View) -> Bool {
        needle.withContiguousStorageIfAvailable { contains($0) } ?? containsSlice(Array(needle))
    }

    private func contains(_ needle: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let wanted = needle.baseAddress, let first = needle.first else { return false }
        return withUnsafeBufferPointer { bytes in
            guard var place = bytes.baseAddress else { return false }
            let end = place + bytes.count
            while end - place >= needle.count,
                let found = memchr(place, Int32(first), end - place - needle.count + 1)
            {
                if memcmp(found, wanted, needle.count) == 0 { return true }
                place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
            }
            return false
        }
    }
}
