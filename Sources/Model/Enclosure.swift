/// A file that an entry carries: a podcast's sound, a picture (RSS 2.0 §enclosure, RFC 4287 §4.2.7).
package struct Enclosure: Hashable, Sendable {
    package var url: String
    package var mediaType: String?
    /// Bytes, as the publisher says.
    package var length: Int64?

    package init(url: String, mediaType: String? = nil, length: Int64? = nil) {
        self.url = url
        self.mediaType = mediaType
        self.length = length
    }
}
