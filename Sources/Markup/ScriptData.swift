/// The scripts of a page that are data.
struct ScriptData: Sendable {
    /// The contents of `script type="application/ld+json"`: what describes the page to everybody.
    private(set) var structured: [Range<Int>] = []
    /// What the page's own scripts are given: the contents of `script type="application/json"`, and of scripts that begin
    /// by naming an object what follows the sign (`window.state = {`).
    private(set) var given: [Range<Int>] = []

    /// Scripts of fewer bytes hold no text worth reading, and no names are longer.
    private static let leastNamed = 1000
    private static let longestName = 200

    /// - Parameter type: in lower case.
    mutating func look(at range: Range<Int>, type: String, of source: [UInt8]) {
        if type.contains("ld+json") {
            structured.append(range)
        } else if type.hasPrefix("application/json") {
            given.append(range)
        } else if type.isEmpty || type == "text/javascript", range.count >= Self.leastNamed,
            let start = Self.namedObject(source[range])
        {
            given.append(start..<range.upperBound)
        }
    }

    /// Where the object begins to which the first statement of a script gives a name.
    private static func namedObject(_ script: ArraySlice<UInt8>) -> Int? {
        let head = script.prefix(longestName)
        guard let sign = head.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let value = head[(sign + 1)...].drop(while: \.isHTMLSpace)
        return value.first == UInt8(ascii: "{") ? value.startIndex : nil
    }
}
