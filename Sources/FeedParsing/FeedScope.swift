import Markup

/// What an element inherits from those around it.
struct FeedScope {
    var base: BaseAddress?
    var language: String?
    /// Of the whole document.
    let growth: AddressGrowth

    init(base: BaseAddress?, language: String? = nil) {
        self.base = base
        self.language = language
        growth = AddressGrowth()
    }

    func resolve(_ address: String) -> String {
        let resolved = URLReference(address).resolved(against: base?.url).string
        return growth.allows(resolved.utf8.count - address.utf8.count) ? resolved : address
    }
}

/// By how many bytes a document may still grow as its addresses are resolved.
final class AddressGrowth {
    var left = FeedLimits.addressGrowth

    /// Counts an address that became longer by `bytes`; whether there is room for it.
    func allows(_ bytes: Int) -> Bool {
        guard bytes <= left else { return false }
        left -= max(0, bytes)
        return true
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
    static func named(_ written: String, within base: BaseAddress?) -> BaseAddress? {
        let address = BaseAddress(URLReference(written).resolved(against: base?.url))
        return address.string.utf8.count <= FeedLimits.address ? address : base
    }
}
