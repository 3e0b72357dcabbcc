import FoundationEssentials
import Model
import SwiftProtobuf

extension ChangeValue {
    /// The value of register `id` that `bytes` spell; `nil` if its kind, setting or verdict is newer than this node,
    /// in which case the register is kept and relayed as it is.
    ///
    /// Throws what is wrong with it, if it cannot be a value of that kind under that key.
    package init?(of id: RegisterID, bytes: [UInt8]) throws(ValueDefect) {
        guard bytes.count <= Limits.valueBytes else {
            throw ValueDefect(field: "value", reason: .tooLong(limit: Limits.valueBytes))
        }
        switch id.kind {
        case .articleRevision: self = .article(try Self.article(id, bytes))
        case .read: self = .read(ArticleID(key: id.key), try Self.flag(bytes))
        case .starred: self = .starred(ArticleID(key: id.key), try Self.flag(bytes))
        case .hidden: self = .hidden(ArticleID(key: id.key), try Self.flag(bytes))
        case .markAllRead: self = .markAllRead(FeedID(key: id.key), through: try Self.mark(bytes))
        case .tag: self = try Self.tag(id, bytes)
        case .note: self = .note(try Self.note(id, bytes))
        case .feedField:
            guard let value = try Self.feed(id, bytes) else { return nil }
            self = value
        case .pair:
            guard let value = try Self.pair(id, bytes) else { return nil }
            self = value
        case .rule: self = .rule(try Self.rule(id, bytes))
        case .savedSearch: self = .savedSearch(try Self.savedSearch(id, bytes))
        case .device: self = .device(try Self.device(id, bytes))
        default: return nil
        }
    }
}

extension ChangeValue {
    private static func read<Proto: SwiftProtobuf.Message>(
        _ type: Proto.Type, _ bytes: [UInt8], field: String = "value"
    ) throws(ValueDefect) -> Proto {
        do {
            return try Proto(serializedBytes: bytes)
        } catch {
            throw ValueDefect(field: field, reason: .unreadable)
        }
    }

    private static func expect(_ key: RecordKey, for id: RegisterID, _ field: String) throws(ValueDefect) {
        guard key == id.key else { throw ValueDefect(field: field, reason: .keyMismatch) }
    }

    /// A rank that stands anywhere but first would be read differently by a node that does not know the kind.
    private static func expect(rank: Int64, of bytes: [UInt8], _ field: String) throws(ValueDefect) {
        guard Rank.of(bytes) == rank else { throw ValueDefect(field: field, reason: .outOfRange) }
    }

    private static func article(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> Article {
        let proto = try read(ProtoArticleValue.self, bytes)
        try Check.nonEmpty(proto.feedURL, "feed_url", limit: Limits.addressBytes)
        try Check.nonEmpty(proto.entryID, "entry_id", limit: Limits.addressBytes)
        try expect(rank: proto.firstSeen, of: bytes, "first_seen")
        let article = ArticleID(feedURL: proto.feedURL, entryID: proto.entryID)
        let revisionBytes = [UInt8](proto.revision)
        try expect(.revision(of: article, bytes: revisionBytes), for: id, "revision")
        let revision = try read(ProtoRevisionValue.self, revisionBytes, field: "revision")
        try revision.check()
        return Article(
            id: article, feedURL: proto.feedURL, entryID: proto.entryID,
            firstSeen: Timestamp(milliseconds: proto.firstSeen), revision: try revision.value())
    }

    private static func flag(_ bytes: [UInt8]) throws(ValueDefect) -> Bool {
        // Nearly every flag is one of these two; the general path is for the fields of a later version.
        if bytes == [0x08, 0x01] { return true }
        if bytes.isEmpty { return false }
        return try read(ProtoFlagValue.self, bytes).on
    }

    private static func mark(_ bytes: [UInt8]) throws(ValueDefect) -> Timestamp {
        let proto = try read(ProtoMarkAllReadValue.self, bytes)
        try expect(rank: proto.through, of: bytes, "through")
        return Timestamp(milliseconds: proto.through)
    }

    private static func tag(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> ChangeValue {
        let proto = try read(ProtoTagValue.self, bytes)
        let article = ArticleID(key: try Check.key(proto.article, "article"))
        try Check.nonEmpty(proto.tag, "tag", limit: Limits.tagBytes)
        try expect(.tag(proto.tag, of: article), for: id, "tag")
        return .tag(article, tag: proto.tag, present: proto.present)
    }

    private static func note(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> NoteEdit {
        let proto = try read(ProtoNoteValue.self, bytes)
        let article = ArticleID(key: try Check.key(proto.article, "article"))
        try Check.text(proto.text, "text", limit: Limits.noteBytes)
        try Check.list(proto.supersedes, "supersedes")
        var supersedes: [RecordKey] = []
        for bytes in proto.supersedes { supersedes.append(try Check.key(bytes, "supersedes")) }
        let edit = NoteEdit(article: article, nonce: proto.nonce, text: proto.text, supersedes: supersedes)
        try expect(edit.key, for: id, "nonce")
        return edit
    }

    private static func feed(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> ChangeValue? {
        let proto = try read(ProtoFeedFieldValue.self, bytes)
        try Check.nonEmpty(proto.feedURL, "feed_url", limit: Limits.addressBytes)
        try expect(.feedField(proto.field, of: FeedID(url: proto.feedURL)), for: id, "field")
        if case .text(let text) = proto.setting { try Check.text(text, "setting", limit: Limits.addressBytes) }
        guard let setting = proto.value else { return nil }
        return .feed(url: proto.feedURL, setting)
    }

    private static func pair(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> ChangeValue? {
        let proto = try read(ProtoPairValue.self, bytes)
        let first = ArticleID(key: try Check.key(proto.first, "first"))
        let second = ArticleID(key: try Check.key(proto.second, "second"))
        guard first < second, let pair = ArticlePair(first, second) else {
            throw ValueDefect(field: "second", reason: .outOfRange)
        }
        try expect(pair.key, for: id, "first")
        guard let verdict = PairVerdict(code: proto.verdict) else { return nil }
        return .pair(pair, verdict)
    }

    private static func rule(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> SharedRule {
        let proto = try read(ProtoRuleValue.self, bytes)
        try Check.nonEmpty(proto.name, "name")
        try Check.text(proto.query, "query")
        try Check.texts(proto.actions, "actions")
        try expect(.rule(proto.name), for: id, "name")
        return SharedRule(
            name: proto.name, query: proto.query, actions: proto.actions,
            expires: proto.hasExpires ? Timestamp(milliseconds: proto.expires) : nil, isRemoved: proto.removed)
    }

    private static func savedSearch(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> SharedSearch {
        let proto = try read(ProtoSavedSearchValue.self, bytes)
        try Check.nonEmpty(proto.name, "name")
        try Check.text(proto.query, "query")
        try expect(.savedSearch(proto.name), for: id, "name")
        return SharedSearch(name: proto.name, query: proto.query, isRemoved: proto.removed)
    }

    private static func device(_ id: RegisterID, _ bytes: [UInt8]) throws(ValueDefect) -> DeviceEntry {
        let proto = try read(ProtoDeviceValue.self, bytes)
        try proto.check()
        let entry = DeviceEntry(
            device: DeviceID(try Check.hash(proto.device, "device")), name: proto.name,
            publicKey: [UInt8](proto.publicKey), addresses: proto.addresses, isRevoked: proto.revoked,
            signature: [UInt8](proto.signature))
        try expect(.device(entry.device), for: id, "device")
        return entry
    }
}
