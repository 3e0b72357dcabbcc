import Markup

/// What an element means in a feed, whatever its format and namespace.
enum FeedTerm: Sendable {
    case rss, rdf, channel, feed, items, item, entry
    case title, alternateTitle, link, id, about
    case summary, description, alternateSummary, content, encodedContent, xhtmlBody
    case published, updated, date, created, expired
    case author, contributor, name, email, uri, editor, webmaster, creator, person, owner
    case rights, license, generator, language
    case category, keywords, enclosure, mediaContent, mediaGroup, mediaThumbnail
    case image, logo, icon, url, textInput, source, cloud
    case comments, featureName, duration, explicit, newFeedURL
    case timeToLive, skipHours, skipDays, hour, day, updatePeriod, updateFrequency, updateBase
    case unknown
}

/// Which elements feeds are made of, for reading and for repair.
struct FeedVocabulary: XMLVocabulary {
    func role(namespace: String, name: String) -> XMLRole {
        let space = FeedNamespace(uri: namespace)
        let term = Self.term(space, name)
        switch term {
        case .rss, .rdf, .channel, .feed: return .container
        case .item, .entry: return .record
        case .author, .contributor, .image, .textInput, .source, .mediaGroup, .mediaContent, .owner, .skipHours,
            .skipDays, .items, .cloud:
            return .group
        case .category where space == .itunes: return .group
        case .unknown: return .other
        default: return .field
        }
    }

    static func term(_ namespace: FeedNamespace, _ name: String) -> FeedTerm {
        switch namespace {
        case .core, .atom: core[name] ?? .unknown
        case .rdf: name == "rdf" ? .rdf : .unknown
        case .dublinCore: dublinCore[name] ?? .unknown
        case .dublinCoreTerms: dublinCoreTerms[name] ?? dublinCore[name] ?? .unknown
        case .content: name == "encoded" ? .encodedContent : .unknown
        case .media: media[name] ?? .unknown
        case .itunes: itunes[name] ?? .unknown
        case .podcast: name == "person" ? .person : name == "guid" ? .id : name == "license" ? .license : .unknown
        case .geo: name == "featurename" ? .featureName : .unknown
        case .syndication:
            name == "updateperiod"
                ? .updatePeriod
                : name == "updatefrequency" ? .updateFrequency : name == "updatebase" ? .updateBase : .unknown
        case .xhtml: name == "body" ? .xhtmlBody : .unknown
        case .slash, .comments, .other: .unknown
        }
    }

    /// RSS 0.9 to 2.0, Atom 0.3 and 1.0, and CDF.
    private static let core: [String: FeedTerm] = [
        "rss": .rss, "channel": .channel, "feed": .feed, "items": .items, "item": .item, "entry": .entry,
        "title": .title, "link": .link, "a": .unknown, "guid": .id, "id": .id, "description": .description,
        "summary": .summary, "subtitle": .description, "tagline": .description, "abstract": .description,
        "info":
            .unknown, "content": .content, "fullitem": .encodedContent, "body": .xhtmlBody, "encoded": .encodedContent,
        "pubdate": .published, "published": .published, "issued": .published, "updated": .updated, "modified": .updated,
        "lastbuilddate": .updated, "date": .date, "created": .created, "expirationdate": .expired, "author": .author,
        "contributor": .contributor, "name": .name, "email": .email, "uri": .uri, "url": .url, "homepage": .uri,
        "managingeditor": .editor, "webmaster": .webmaster, "copyright": .rights, "rights": .rights,
        "license": .license,
        "generator": .generator, "language": .language, "category": .category, "tags": .keywords, "tag": .category,
        "keywords": .keywords, "enclosure": .enclosure, "image": .image, "logo": .logo, "icon": .icon,
        "textinput":
            .textInput, "source": .source, "cloud": .cloud, "comments": .comments, "ttl": .timeToLive,
        "skiphours":
            .skipHours, "skipdays": .skipDays, "hour": .hour, "day": .day,
    ]

    private static let dublinCore: [String: FeedTerm] = [
        "title": .alternateTitle, "creator": .creator, "author": .creator, "contributor": .contributor,
        "publisher":
            .webmaster, "subject": .category, "date": .date, "rights": .rights, "language": .language,
        "description":
            .alternateSummary, "identifier": .about,
    ]

    private static let dublinCoreTerms: [String: FeedTerm] = [
        "created": .created, "issued": .published, "modified": .updated, "available": .date,
        "abstract":
            .alternateSummary, "license": .license,
    ]

    private static let media: [String: FeedTerm] = [
        "title": .alternateTitle, "description": .alternateSummary, "group": .mediaGroup, "content": .mediaContent,
        "thumbnail": .mediaThumbnail, "category": .category, "keywords": .keywords, "credit": .person,
        "copyright":
            .rights,
    ]

    private static let itunes: [String: FeedTerm] = [
        "title": .alternateTitle, "author": .creator, "summary": .alternateSummary, "subtitle": .alternateSummary,
        "description": .alternateSummary, "owner": .owner, "name": .name, "email": .email, "category": .category,
        "keywords": .keywords, "image": .image, "duration": .duration, "explicit": .explicit,
        "new-feed-url": .newFeedURL,
        "link": .image,
    ]
}
