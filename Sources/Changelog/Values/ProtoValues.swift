import FoundationEssentials
import Model
import SwiftProtobuf

extension ProtoRevisionValue {
    init(_ revision: Revision) {
        if let link = revision.link { self.link = link }
        title = revision.title
        authors = revision.authors
        if let agency = revision.agency { self.agency = agency.rawValue }
        if let dateline = revision.dateline { self.dateline = dateline }
        if let language = revision.language { self.language = language }
        if let imageURL = revision.imageURL { self.imageURL = imageURL }
        categories = revision.categories
        enclosures = revision.enclosures.map(ProtoEnclosureValue.init)
        if let published = revision.published { self.published = published.milliseconds }
        if let updated = revision.updated { self.updated = updated.milliseconds }
        bodyHash = Data(revision.bodyHash.bytes)
        contentHash = Data(revision.contentHash.bytes)
    }

    func check() throws(ValueDefect) {
        try Check.text(hasLink ? link : nil, "link", limit: Limits.addressBytes)
        try Check.text(title, "title")
        try Check.texts(authors, "authors")
        try Check.text(hasAgency ? agency : nil, "agency")
        try Check.text(hasDateline ? dateline : nil, "dateline")
        try Check.text(hasLanguage ? language : nil, "language")
        try Check.text(hasImageURL ? imageURL : nil, "image_url", limit: Limits.addressBytes)
        try Check.texts(categories, "categories")
        try Check.list(enclosures, "enclosures")
        for enclosure in enclosures {
            try Check.text(enclosure.url, "enclosures", limit: Limits.addressBytes)
            try Check.text(enclosure.mediaType, "enclosures")
        }
    }

    func value() throws(ValueDefect) -> Revision {
        Revision(
            link: hasLink ? link : nil, title: title, authors: authors,
            agency: hasAgency ? Agency(rawValue: agency) : nil, dateline: hasDateline ? dateline : nil,
            language: hasLanguage ? language : nil, imageURL: hasImageURL ? imageURL : nil, categories: categories,
            enclosures: enclosures.map {
                Enclosure(
                    url: $0.url, mediaType: $0.hasMediaType ? $0.mediaType : nil,
                    length: $0.hasLength ? $0.length : nil)
            },
            published: hasPublished ? Timestamp(milliseconds: published) : nil,
            updated: hasUpdated ? Timestamp(milliseconds: updated) : nil,
            bodyHash: try Check.hash(bodyHash, "body_hash"), contentHash: try Check.hash(contentHash, "content_hash"))
    }
}

extension ProtoEnclosureValue {
    init(_ enclosure: Enclosure) {
        url = enclosure.url
        if let mediaType = enclosure.mediaType { self.mediaType = mediaType }
        if let length = enclosure.length { self.length = length }
    }
}

extension ProtoFeedFieldValue {
    init(_ setting: FeedSetting) {
        switch setting {
        case .subscribed(let on): self.init(.subscribed, .flag(on))
        case .title(let text): self.init(.title, text.map { .text($0) })
        case .tags(let tags): self.init(.folder, FeedTags.text(of: tags).map { .text($0) })
        case .interval(let seconds): self.init(.interval, seconds.map { .number($0) })
        case .fullText(let on): self.init(.fullText, on.map { .flag($0) })
        case .userAgent(let text): self.init(.userAgent, text.map { .text($0) })
        case .address(let text): self.init(.address, text.map { .text($0) })
        case .proxy(let text): self.init(.proxy, text.map { .text($0) })
        case .http1Only(let on): self.init(.http1Only, on.map { .flag($0) })
        }
    }

    private init(_ code: ProtoFeedFieldCode, _ setting: OneOf_Setting?) {
        field = UInt32(code.rawValue)
        self.setting = setting
    }

    /// `nil` where the field, or its type, is newer than this node.
    var value: FeedSetting? {
        switch (ProtoFeedFieldCode(rawValue: Int(field)), setting) {
        case (.subscribed, .flag(let on)): .subscribed(on)
        case (.title, .text(let text)): .title(text)
        case (.title, nil): .title(nil)
        case (.folder, .text(let text)): .tags(FeedTags.read(text))
        case (.folder, nil): .tags([])
        case (.interval, .number(let seconds)): .interval(seconds: seconds)
        case (.interval, nil): .interval(seconds: nil)
        case (.fullText, .flag(let on)): .fullText(on)
        case (.fullText, nil): .fullText(nil)
        case (.userAgent, .text(let text)): .userAgent(text)
        case (.userAgent, nil): .userAgent(nil)
        case (.address, .text(let text)): .address(text)
        case (.address, nil): .address(nil)
        case (.proxy, .text(let text)): .proxy(text)
        case (.proxy, nil): .proxy(nil)
        case (.http1Only, .flag(let on)): .http1Only(on)
        case (.http1Only, nil): .http1Only(nil)
        default: nil
        }
    }
}

extension PairVerdict {
    var code: ProtoVerdict {
        switch self {
        case .auto: .auto
        case .together: .together
        case .apart: .apart
        }
    }

    init?(code: ProtoVerdict) {
        switch code {
        case .auto: self = .auto
        case .together: self = .together
        case .apart: self = .apart
        case .UNRECOGNIZED: return nil
        }
    }
}

extension ProtoDeviceValue {
    init(_ entry: DeviceEntry) {
        device = Data(entry.device.hash.bytes)
        name = entry.name
        publicKey = Data(entry.publicKey)
        addresses = entry.addresses
        revoked = entry.isRevoked
        signature = Data(entry.signature)
    }

    func check() throws(ValueDefect) {
        try Check.text(name, "name")
        try Check.texts(addresses, "addresses", limit: Limits.addressBytes)
        guard publicKey.count <= Limits.textBytes else {
            throw ValueDefect(field: "public_key", reason: .tooLong(limit: Limits.textBytes))
        }
        guard signature.count <= Limits.textBytes else {
            throw ValueDefect(field: "signature", reason: .tooLong(limit: Limits.textBytes))
        }
    }
}
