import GRDB

extension Transaction {
    /// Stores many rows with few statements: most of what a short row costs is the statement's.
    ///
    /// - Parameters:
    ///   - insert: the statement, up to `VALUES`.
    ///   - ending: what follows the values.
    ///   - stored: is handed the elements of each statement after it has run.
    ///   - values: those of an element's row.
    func insert<Element, each Value: SQLValue>(
        _ insert: StaticString, _ elements: [Element], ending: StaticString = "",
        stored: (ArraySlice<Element>) throws -> Void = { _ in }, values: (Element) -> (repeat each Value)
    ) throws {
        var rest = elements[...]
        while !rest.isEmpty {
            let count = rest.count >= Self.rowsTogether ? Self.rowsTogether : 1
            let statement = try statement(insert, rows: count, ending: ending) {
                var columns = 0
                for _ in repeat (each Value).self { columns += 1 }
                return columns
            }
            repeat {
                let now = rest.prefix(count)
                var index: Int32 = 1
                for element in now { try statement.bind(repeat each values(element), from: &index) }
                try statement.run()
                try stored(now)
                rest = rest.dropFirst(count)
            } while rest.count >= count
        }
    }

    /// The same where rows of the same key stay as they are. To try is cheaper than to look first where nearly all are new.
    ///
    /// - Parameters:
    ///   - conflict: the clause that leaves them.
    ///   - isStored: whether an element's own row is there; asked only where a statement stored fewer than it was given.
    /// - Returns: whether each was stored.
    func insertNew<Element, each Value: SQLValue>(
        _ insert: StaticString, _ elements: [Element], unless conflict: StaticString,
        isStored: (Element) throws -> Bool, values: (Element) -> (repeat each Value)
    ) throws -> [Bool] {
        var areNew: [Bool] = []
        areNew.reserveCapacity(elements.count)
        try self.insert(
            insert, elements, ending: conflict,
            stored: { elements in
                let areAllNew = changedRows == elements.count
                areNew += try elements.map { try areAllNew || isStored($0) }
            }, values: values)
        return areNew
    }

    private static let rowsTogether = 16

    private func statement(
        _ insert: StaticString, rows: Int, ending: StaticString, columns: () -> Int
    ) throws -> Statement {
        let key = RowStatement(insert: insert.utf8Start, rows: rows)
        if let known = rowStatements[key] { return known }
        let row = "(" + repeatElement("?", count: columns()).joined(separator: ", ") + ")"
        let values = repeatElement(row, count: rows).joined(separator: ", ")
        let prepared = Statement(try database.cachedStatement(sql: "\(insert) \(values) \(ending)"))
        rowStatements[key] = prepared
        return prepared
    }
}

/// A statement that stores rows, by the place in the source where it begins.
struct RowStatement: Hashable {
    let insert: UnsafePointer<UInt8>
    let rows: Int
}
