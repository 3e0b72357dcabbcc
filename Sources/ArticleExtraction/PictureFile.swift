/// A file that is a picture, as its first bytes say: JPEG, PNG, GIF, WebP or AVIF.
///
/// SVG is a document that may hold scripts and fetch more, and no picture here.
package struct PictureFile: Equatable, Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case gif = "image/gif"
        case webp = "image/webp"
        case avif = "image/avif"
    }

    package let format: Format
    /// In pixels.
    package let width: Int
    package let height: Int

    /// Smaller ones are icons, rules and beacons, in pixels of either side.
    private static let smallest = 32

    /// Whether it shows anything that belongs to an article.
    package var isWorthKeeping: Bool { min(width, height) >= Self.smallest }

    /// `nil` for anything else, and for a picture that does not say how large it is.
    package init?(_ bytes: [UInt8]) {
        guard let format = Self.format(of: bytes), let size = Self.size(of: bytes, format), size.width > 0,
            size.height > 0
        else { return nil }
        self.format = format
        (width, height) = size
    }

    private static func format(of bytes: [UInt8]) -> Format? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) { return .gif }
        guard bytes.count >= 16 else { return nil }
        if bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) { return .webp }
        let brand = bytes[8..<12]
        let isAVIF = brand.elementsEqual("avif".utf8) || brand.elementsEqual("avis".utf8)
        return bytes[4..<8].elementsEqual("ftyp".utf8) && isAVIF ? .avif : nil
    }

    private typealias Size = (width: Int, height: Int)

    private static func size(of bytes: [UInt8], _ format: Format) -> Size? {
        let reader = Numbers(bytes: bytes)
        switch format {
        case .png: return reader.big(16, 4).flatMap { width in reader.big(20, 4).map { (width, $0) } }
        case .gif: return reader.little(6, 2).flatMap { width in reader.little(8, 2).map { (width, $0) } }
        case .jpeg: return jpegSize(reader)
        case .webp: return webpSize(reader)
        case .avif: return avifSize(reader)
        }
    }

    /// From the frame header (ITU-T T.81 §B.2.2), before which any number of other segments stand.
    private static func jpegSize(_ reader: Numbers) -> Size? {
        var index = 2
        while let marker = reader.big(index, 2), marker >> 8 == 0xFF {
            let kind = marker & 0xFF
            if kind == 0xFF {
                index += 1
                continue
            }
            guard let length = reader.big(index + 2, 2), length >= 2 else { return nil }
            if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
                return reader.big(index + 7, 2).flatMap { width in reader.big(index + 5, 2).map { (width, $0) } }
            }
            index += 2 + length
        }
        return nil
    }

    /// Of the lossy, the lossless and the extended form (RFC 9649 §2.5–2.7).
    private static func webpSize(_ reader: Numbers) -> Size? {
        let chunk = reader.text(12, 4)
        if chunk == "VP8X", let width = reader.little(24, 3), let height = reader.little(27, 3) {
            return (width + 1, height + 1)
        }
        if chunk == "VP8 ", let width = reader.little(26, 2), let height = reader.little(28, 2) {
            return (width & 0x3FFF, height & 0x3FFF)
        }
        guard chunk == "VP8L", let bits = reader.little(21, 4) else { return nil }
        return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }

    /// The largest of the image spatial extents (ISO/IEC 23008-12 §6.5.3), which stand near the start.
    private static func avifSize(_ reader: Numbers) -> Size? {
        var best: Size?
        let head = reader.bytes.prefix(8192)
        for index in head.indices.dropLast(16) where head[index] == UInt8(ascii: "i") {
            guard reader.text(index, 4) == "ispe", let width = reader.big(index + 8, 4),
                let height = reader.big(index + 12, 4)
            else { continue }
            if best.map({ width > $0.width }) ?? true { best = (width, height) }
        }
        return best
    }

    /// Numbers of up to four bytes, and `nil` beyond the end.
    private struct Numbers {
        let bytes: [UInt8]

        func big(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            return bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
        }

        func little(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            return bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
        }

        func text(_ start: Int, _ count: Int) -> String? {
            guard start + count <= bytes.count else { return nil }
            return String(decoding: bytes[start..<start + count], as: UTF8.self)
        }
    }
}
