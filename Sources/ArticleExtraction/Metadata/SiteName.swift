import Markup

/// The names of the site that a page belongs to: the one it gives itself, and its host.
struct SiteName {
    /// Letters and digits in lower case.
    private let name: String
    private let host: String
    /// The host's own labels, without those that all hosts share.
    private let labels: [String]

    init(name: String?, url: String?) {
        let host = url.flatMap { URLReference($0).host } ?? ""
        self.name = BlockJudge.normalised(name ?? "")
        self.host = BlockJudge.normalised(host)
        labels = host.components(separatedBy: ".").dropLast().map(BlockJudge.normalised).filter {
            $0.utf8.count > 2 && !Self.sharedLabels.contains($0)
        }
    }

    private static let sharedLabels: Set<String> = ["www", "com", "org", "net", "gov", "edu", "blog", "news"]

    private static let separators = [" | ", " - ", " – ", " — ", " · ", " • ", " « ", " » ", " :: "]

    /// `Headline - The Paper` without the paper: a last part that is the name of the site or of its host.
    func removed(from title: String) -> String {
        for separator in Self.separators {
            let parts = title.components(separatedBy: separator)
            guard parts.count > 1, let last = parts.last.map(BlockJudge.normalised), !last.isEmpty else { continue }
            let isSite = last == name || host.utf8Contains(last) || name.utf8.count > 3 && last.utf8Contains(name)
            if isSite { return parts.dropLast().joined(separator: separator) }
        }
        return title
    }

    /// Whether `text` says the site's name, or nothing at all: `The Paper`, `Paper Newsroom` at `paper.example`.
    func isNamed(by text: String) -> Bool {
        let plain = BlockJudge.normalised(text)
        if plain.isEmpty || plain == name || host.utf8.count > 4 && host.utf8Contains(plain) { return true }
        return labels.contains { label in
            var start = ""
            return TextSimilarity.words(text).contains { word in
                start += word
                return start == label
            }
        }
    }
}
