import Markup

/// Recognises the line under a picture by the agency of its photographer. Version 1.
enum PhotoCredit {
    /// How far from its end a line is looked at, in bytes.
    private static let tail = 90

    /// `… in the harbour on Monday. (Rui Prata/AP)`, `Foto: dpa`, `REUTERS/Ana Vaz/File Photo`.
    static func ends(_ line: ArraySlice<UInt8>) -> Bool {
        let tail = line.suffix(Self.tail)
        for start in tail.indices {
            for mark in marks[Int(tail[start].asciiLowercased)] where start + mark.count <= tail.endIndex {
                var isEqual = true
                for offset in mark.indices where tail[start + offset].asciiLowercased != mark[offset] {
                    isEqual = false
                    break
                }
                if isEqual { return true }
            }
        }
        return false
    }

    /// By their first byte.
    private static let marks: [[[UInt8]]] = {
        var result = [[[UInt8]]](repeating: [], count: 256)
        for mark in rows { result[Int(mark.utf8.first ?? 0)].append(Array(mark.utf8)) }
        return result
    }()

    private static let rows = [
        "getty images", "/getty", "reuters/", "/reuters", "ap photo", "/ap)", "/ap/", "/afp", "afp/", "afp via",
        "via ap", "/dpa", "dpa/", "imago", "picture alliance", "/epa", "epa/", "shutterstock", "file photo", "(photo",
        "photo by", "photo:", "foto:", "fotos:", "bild:", "photo credit", "courtesy of", "/tt", "scanpix", "/ansa",
        "/efe", "istock", "unsplash", "picture:", "pictures:", "handout", "photograph by", "(credit", "(image credit",
        "image:", "/alamy", "/shutterstock", "keystone",
    ]
}
