/// Small things to remember, by name.
struct SettingTable {
    let transaction: Transaction

    subscript(name: String) -> String? {
        get throws {
            try transaction.statement("SELECT value FROM setting WHERE name = ?").first(name) { $0.text(0) }
        }
    }

    /// `nil` forgets it.
    func set(_ name: String, _ value: String?) throws {
        if let value {
            try transaction.statement("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)").run(name, value)
        } else {
            try transaction.statement("DELETE FROM setting WHERE name = ?").run(name)
        }
    }
}
