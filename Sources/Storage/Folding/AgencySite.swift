import Model

/// Where agencies publish under their own name: a copy there is shown before all others.
enum AgencySite {
    /// Whether the page at `link` is on the own site of `agency`.
    static func isOwn(link: String?, agency: Agency?) -> Bool {
        guard let link, let agency, let sites = hosts[agency] else { return false }
        let host = ArticleLink(link).site
        return sites.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    private static let hosts: [Agency: [String]] = [
        .ap: ["apnews.com"],
        .cnn: ["cnn.com"],
        .reuters: ["reuters.com"],
        .afp: ["afp.com"],
        .bloomberg: ["bloomberg.com"],
        .canadianPress: ["thecanadianpress.com"],
        .statesNewsroom: ["statesnewsroom.com"],
        .kff: ["kffhealthnews.org"],
        .conversation: ["theconversation.com"],
        .propublica: ["propublica.org"],
        .dpa: ["dpa.com"],
        .upi: ["upi.com"],
        .pa: ["pa.media"],
        .ansa: ["ansa.it"],
        .efe: ["efe.com"],
        .kyodo: ["kyodonews.net"],
        .tass: ["tass.com"],
        .xinhua: ["xinhuanet.com", "news.cn"],
    ]
}
