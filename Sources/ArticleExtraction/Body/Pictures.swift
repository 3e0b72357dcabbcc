import Markup

/// The pictures of a body.
enum Pictures {
    /// At most this many are told of: a gallery beyond is looked at on its site.
    private static let most = 200

    /// The addresses in sanitised HTML, in order, without repeats.
    static func addresses(in html: [UInt8]) -> [String] {
        var tokenizer = HTMLTokenizer(html)
        var result: [String] = []
        var seen: Set<String> = []
        while result.count < most, let token = tokenizer.next() {
            guard case .startTag(.img, _) = token, let source = tokenizer.value(.src) else { continue }
            let address = String(decoding: source, as: UTF8.self)
            if seen.insert(address).inserted { result.append(address) }
        }
        return result
    }
}
