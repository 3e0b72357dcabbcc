import Changelog
import Synchronization

/// The dictionaries that packs of bodies are packed with.
struct DictionaryTable {
    let transaction: Transaction

    /// After so many packs the next dictionary is made, of what is written then.
    private static let mostPacks = 4096

    func names() throws -> [BodyDictionary.Name] {
        try transaction.statement("SELECT name FROM dictionary ORDER BY id").all { BodyDictionary.Name($0.bits(0)) }
    }

    /// `nil` if it is not here; it may have been used lately all the same.
    func row(of name: BodyDictionary.Name) throws -> Int64? {
        try transaction.statement("SELECT id FROM dictionary WHERE name = ?").first(Int64(bits: name.rawValue)) {
            $0.integer(0)
        }
    }

    /// `nil` if it is not here, or not readable.
    func dictionary(_ name: BodyDictionary.Name) throws -> BodyDictionary? {
        if let known = transaction.dictionaries[name] { return known }
        let found = try transaction.statement("SELECT content FROM dictionary WHERE name = ?").first(
            Int64(bits: name.rawValue)
        ) { BodyDictionary(packed: $0.bytes(0)) }
        guard let found, let found, found.name == name else { return nil }
        transaction.dictionaries[name] = found
        return found
    }

    func packed(_ name: BodyDictionary.Name) throws -> [UInt8]? {
        try transaction.statement("SELECT content FROM dictionary WHERE name = ?").first(Int64(bits: name.rawValue)) {
            $0.bytes(0)
        }
    }

    /// The newest, unless it has served for as many packs as one should.
    func current() throws -> BodyDictionary? {
        let kept = try transaction.statement("SELECT count(*) FROM dictionary").first { $0.count(0) } ?? 0
        let newest = try transaction.statement("SELECT name, packs FROM dictionary ORDER BY id DESC LIMIT 1").first {
            (name: BodyDictionary.Name($0.bits(0)), packs: $0.count(1))
        }
        guard let newest, newest.packs < Self.mostPacks || kept >= BodyDictionary.mostKept else { return nil }
        return try dictionary(newest.name)
    }

    /// False if it is not kept, as there are as many as a node keeps.
    @discardableResult
    func add(_ dictionary: BodyDictionary) throws -> Bool {
        if try row(of: dictionary.name) != nil, try self.dictionary(dictionary.name) != nil { return true }
        let kept = try transaction.statement("SELECT count(*) FROM dictionary").first { $0.count(0) } ?? 0
        guard kept < BodyDictionary.mostKept else { return false }
        guard let packed = dictionary.packed else { throw StoreError.failure("a dictionary could not be compressed") }
        try transaction.statement("INSERT OR REPLACE INTO dictionary (name, content) VALUES (?, ?)").run(
            Int64(bits: dictionary.name.rawValue), packed)
        return true
    }

    /// What cannot be read must not keep a peer from sending it again.
    func dropUnreadable() throws {
        for name in try names() {
            guard let packed = try packed(name), BodyDictionary(packed: packed)?.name != name else { continue }
            try transaction.statement("DELETE FROM dictionary WHERE name = ?").run(Int64(bits: name.rawValue))
        }
    }

    /// A pack was made with it.
    func count(_ name: BodyDictionary.Name) throws {
        try transaction.statement("UPDATE dictionary SET packs = packs + 1 WHERE name = ?").run(
            Int64(bits: name.rawValue))
    }
}

/// Dictionaries that were used last, for all connections: each says by its name what it holds, so none goes stale.
final class RecentDictionaries: Sendable {
    private static let limit = 2
    private let recent = Mutex<[BodyDictionary]>([])

    subscript(name: BodyDictionary.Name) -> BodyDictionary? {
        get { recent.withLock { $0.first { $0.name == name } } }
        set {
            guard let newValue else { return }
            recent.withLock { recent in
                recent.removeAll { $0.name == name }
                recent.append(newValue)
                if recent.count > Self.limit { recent.removeFirst() }
            }
        }
    }
}
