/// What is known of a document besides its bytes.
package struct FeedOrigin: Sendable, Hashable {
    /// The address it came from, after redirects.
    package var url: String?
    package var contentType: String?
    /// Of the HTTP answer: the base of relative addresses, if it is given (RFC 9110 §8.7).
    package var contentLocation: String?
    package var contentLanguage: String?

    package init(
        url: String? = nil, contentType: String? = nil, contentLocation: String? = nil, contentLanguage: String? = nil
    ) {
        self.url = url
        self.contentType = contentType
        self.contentLocation = contentLocation
        self.contentLanguage = contentLanguage
    }
}
