package import Model

/// What became of a request.
package enum FetchResult: Sendable {
    case fetched(FetchedBody)
    /// 304, or a local file that did not change: what is stored still holds.
    case notModified(Answer)
    /// `Answer` if a server answered at all.
    case failed(FetchFailure, Answer?)
}

/// A 2xx answer with its whole body.
package struct FetchedBody: Sendable {
    package let answer: Answer
    /// Decompressed. At most `FetchLimits.decodedBytes`.
    package let bytes: [UInt8]
}

/// What a server said besides the body, and how it was reached.
package struct Answer: Sendable {
    package let status: Int
    package let headers: ResponseHeaders
    /// The URL that answered, after redirects; without credentials and fragment.
    package let finalURL: String
    /// Where the request's URL moved for good: set only if there were redirects and each of them was a 301 or 308.
    package let permanentTarget: String?
    /// Number of redirects followed.
    package let redirects: Int
    /// Whether a temporary redirect led to another host: what captive portals do.
    package let strayed: Bool
    package let receivedAt: Timestamp
    package let timing: FetchTiming
    /// Bytes of the body before decompression.
    package let wireBytes: Int
    /// The address that was connected to; empty for a file.
    package let address: String

    package init(
        status: Int, headers: ResponseHeaders, finalURL: String, permanentTarget: String?, redirects: Int,
        strayed: Bool, receivedAt: Timestamp, timing: FetchTiming, wireBytes: Int, address: String
    ) {
        self.status = status
        self.headers = headers
        self.finalURL = finalURL
        self.permanentTarget = permanentTarget
        self.redirects = redirects
        self.strayed = strayed
        self.receivedAt = receivedAt
        self.timing = timing
        self.wireBytes = wireBytes
        self.address = address
    }

    package var validators: Validators { headers.validators }
    package var freshness: Freshness { CachePolicy.freshness(of: headers, receivedAt: receivedAt) }
    package var contentType: String? { headers.contentType }

    /// What to report if the body of a feed's answer turns out to be a web page: perhaps a captive portal.
    package var webPageFailure: FetchFailure {
        .webPageInsteadOfFeed(host: WebAddress(finalURL)?.host ?? finalURL, strayed: strayed)
    }
}

package struct FetchTiming: Hashable, Sendable {
    /// Waiting for a connection or for politeness towards the host.
    package let queued: Duration
    /// From the start to the first byte of the final answer.
    package let firstByte: Duration
    /// From the start to the end, redirects included.
    package let total: Duration
    /// Whether the final answer came over a connection that was already open.
    package let reusedConnection: Bool

    package init(queued: Duration, firstByte: Duration, total: Duration, reusedConnection: Bool) {
        self.queued = queued
        self.firstByte = firstByte
        self.total = total
        self.reusedConnection = reusedConnection
    }
}
