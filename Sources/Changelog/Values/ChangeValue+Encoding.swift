import FoundationEssentials
import Model
import SwiftProtobuf

extension ChangeValue {
    /// The register this value belongs to, and its bytes: the same value gives the same bytes on every peer.
    ///
    /// Throws the first field that is longer than it may be or empty where it must not be.
    package func encoded() throws(ValueDefect) -> (id: RegisterID, bytes: [UInt8]) {
        switch self {
        case .article(let article): try Self.encode(article)
        case .read(let article, let on): (RegisterID(kind: .read, key: article.key), Self.flag(on))
        case .starred(let article, let on): (RegisterID(kind: .starred, key: article.key), Self.flag(on))
        case .hidden(let article, let on): (RegisterID(kind: .hidden, key: article.key), Self.flag(on))
        case .markAllRead(let feed, let through):
            (
                RegisterID(kind: .markAllRead, key: feed.key),
                ProtoMarkAllReadValue.with { $0.through = through.milliseconds }.deterministicBytes
            )
        case .tag(let article, let tag, let present): try Self.encode(article, tag: tag, present: present)
        case .note(let edit): try Self.encode(edit)
        case .feed(let url, let setting): try Self.encode(url, setting)
        case .pair(let pair, let verdict):
            (
                RegisterID(kind: .pair, key: pair.key),
                ProtoPairValue.with {
                    $0.first = Data(pair.first.key.bytes)
                    $0.second = Data(pair.second.key.bytes)
                    $0.verdict = verdict.code
                }.deterministicBytes
            )
        case .rule(let rule): try Self.encode(rule)
        case .savedSearch(let search): try Self.encode(search)
        case .device(let entry): try Self.encode(entry)
        }
    }
}

extension ChangeValue {
    private static func flag(_ on: Bool) -> [UInt8] {
        ProtoFlagValue.with { $0.on = on }.deterministicBytes
    }

    private static func encode(_ article: Article) throws(ValueDefect) -> (RegisterID, [UInt8]) {
        let proto = ProtoRevisionValue(article.revision)
        try proto.check()
        try Check.nonEmpty(article.feedURL, "feed_url", limit: Limits.addressBytes)
        try Check.nonEmpty(article.entryID, "entry_id", limit: Limits.addressBytes)
        let revision = proto.deterministicBytes
        let bytes = ProtoArticleValue.with {
            $0.firstSeen = article.firstSeen.milliseconds
            $0.feedURL = article.feedURL
            $0.entryID = article.entryID
            $0.revision = Data(revision)
        }.deterministicBytes
        guard bytes.count <= Limits.valueBytes else {
            throw ValueDefect(field: "revision", reason: .tooLong(limit: Limits.valueBytes))
        }
        let key = RecordKey.revision(of: article.id, bytes: revision)
        return (RegisterID(kind: .articleRevision, key: key), bytes)
    }

    private static func encode(
        _ article: ArticleID, tag: String, present: Bool
    ) throws(ValueDefect) -> (RegisterID, [UInt8]) {
        try Check.nonEmpty(tag, "tag", limit: Limits.tagBytes)
        let bytes = ProtoTagValue.with {
            $0.article = Data(article.key.bytes)
            $0.tag = tag
            $0.present = present
        }.deterministicBytes
        return (RegisterID(kind: .tag, key: .tag(tag, of: article)), bytes)
    }

    private static func encode(_ edit: NoteEdit) throws(ValueDefect) -> (RegisterID, [UInt8]) {
        try Check.text(edit.text, "text", limit: Limits.noteBytes)
        try Check.list(edit.supersedes, "supersedes")
        let bytes = ProtoNoteValue.with {
            $0.article = Data(edit.article.key.bytes)
            $0.nonce = edit.nonce
            $0.text = edit.text
            $0.supersedes = edit.supersedes.sorted().map { Data($0.bytes) }
        }.deterministicBytes
        return (RegisterID(kind: .note, key: edit.key), bytes)
    }

    private static func encode(_ url: String, _ setting: FeedSetting) throws(ValueDefect) -> (RegisterID, [UInt8]) {
        try Check.nonEmpty(url, "feed_url", limit: Limits.addressBytes)
        var proto = ProtoFeedFieldValue(setting)
        if case .text(let text) = proto.setting { try Check.text(text, "setting", limit: Limits.addressBytes) }
        proto.feedURL = url
        let key = RecordKey.feedField(proto.field, of: FeedID(url: url))
        return (RegisterID(kind: .feedField, key: key), proto.deterministicBytes)
    }

    private static func encode(_ rule: SharedRule) throws(ValueDefect) -> (RegisterID, [UInt8]) {
        try Check.nonEmpty(rule.name, "name")
        try Check.text(rule.query, "query")
        try Check.texts(rule.actions, "actions", limit: Limits.addressBytes / 8)
        let bytes = ProtoRuleValue.with {
            $0.name = rule.name
            $0.query = rule.query
            $0.actions = rule.actions
            if let expires = rule.expires { $0.expires = expires.milliseconds }
            $0.removed = rule.isRemoved
        }.deterministicBytes
        return (RegisterID(kind: .rule, key: .rule(rule.name)), bytes)
    }

    private static func encode(_ search: SharedSearch) throws(ValueDefect) -> (RegisterID, [UInt8]) {
        try Check.nonEmpty(search.name, "name")
        try Check.text(search.query, "query")
        let bytes = ProtoSavedSearchValue.with {
            $0.name = search.name
            $0.query = search.query
            $0.removed = search.isRemoved
        }.deterministicBytes
        return (RegisterID(kind: .savedSearch, key: .savedSearch(search.name)), bytes)
    }

    private static func encode(_ entry: DeviceEntry) throws(ValueDefect) -> (RegisterID, [UInt8]) {
        let proto = ProtoDeviceValue(entry)
        try proto.check()
        return (RegisterID(kind: .device, key: .device(entry.device)), proto.deterministicBytes)
    }
}

extension DeviceEntry {
    /// What the roster's signature is made over: the value with an empty signature.
    package var signedBytes: [UInt8] {
        var proto = ProtoDeviceValue(self)
        proto.signature = Data()
        return proto.deterministicBytes
    }
}

extension RecordKey {
    static func revision(of article: ArticleID, bytes: [UInt8]) -> RecordKey {
        RecordKey(of: Array("revision".utf8), article.key.bytes, bytes)
    }

    static func tag(_ tag: String, of article: ArticleID) -> RecordKey {
        RecordKey(of: Array("tag".utf8), article.key.bytes, Array(tag.utf8))
    }

    static func feedField(_ code: UInt32, of feed: FeedID) -> RecordKey {
        let codeBytes = (0..<4).map { UInt8(truncatingIfNeeded: code >> UInt32(24 - 8 * $0)) }
        return RecordKey(of: Array("feed field".utf8), feed.key.bytes, codeBytes)
    }

    static func rule(_ name: String) -> RecordKey { RecordKey(of: Array("rule".utf8), Array(name.utf8)) }

    static func savedSearch(_ name: String) -> RecordKey {
        RecordKey(of: Array("saved search".utf8), Array(name.utf8))
    }

    static func device(_ device: DeviceID) -> RecordKey { RecordKey(of: Array("device".utf8), device.hash.bytes) }
}

extension ArticlePair {
    var key: RecordKey { RecordKey(of: Array("pair".utf8), first.key.bytes, second.key.bytes) }
}

extension SwiftProtobuf.Message {
    /// Fields in ascending order, defaults left out: what swift-protobuf writes, and what `values.proto` asks for.
    ///
    /// Serialising fails only on a missing required field or an `Any` without its type, and there is neither here.
    var deterministicBytes: [UInt8] { (try? serializedBytes()) ?? [] }
}
