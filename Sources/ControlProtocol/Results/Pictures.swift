package import FoundationEssentials

/// `pictures`: one that was kept for offline reading.
package struct PictureSummary: Hashable, Sendable, Codable {
    /// From 1, in the order in which the article shows them; its lead picture is the first.
    package var number: Int
    /// Where it was fetched from: what the article's text names it by.
    package var address: String
    /// A media type: `image/jpeg`.
    package var type: String
    package var bytes: Int

    package init(number: Int, address: String, type: String, bytes: Int) {
        self.number = number
        self.address = address
        self.type = type
        self.bytes = bytes
    }
}

/// `picture`: the picture itself.
package struct PictureContent: Hashable, Sendable, Codable {
    package var picture: PictureSummary
    /// In base64 on the socket.
    package var data: Data

    package init(picture: PictureSummary, data: Data) {
        self.picture = picture
        self.data = data
    }
}
