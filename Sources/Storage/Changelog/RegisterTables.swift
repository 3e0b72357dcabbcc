import Changelog
import Model

/// The log in its tables, inside one write transaction.
final class RegisterTables: RegisterStore {
    private let transaction: Transaction

    init(_ transaction: Transaction) { self.transaction = transaction }

    // MARK: Node

    func node() throws -> NodeState? {
        try transaction.statement("SELECT origin, log, sequence, chain, lseq, clock FROM node").first { row in
            NodeState(
                origin: OriginID(row.bits(0)), log: LogID(row.bits(1)), sequence: row.integer(2),
                chain: Chain(row.bits(3)), lseq: row.integer(4), clock: row.integer(5))
        }
    }

    func setNode(_ node: NodeState) throws {
        try transaction.statement(
            """
            INSERT INTO node (id, origin, log, sequence, chain, lseq, clock) VALUES (1, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, log = excluded.log,
                sequence = excluded.sequence, chain = excluded.chain, lseq = excluded.lseq, clock = excluded.clock
            """
        ).run(
            Int64(bits: node.origin.rawValue), Int64(bits: node.log.rawValue), node.sequence,
            Int64(bits: node.chain.rawValue), node.lseq, node.clock)
    }

    // MARK: Registers

    func register(_ id: RegisterID) throws -> Register? {
        try transaction.statement(
            """
            SELECT kind, key, clock, author, value_prefix, origin, sequence, value, lseq FROM register
            WHERE key = ? AND kind = ?
            """
        ).first(id.key, Int64(id.kind.code)) { try Self.register($0) }
    }

    func insert(_ registers: [Register]) throws -> [Bool] {
        let find = try transaction.statement("SELECT 1 FROM register WHERE lseq = ?")
        // A failure ends the transaction, so SQLite need not be able to undo this one statement.
        return try transaction.insertNew(
            """
            INSERT OR FAIL INTO register (lseq, key, kind, clock, author, value_prefix, origin, sequence, value) VALUES
            """, registers, unless: "ON CONFLICT (key, kind) DO NOTHING",
            isStored: { try find.first($0.lseq) { _ in true } ?? false }, values: Self.values)
    }

    func put(_ register: Register) throws {
        try transaction.insert(
            """
            INSERT OR REPLACE INTO register (lseq, key, kind, clock, author, value_prefix, origin, sequence, value) VALUES
            """, [register], values: Self.values)
    }

    private static func values(
        _ register: Register
    ) -> (Int64, RecordKey, Int64, Int64, Int64, Int64, Int64, Int64, [UInt8]) {
        (
            register.lseq, register.id.key, Int64(register.id.kind.code), register.version.clock,
            Int64(bits: register.version.author.rawValue), Int64(bits: register.version.valuePrefix),
            Int64(bits: register.position.origin.rawValue), register.position.sequence, register.value
        )
    }

    func visitLog(after lseq: Int64, _ body: (LogPlace, () throws -> Register) throws -> Bool) throws {
        try transaction.statement(
            """
            SELECT kind, key, clock, author, value_prefix, origin, sequence, value, lseq FROM register
            WHERE lseq > ? ORDER BY lseq
            """
        ).visit(lseq) { row in
            try body(LogPlace(lseq: row.integer(8), position: Self.position(row))) { try Self.register(row) }
        }
    }

    func visitRegisters(of origin: OriginID, after sequence: Int64, _ body: (Register) throws -> Bool) throws {
        try transaction.statement(
            """
            SELECT kind, key, clock, author, value_prefix, origin, sequence, value, lseq FROM register
            WHERE origin = ? AND sequence > ? ORDER BY sequence
            """
        ).visit(Int64(bits: origin.rawValue), sequence) { try body(try Self.register($0)) }
    }

    func visitRegisters(keys: ClosedRange<RecordKey>, _ body: (Register) throws -> Bool) throws {
        try transaction.statement(
            """
            SELECT kind, key, clock, author, value_prefix, origin, sequence, value, lseq FROM register
            WHERE key BETWEEN ? AND ? ORDER BY key, kind
            """
        ).visit(keys.lowerBound, keys.upperBound) { try body(try Self.register($0)) }
    }

    // MARK: Origins

    func origins() throws -> [OriginState] {
        try transaction.statement("SELECT id, sequence, chain FROM origin").all { row in
            OriginState(origin: OriginID(row.bits(0)), sequence: row.integer(1), chain: Chain(row.bits(2)))
        }
    }

    func setOrigin(_ state: OriginState) throws {
        try transaction.statement("INSERT OR REPLACE INTO origin (id, sequence, chain) VALUES (?, ?, ?)").run(
            Int64(bits: state.origin.rawValue), state.sequence, Int64(bits: state.chain.rawValue))
    }

    func marks(of origin: OriginID) throws -> [ChainMark] {
        try transaction.statement("SELECT sequence, chain FROM origin_mark WHERE origin = ? ORDER BY sequence").all(
            Int64(bits: origin.rawValue)
        ) { ChainMark(sequence: $0.integer(0), chain: Chain($0.bits(1))) }
    }

    func setMark(_ mark: ChainMark, of origin: OriginID) throws {
        try transaction.statement("INSERT OR REPLACE INTO origin_mark (origin, sequence, chain) VALUES (?, ?, ?)").run(
            Int64(bits: origin.rawValue), mark.sequence, Int64(bits: mark.chain.rawValue))
    }

    func removeMarks(of origin: OriginID, at sequences: [Int64]) throws {
        let remove = try transaction.statement("DELETE FROM origin_mark WHERE origin = ? AND sequence = ?")
        for sequence in sequences { try remove.run(Int64(bits: origin.rawValue), sequence) }
    }

    // MARK: Digest

    func digestGroup(_ index: Int) throws -> DigestGroup {
        let found = try transaction.statement("SELECT sums FROM digest WHERE \"group\" = ?").first(index) {
            $0.bytes(0)
        }
        guard let found else { return DigestGroup() }
        guard let group = DigestGroup(bytes: found) else { throw StoreError.corrupt("a digest row has a wrong length") }
        return group
    }

    func setDigestGroup(_ index: Int, _ group: DigestGroup) throws {
        try transaction.statement("INSERT OR REPLACE INTO digest (\"group\", sums) VALUES (?, ?)").run(
            index, group.bytes)
    }

    // MARK: Cursors

    func cursorsIn(of peer: DeviceID, log: LogID) throws -> [LogCursor] {
        try transaction.statement("SELECT lseq, nonce FROM cursor_in WHERE peer = ? AND log = ? ORDER BY rank").all(
            peer.hash, Int64(bits: log.rawValue)
        ) { LogCursor(lseq: $0.integer(0), nonce: $0.bits(1)) }
    }

    func setCursorsIn(_ cursors: [LogCursor], of peer: DeviceID, log: LogID) throws {
        try transaction.statement("DELETE FROM cursor_in WHERE peer = ?").run(peer.hash)
        let insert = try transaction.statement(
            "INSERT INTO cursor_in (peer, rank, log, lseq, nonce) VALUES (?, ?, ?, ?, ?)")
        for (rank, cursor) in cursors.enumerated() {
            try insert.run(peer.hash, rank, Int64(bits: log.rawValue), cursor.lseq, Int64(bits: cursor.nonce))
        }
    }

    func cursorsOut(of peer: DeviceID) throws -> [LogCursor] {
        try transaction.statement("SELECT lseq, nonce FROM cursor_out WHERE peer = ? ORDER BY rank").all(peer.hash) {
            LogCursor(lseq: $0.integer(0), nonce: $0.bits(1))
        }
    }

    func setCursorsOut(_ cursors: [LogCursor], of peer: DeviceID) throws {
        try transaction.statement("DELETE FROM cursor_out WHERE peer = ?").run(peer.hash)
        let insert = try transaction.statement("INSERT INTO cursor_out (peer, rank, lseq, nonce) VALUES (?, ?, ?, ?)")
        for (rank, cursor) in cursors.enumerated() {
            try insert.run(peer.hash, rank, cursor.lseq, Int64(bits: cursor.nonce))
        }
    }

    // MARK: Quarantine

    /// A peer that sends only nonsense must not fill the disk: so many are kept, and so many bytes of their values.
    private static let quarantineLimit = 1000
    private static let quarantineBytes = 16 << 20

    /// What is sent again, as it is at each sync until it is right, takes the place of what came before.
    func quarantine(_ item: QuarantinedChange) throws {
        let kind = Int64(item.change.id.kind.code)
        try transaction.statement("DELETE FROM quarantine WHERE peer = ? AND kind = ? AND key = ?").run(
            item.peer.hash, kind, item.change.id.key)
        try transaction.statement(
            "INSERT INTO quarantine (peer, received, kind, key, reason, value) VALUES (?, ?, ?, ?, ?, ?)"
        ).run(item.peer.hash, item.received, kind, item.change.id.key, item.defect.description, item.change.value)
        try transaction.statement(
            """
            DELETE FROM quarantine WHERE id IN (
                SELECT id FROM (
                    SELECT id, row_number() OVER newest AS place, sum(length(value)) OVER newest AS bytes
                    FROM quarantine WINDOW newest AS (ORDER BY id DESC)
                ) WHERE place > ? OR bytes > ?
            )
            """
        ).run(Self.quarantineLimit, Self.quarantineBytes)
    }

    static func register(_ row: Row) throws -> Register {
        guard let kind = UInt32(exactly: row.integer(0)).flatMap({ ChangeKind(code: $0) }) else {
            throw StoreError.corrupt("a register is of no kind")
        }
        let change = Change(
            id: RegisterID(kind: kind, key: try row.key(1)),
            version: Version(clock: row.integer(2), author: OriginID(row.bits(3)), valuePrefix: row.bits(4)),
            position: position(row), value: row.bytes(7))
        return Register(change: change, lseq: row.integer(8))
    }

    private static func position(_ row: Row) -> Position {
        Position(origin: OriginID(row.bits(5)), sequence: row.integer(6))
    }
}

extension Row {
    /// A 64-bit number without sign, stored by its bits.
    func bits(_ column: Int32) -> UInt64 { UInt64(bitPattern: integer(column)) }
}

extension Int64 {
    init(bits: UInt64) { self.init(bitPattern: bits) }
}
