import CZstd

/// Bodies of articles packed together, with a dictionary, which makes them smaller than each by itself. A pack lies in a
/// database as it came from a peer, and goes on to the next one as it lies there.
///
/// One zstd frame (RFC 8878) that says its size: how many bodies there are, the length of each, and the bodies. Numbers
/// are 4 bytes, big-endian.
package struct BodyPack: Hashable, Sendable {
    package let packed: [UInt8]
    package let dictionary: BodyDictionary.Name

    /// For bytes that came from a peer or lie in a database: nothing is known of them before `bodies` reads them.
    package init(packed: [UInt8], dictionary: BodyDictionary.Name) {
        self.packed = packed
        self.dictionary = dictionary
    }

    /// What a pack may hold.
    package static let mostBodies = 64
    /// Of all of them together, without their lengths.
    package static let mostBytes = Limits.bodyBytes

    /// The bodies, in order; `nil` if that is no pack of this dictionary, or one beyond the limits.
    package func bodies(with dictionary: BodyDictionary) -> [ArraySlice<UInt8>]? {
        guard dictionary.name == self.dictionary, let content = unpacked(with: dictionary),
            let count = content.number(at: 0), (1...Self.mostBodies).contains(count), content.count >= 4 * (count + 1)
        else { return nil }
        var place = 4 * (count + 1)
        var bodies: [ArraySlice<UInt8>] = []
        bodies.reserveCapacity(count)
        for index in 1...count {
            guard let length = content.number(at: 4 * index), length <= content.count - place else { return nil }
            bodies.append(content[place..<place + length])
            place += length
        }
        return place == content.count ? bodies : nil
    }

    private func unpacked(with dictionary: BodyDictionary) -> [UInt8]? {
        packed.withUnsafeBytes { source in
            let size = ZSTD_getFrameContentSize(source.baseAddress, source.count)
            guard size <= UInt64(Self.mostBytes + 4 * (Self.mostBodies + 1)),
                ZSTD_findFrameCompressedSize(source.baseAddress, source.count) == source.count
            else { return nil }
            var written = 0
            let content = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
                guard let context = ZSTD_createDCtx() else { return }
                defer { ZSTD_freeDCtx(context) }
                written = ZSTD_decompress_usingDDict(
                    context, buffer.baseAddress, buffer.count, source.baseAddress, source.count, dictionary.unpacking)
                count = ZSTD_isError(written) == 0 ? written : 0
            }
            return content.count == Int(size) ? content : nil
        }
    }
}

/// Makes packs, one after another with one dictionary.
package final class BodyPacker {
    private let dictionary: BodyDictionary
    private let packing: OpaquePointer
    private let context: OpaquePointer

    /// Of what is in reach twelve makes a fiftieth less, in nearly twice the time. A pack is made when nobody waits for it.
    private static let level: Int32 = 9

    /// `nil` where memory is short.
    package init?(_ dictionary: BodyDictionary) {
        let made = dictionary.content.withUnsafeBytes { ZSTD_createCDict($0.baseAddress, $0.count, Self.level) }
        guard let made else { return nil }
        guard let context = ZSTD_createCCtx() else {
            ZSTD_freeCDict(made)
            return nil
        }
        self.dictionary = dictionary
        self.context = context
        packing = made
    }

    deinit {
        ZSTD_freeCCtx(context)
        ZSTD_freeCDict(packing)
    }

    /// `nil` where memory is short.
    ///
    /// - Parameter bodies: at most `BodyPack.mostBodies`, together at most `BodyPack.mostBytes`.
    package func pack(_ bodies: [ArraySlice<UInt8>]) -> BodyPack? {
        var content: [UInt8] = []
        content.reserveCapacity(bodies.reduce(4 * (bodies.count + 1)) { $0 + $1.count })
        content.append(bigEndian: UInt32(bodies.count))
        for body in bodies { content.append(bigEndian: UInt32(body.count)) }
        for body in bodies { content.append(contentsOf: body) }
        let bound = ZSTD_compressBound(content.count)
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            let written = content.withUnsafeBytes {
                ZSTD_compress_usingCDict(context, buffer.baseAddress, bound, $0.baseAddress, $0.count, packing)
            }
            count = ZSTD_isError(written) == 0 ? written : 0
        }
        return packed.isEmpty ? nil : BodyPack(packed: packed, dictionary: dictionary.name)
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: UInt32) {
        for shift: UInt32 in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// `nil` if it does not lie within.
    fileprivate func number(at place: Int) -> Int? {
        guard count >= place + 4 else { return nil }
        return self[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
