package import Model

/// How long an answer may be used without asking again.
package struct Freshness: Hashable, Sendable {
    /// `nil` if the server named none, or asked to be asked every time.
    package var until: Timestamp?

    package init(until: Timestamp?) { self.until = until }
}

/// Freshness by RFC 9111 §4.2 for a private cache, and Retry-After by RFC 9110 §10.2.3.
package enum CachePolicy {
    /// A server that names a year is not believed: a feed is asked at least this often.
    package static let longestFreshness = Duration.seconds(24 * 3600)

    /// The moment until which `headers` say the answer is fresh, from `Cache-Control: max-age`, else `Expires` − `Date`,
    /// less the `Age` that it already had.
    package static func freshness(of headers: ResponseHeaders, receivedAt: Timestamp) -> Freshness {
        let directives = CacheDirectives(headers.cacheControl ?? "")
        guard !directives.asksAgain else { return Freshness(until: nil) }
        guard let lifetime = lifetime(headers, directives, receivedAt: receivedAt) else { return Freshness(until: nil) }
        let left = lifetime - age(headers, receivedAt: receivedAt)
        guard left > .zero else { return Freshness(until: nil) }
        return Freshness(until: receivedAt + min(left, longestFreshness))
    }

    /// When `Retry-After` lets us come back: seconds, or a date. At most `longest` ahead; `nil` without a usable value.
    package static func retryAfter(
        _ value: String?, receivedAt: Timestamp, longest: Duration = .seconds(24 * 3600)
    ) -> Timestamp? {
        guard let value else { return nil }
        if let seconds = deltaSeconds(value[...]) { return receivedAt + min(.seconds(seconds), longest) }
        guard let date = HTTPDate.parse(value) else { return nil }
        return max(receivedAt, min(date, receivedAt + longest))
    }

    private static func lifetime(
        _ headers: ResponseHeaders, _ directives: CacheDirectives, receivedAt: Timestamp
    ) -> Duration? {
        if let maxAge = directives.maxAge { return .seconds(maxAge) }
        guard let expires = headers.expires else { return nil }
        // "A cache recipient MUST interpret invalid date formats, especially the value 0, as in the past" (§5.3).
        guard let moment = HTTPDate.parse(expires) else { return .zero }
        return moment - (headers.date.flatMap { HTTPDate.parse($0) } ?? receivedAt)
    }

    /// The larger of what `Age` says and what `Date` shows (§4.2.3), the latter only where the clocks agree within a day.
    private static func age(_ headers: ResponseHeaders, receivedAt: Timestamp) -> Duration {
        let stated = headers.age.flatMap { deltaSeconds($0[...]) } ?? 0
        var apparent = Duration.zero
        if let date = headers.date.flatMap({ HTTPDate.parse($0) }) { apparent = max(.zero, receivedAt - date) }
        return max(.seconds(stated), apparent < longestFreshness ? apparent : .zero)
    }

    /// Digits alone (§1.2.2); more than 2^31 counts as 2^31.
    static func deltaSeconds(_ text: Substring) -> Int? {
        let digits = text.utf8
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1 << 31) }
    }
}

/// The directives of `Cache-Control` that a private cache obeys.
private struct CacheDirectives {
    /// `no-cache` or `no-store`: ask every time.
    var asksAgain = false
    var maxAge: Int?

    init(_ value: String) {
        for directive in value.split(separator: ",") {
            let parts = directive.split(separator: "=", maxSplits: 1).map { $0.trimmingASCIIWhitespace() }
            switch parts.first?.lowercased() {
            case "no-cache" where parts.count == 1, "no-store": asksAgain = true
            case "max-age" where parts.count == 2:
                let digits = parts[1].filter { $0 != "\"" }
                // Invalid freshness is stale (§4.2.1); of two, the smaller.
                let seconds = CachePolicy.deltaSeconds(digits[...]) ?? 0
                maxAge = maxAge.map { min($0, seconds) } ?? seconds
            default: break
            }
        }
    }
}
