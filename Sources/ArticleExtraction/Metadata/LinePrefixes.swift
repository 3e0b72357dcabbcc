/// Words with which a line may begin, found by their first byte.
struct LinePrefixes {
    private var prefixes = [[String]](repeating: [], count: 256)

    /// - Parameter prefixes: in lower case; of two that match the first counts.
    init(_ prefixes: [String]) {
        for prefix in prefixes { if let first = prefix.utf8.first { self.prefixes[Int(first)].append(prefix) } }
    }

    /// That with which a line in lower case begins.
    func first(of line: String) -> String? {
        line.utf8.first.flatMap { prefixes[Int($0)].first { line.utf8.starts(with: $0.utf8) } }
    }
}
