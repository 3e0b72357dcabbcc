import Model

/// What a robots.txt (RFC 9309) allows one program. Reading and matching are bounded whatever the file holds.
package struct RobotsRules: Hashable, Sendable {
    private struct Rule: Hashable, Sendable {
        let allows: Bool
        /// With `*` and a final `$` as they were written; percent-encoding normalised.
        let pattern: [UInt8]
    }

    private let rules: [Rule]
    /// `Crawl-delay`, which is no standard but widely meant; at most a minute.
    package let crawlDelay: Duration?

    /// "Crawlers … SHOULD … parsing limit … at least 500 kibibytes" (§2.5).
    package static let mostBytes = 500 << 10
    private static let mostRules = 2000
    private static let longestPattern = 1024
    /// Comparisons of bytes for one path: 2,000 honest rules take a tenth.
    private static let mostSteps = 2_000_000

    /// No robots.txt: everything is allowed (§2.3.1.3).
    package static let allowAll = RobotsRules(rules: [], crawlDelay: nil)

    private init(rules: [Rule], crawlDelay: Duration?) {
        self.rules = rules
        self.crawlDelay = crawlDelay
    }

    /// The rules for `product` (a token such as `wiredesk`): those of every group that names it, or else of the groups
    /// for `*` (§2.2.1).
    package init(parsing bytes: some Collection<UInt8>, for product: String) {
        var named = Group()
        var general = Group()
        var isNamed = false
        var isGeneral = false
        var isNamingAgents = false
        var hasOwnGroup = false
        let product = Array(product.lowercased().utf8)
        for line in bytes.prefix(Self.mostBytes).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard let (key, value) = Self.field(Array(line)) else { continue }
            if key == Array("user-agent".utf8) {
                if !isNamingAgents { (isNamed, isGeneral) = (false, false) }
                isNamingAgents = true
                // The token ends where its letters end: `Wiredesk/1.0` means `wiredesk` (§2.2.1).
                let agent = value.prefix { Self.isTokenByte($0) }.map(Self.lower)
                if agent == product { (isNamed, hasOwnGroup) = (true, true) }
                if value.first == UInt8(ascii: "*") { isGeneral = true }
                continue
            }
            guard let entry = Group.Entry(key: key, value: value) else { continue }
            isNamingAgents = false
            if isNamed { named.add(entry) }
            if isGeneral { general.add(entry) }
        }
        // A group without rules allows everything and still takes the place of the general one.
        let group = hasOwnGroup ? named : general
        rules = group.rules
        crawlDelay = group.crawlDelay
    }

    /// Whether `path` (with its query) may be fetched: the longest pattern that matches decides, and of two equally long
    /// ones the permission (§2.2.2). A file whose patterns are too laborious allows nothing.
    package func allows(path: String) -> Bool {
        let path = Self.normalised(Array(path.utf8.prefix(8192)))
        var best: Rule?
        var steps = Self.mostSteps
        for rule in rules where rule.pattern.count >= best?.pattern.count ?? 0 {
            let isMatch = Self.matches(rule.pattern, path, &steps)
            guard steps > 0 else { return false }
            guard isMatch else { continue }
            if rule.pattern.count > best?.pattern.count ?? -1 || rule.allows { best = rule }
        }
        return best?.allows ?? true
    }
}

// MARK: - Reading

extension RobotsRules {
    private struct Group {
        enum Entry {
            case rule(Rule)
            case crawlDelay(Duration)

            init?(key: [UInt8], value: [UInt8]) {
                switch String(decoding: key, as: UTF8.self) {
                case "allow": self = .rule(Rule(allows: true, pattern: RobotsRules.normalised(value)))
                case "disallow": self = .rule(Rule(allows: false, pattern: RobotsRules.normalised(value)))
                case "crawl-delay":
                    guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0 else { return nil }
                    self = .crawlDelay(.seconds(min(seconds, 60)))
                default: return nil
                }
            }
        }

        var rules: [Rule] = []
        var crawlDelay: Duration?

        mutating func add(_ entry: Entry) {
            switch entry {
            case .rule(let rule):
                // An empty pattern matches nothing: `Disallow:` allows everything.
                guard !rule.pattern.isEmpty, rules.count < RobotsRules.mostRules else { return }
                rules.append(rule)
            case .crawlDelay(let delay): crawlDelay = max(delay, crawlDelay ?? .zero)
            }
        }
    }

    /// `key: value # comment`, trimmed, the key in lower case.
    private static func field(_ line: [UInt8]) -> (key: [UInt8], value: [UInt8])? {
        let text = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var key = trimmed(text[..<colon]).map(lower)
        if key.starts(with: [0xEF, 0xBB, 0xBF]) { key.removeFirst(3) }
        return (key, Array(trimmed(text[(colon + 1)...]).prefix(longestPattern)))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return bytes.drop { $0 <= 0x20 }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// `a-z`, `A-Z`, `_` and `-` (§2.2.1).
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    /// One spelling for what is the same address: unreserved bytes plain, all else outside ASCII percent-encoded in upper
    /// case (§2.2.2).
    private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = bytes[index + 1].hexValue,
                let low = bytes[index + 2].hexValue
            {
                append(high << 4 | low, isEscaped: true, to: &result)
                index += 3
            } else {
                append(byte, isEscaped: false, to: &result)
                index += 1
            }
        }
        return result
    }

    private static func append(_ byte: UInt8, isEscaped: Bool, to result: inout [UInt8]) {
        let isUnreserved =
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte)
        if isUnreserved || !isEscaped && byte > 0x20 && byte < 0x7F {
            result.append(byte)
        } else {
            let digits = Array("0123456789ABCDEF".utf8)
            result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

}

// MARK: - Matching

extension RobotsRules {
    /// Greedy with one point to go back to: the work is at most the product of the lengths, however many `*` there are.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8], _ steps: inout Int) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let end = isAnchored ? pattern.count - 1 : pattern.count
        var p = 0
        var t = 0
        var resume: (p: Int, t: Int)?
        while steps > 0 {
            steps -= 1
            if p == end {
                if !isAnchored || t == path.count { return true }
            } else if pattern[p] == UInt8(ascii: "*") {
                p += 1
                resume = (p, t)
                continue
            } else if t < path.count, pattern[p] == path[t] {
                p += 1
                t += 1
                continue
            }
            guard let last = resume, last.t < path.count else { return false }
            resume = (last.p, last.t + 1)
            (p, t) = (last.p, last.t + 1)
        }
        return false
    }
}
