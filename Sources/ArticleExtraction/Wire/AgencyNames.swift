import Markup
import Model

/// The names under which agencies sign, in lower case. Version 1.
enum AgencyNames {
    /// The agency that `text` is the name of, once white space and signs around it are taken away.
    static func exactly(_ text: String) -> Agency? {
        let name = trimmed(text.lowercased())
        return table.first { $0.names.contains(name) }?.agency
    }

    /// The agency whose full name stands in `text`. Short names (`ap`, `pa`, `efe`) count only as whole words in capitals.
    static func named(in text: String) -> Agency? {
        let words = inWords(text)
        if let named = fullNames.first(where: { words.containsSlice($0.name) }) { return named.agency }
        for word in text.utf8.split(whereSeparator: { !$0.isASCIILetter }) where word.count <= 4 {
            let isCapital = word.allSatisfy { (0x41...0x5A).contains($0) }
            if isCapital, let agency = exactly(String(Substring(word))) { return agency }
        }
        return nil
    }

    /// The words of `text` in lower case, each between spaces.
    private static func inWords(_ text: String) -> [UInt8] {
        Array((" " + TextSimilarity.words(text).joined(separator: " ") + " ").utf8)
    }

    private static let fullNames = table.flatMap { agency, names in
        names.filter { $0.utf8.count > 4 }.map { (agency: agency, name: inWords($0)) }
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let isSign: (UInt8) -> Bool = { $0.isHTMLSpace || "/-().,:".utf8.contains($0) }
        guard let first = bytes.firstIndex(where: { !isSign($0) }), let last = bytes.lastIndex(where: { !isSign($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    private static let table: [(agency: Agency, names: Set<String>)] = [
        (
            .cnn,
            ["cnn", "cnn newsource", "cnn wire", "the-cnn-wire", "cable news network", "cnn business", "cnn sport"]
        ),
        (.ap, ["ap", "associated press", "the associated press", "ap news", "apnews"]),
        (.reuters, ["reuters", "thomson reuters", "thomson reuters foundation", "reuters health"]),
        (.afp, ["afp", "agence france-presse", "agence france presse", "afp news"]),
        (.bloomberg, ["bloomberg", "bloomberg news", "bloomberg l.p"]),
        (.tns, ["tns", "tribune news service", "tribune content agency"]),
        (.canadianPress, ["the canadian press", "canadian press", "la presse canadienne", "cp"]),
        (.statesNewsroom, ["states newsroom"]),
        (.kff, ["kff health news", "kaiser health news"]),
        (.conversation, ["the conversation"]),
        (.propublica, ["propublica"]),
        (.dpa, ["dpa", "deutsche presse-agentur", "dpa/lno", "dpa/lnw", "dpa/lby", "dpa/lsw", "dpa-afx", "dpa/tmn"]),
        (.upi, ["upi", "united press international"]),
        (.pa, ["pa", "pa media", "press association", "pa news agency"]),
        (.ansa, ["ansa"]),
        (.efe, ["efe", "agencia efe"]),
        (.kyodo, ["kyodo", "kyodo news"]),
        (.tass, ["tass", "тасс"]),
        (.xinhua, ["xinhua", "xinhua news agency"]),
    ]
}
