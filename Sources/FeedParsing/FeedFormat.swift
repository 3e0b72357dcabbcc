/// The format of a feed's document, and its version.
package enum FeedFormat: Sendable, Hashable {
    /// RSS by its `version`; `nil` if it names none.
    case rss(version: String?)
    case rdf(RDFVersion)
    case atom10
    case atom03
    case cdf
    case jsonFeed(version: String)

    package enum RDFVersion: Sendable, Hashable { case rss090, rss10 }

    /// A short lower-case name: `rss20`, `rss091`, `rss10`, `atom10`, `json11`.
    package var name: String {
        switch self {
        case .rss(nil): "rss"
        case .rss(let version?):
            switch version {
            case "0.90": "rss090"
            case "0.91": "rss091"
            case "0.92": "rss092"
            case "0.93": "rss093"
            case "0.94": "rss094"
            default: version.hasPrefix("2") ? "rss20" : version.hasPrefix("1") ? "rss10" : "rss"
            }
        case .rdf(.rss090): "rss090"
        case .rdf(.rss10): "rss10"
        case .atom10: "atom10"
        case .atom03: "atom03"
        case .cdf: "cdf"
        case .jsonFeed(let version): version.hasPrefix("1.1") ? "json11" : "json1"
        }
    }

    /// As people call it: `RSS 2.0`.
    package var title: String {
        switch self {
        case .rss(let version): "RSS" + (version.map { " \($0)" } ?? "")
        case .rdf(.rss090): "RSS 0.90"
        case .rdf(.rss10): "RSS 1.0"
        case .atom10: "Atom 1.0"
        case .atom03: "Atom 0.3"
        case .cdf: "CDF"
        case .jsonFeed(let version): "JSON Feed \(version)"
        }
    }
}
