import GRDB
import Model

/// One open transaction: a snapshot to read, or the one writer's chance to change everything together.
///
/// It hands out prepared statements by the place in the source where their text stands. It must not outlive the
/// closure it is passed to.
final class Transaction {
    let database: Database
    /// The wall clock when the transaction began.
    let now: Timestamp
    /// The canonical text of a stored body.
    let textOf: (String) -> CanonicalText
    let memory: WriterMemory
    let dictionaries: RecentDictionaries
    /// Of this transaction alone: rows may be others in the next one.
    var packs = UnpackedPacks()
    private var statements: [UnsafePointer<UInt8>: Statement] = [:]
    var rowStatements: [RowStatement: Statement] = [:]

    init(
        _ database: Database, now: Timestamp, textOf: @escaping (String) -> CanonicalText,
        memory: WriterMemory = WriterMemory(), dictionaries: RecentDictionaries = RecentDictionaries()
    ) {
        self.database = database
        self.now = now
        self.textOf = textOf
        self.memory = memory
        self.dictionaries = dictionaries
    }

    /// The statement with this text, prepared once a connection.
    func statement(_ sql: StaticString) throws -> Statement {
        if let known = statements[sql.utf8Start] { return known }
        let prepared = Statement(try database.cachedStatement(sql: sql.description))
        statements[sql.utf8Start] = prepared
        return prepared
    }

    /// A statement whose text is put together at run time; every value in it must be a bound parameter.
    func statement(composed sql: String) throws -> Statement {
        Statement(try database.makeStatement(sql: sql))
    }

    /// The row id of the last insert.
    var lastInsertedRow: Int64 { database.lastInsertedRowID }
    /// Rows that the last statement changed.
    var changedRows: Int { database.changesCount }
}
