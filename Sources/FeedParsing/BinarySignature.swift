/// Files that no feed is, by their first bytes.
enum BinarySignature {
    /// What the file is, with its article, or `nil` if it may be text.
    static func kind(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.0) }?.1
    }

    private static let signatures: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"), (Array("RIFF".utf8), "a picture or sound file (RIFF)"),
        ([0, 0, 1, 0], "an icon"), (Array("%PDF-".utf8), "a PDF document"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
        ([0x1F, 0x8B, 8], "a gzip file that the server did not declare as compressed"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file that the server did not declare as compressed"),
        (Array("ID3".utf8), "a sound file (MP3)"), (Array("OggS".utf8), "a sound file (Ogg)"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"), (Array("SQLite format 3".utf8), "a database (SQLite)"),
    ]
}
