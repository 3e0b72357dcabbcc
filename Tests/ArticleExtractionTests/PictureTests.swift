import ArticleExtraction
import Testing

/// Which pictures are kept for offline reading.
@Suite struct PictureTests {
    // MARK: By their addresses

    @Test func `the lead picture comes first and each picture once`() {
        let chosen = PictureChoice.worthKeeping(
            lead: "https://img.example/quay.jpg",
            inBody: ["https://img.example/crane.jpg", "https://img.example/quay.jpg", "data:image/gif;base64,R0lGOD"])
        #expect(chosen == ["https://img.example/quay.jpg", "https://img.example/crane.jpg"])
    }

    @Test(arguments: [
        "https://pixel.example.com/g?host=a", "https://counter.example.org/content/7/count.gif",
        "https://www.example.com/i/1x1.png", "https://www.example.com/spacer.gif", "https://stats.example.com/b.gif",
        "https://www.example.com/b.gif?x-id=4",
    ])
    func `what counts readers is not fetched`(address: String) {
        #expect(PictureChoice.worthKeeping(lead: nil, inBody: [address]).isEmpty)
    }

    @Test(arguments: [
        "https://img.example.com/pixel-art-exhibition.jpg", "https://img.example.com/2026/03/counting-house.png",
        "https://img.example.com/images?id=77&w=1200", "https://harbour.example/beacons/lighthouse.webp",
    ])
    func `a picture whose name only sounds so is kept`(address: String) {
        #expect(PictureChoice.worthKeeping(lead: nil, inBody: [address]) == [address])
    }

    @Test func `a gallery is kept up to a limit`() {
        let gallery = (0..<500).map { "https://img.example/\($0).jpg" }
        #expect(PictureChoice.worthKeeping(lead: nil, inBody: gallery).count == PictureChoice.most)
    }

    // MARK: By their bytes

    private static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [
            0, 0, 1, 64, 0, 0, 0, 200,
        ]
    private static let gif: [UInt8] = Array("GIF89a".utf8) + [64, 1, 200, 0, 0, 0]
    /// An application segment, a table, then the frame.
    private static let jpeg: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC4, 0, 3, 0, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0, 200, 1, 64, 3,
    ]
    private static let extended: [UInt8] =
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 63, 1, 0, 199, 0, 0]
    private static let lossless: [UInt8] =
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8L".utf8) + [5, 0, 0, 0, 0x2F, 0x3F, 0xC1, 0x31, 0]
    private static let lossy: [UInt8] =
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [9, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A]
        + [64, 1, 200, 0]
    private static let avif: [UInt8] =
        [0, 0, 0, 20] + Array("ftypavif".utf8) + [0, 0, 0, 0] + Array("mif1".utf8) + [0, 0, 0, 20]
        + Array("ispe".utf8) + [0, 0, 0, 0, 0, 0, 1, 64, 0, 0, 0, 200]

    @Test(arguments: [
        (png, PictureFile.Format.png), (gif, .gif), (jpeg, .jpeg), (extended, .webp), (lossless, .webp),
        (lossy, .webp), (avif, .avif),
    ])
    func `a picture says what it is and how large`(bytes: [UInt8], format: PictureFile.Format) throws {
        let file = try #require(PictureFile(bytes + [UInt8](repeating: 0, count: 16)))
        #expect(file.format == format)
        #expect(file.width == 320 && file.height == 200)
        #expect(file.isWorthKeeping)
    }

    @Test(arguments: [png, jpeg, extended, lossless, lossy, avif])
    func `a picture that is cut before its size is none`(bytes: [UInt8]) {
        for length in 0..<(bytes.count - 5) { #expect(PictureFile(Array(bytes.prefix(length))) == nil) }
    }

    @Test(arguments: [
        "<svg xmlns='http://www.w3.org/2000/svg'/>", "<!doctype html><p>Not found", "", "BM", "\u{89}PNG",
    ])
    func `what is no picture is refused, whatever it is called`(text: String) {
        #expect(PictureFile(Array(text.utf8)) == nil)
    }

    @Test func `a picture of a pixel is not worth keeping`() throws {
        var bytes = Self.png
        bytes[16..<24] = [0, 0, 0, 1, 0, 0, 0, 1]
        #expect(try !#require(PictureFile(bytes)).isWorthKeeping)
    }
}
