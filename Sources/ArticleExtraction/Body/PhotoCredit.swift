/// Recognises the line under a picture by the agency of its photographer. Version 1.
enum PhotoCredit {
    /// `… in the harbour on Monday. (Rui Prata/AP)`, `Foto: dpa`, `REUTERS/Ana Vaz/File Photo`.
    static func endsIn(_ line: String) -> Bool {
        let tail = String(decoding: line.utf8.suffix(90), as: UTF8.self).lowercased()
        return marks.contains { tail.utf8Contains($0) }
    }

    private static let marks = [
        "getty images", "/getty", "reuters/", "/reuters", "ap photo", "/ap)", "/ap/", "/afp", "afp/", "afp via",
        "via ap",
        "/dpa", "dpa/", "imago", "picture alliance", "/epa", "epa/", "shutterstock", "file photo", "(photo", "photo by",
        "photo:",
        "foto:", "fotos:", "bild:", "photo credit", "courtesy of", "/tt", "scanpix", "/ansa", "/efe", "istock",
        "unsplash",
        "picture:", "pictures:", "handout", "photograph by", "(credit", "(image credit", "image:", "/alamy",
        "/shutterstock", "keystone",
    ]
}
