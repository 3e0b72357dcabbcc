import Markup

/// Which of an article's pictures are worth keeping for offline reading, by their addresses alone.
package enum PictureChoice {
    /// Of one article: a gallery beyond is looked at on its site.
    package static let most = 40

    /// The lead picture first, then those of the body in order, each once, without what counts readers.
    package static func worthKeeping(lead: String?, inBody: [String]) -> [String] {
        var chosen: [String] = []
        for address in [lead].compactMap(\.self) + inBody where chosen.count < most {
            let reference = URLReference(address)
            guard reference.isWeb, address.utf8.count <= longest, !chosen.contains(address), !isBeacon(reference) else {
                continue
            }
            chosen.append(address)
        }
        return chosen
    }

    private static let longest = 2048

    /// Whether the host or the file's name says that whoever fetches it is counted: `pixel.example/…`, `…/count.gif`.
    private static func isBeacon(_ address: URLReference) -> Bool {
        let labels = (address.host ?? "").lowercased().split(separator: ".").dropLast()
        if labels.contains(where: { countingHosts.contains(String($0)) }) { return true }
        let name = address.path.split(separator: UInt8(ascii: "/")).last ?? []
        let stem = String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self).lowercased()
        return countingFiles.contains(stem) || PictureAddress.isPlaceholder(address.path)
    }

    private static let countingHosts: Set<String> = [
        "pixel", "pixels", "beacon", "counter", "stats", "analytics", "track", "tracking", "tracker", "telemetry",
        "metrics",
    ]

    private static let countingFiles: Set<String> = [
        "pixel", "beacon", "counter", "count", "1x1", "spacer", "blank", "track", "tracking", "tracker", "impression",
        "b",
    ]
}
