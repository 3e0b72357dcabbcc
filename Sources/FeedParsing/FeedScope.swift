import Markup

/// What an element inherits from those around it.
struct FeedScope {
    var base: BaseAddress?
    var language: String?

    func resolve(_ address: String) -> String {
        URLReference(address).resolved(against: base?.url).string
    }
}

/// The address against which relative ones are resolved. A class, because every element is handed one.
final class BaseAddress {
    let url: URLReference
    let string: String

    init(_ url: URLReference) {
        self.url = url
        string = url.string
    }

    /// A document's own: its Content-Location, or where it came from.
    convenience init?(_ origin: FeedOrigin) {
        let document = origin.url.map { URLReference($0) }
        guard let url = origin.contentLocation.map({ URLReference($0).resolved(against: document) }) ?? document else {
            return nil
        }
        self.init(url)
    }

    /// The base that `xml:base` names within this one.
    static func named(_ written: String, within base: BaseAddress?) -> BaseAddress {
        BaseAddress(URLReference(written).resolved(against: base?.url))
    }
}
