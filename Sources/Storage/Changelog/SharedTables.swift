import Changelog
import Model

/// Saved searches, rules and the roster of devices, as all nodes of this owner share them.
struct SharedTables {
    let transaction: Transaction

    func set(_ search: SharedSearch) throws {
        if search.isRemoved {
            try transaction.statement("DELETE FROM saved_search WHERE name = ?").run(search.name)
        } else {
            try transaction.statement("INSERT OR REPLACE INTO saved_search (name, query) VALUES (?, ?)").run(
                search.name, search.query)
        }
    }

    func set(_ rule: SharedRule) throws {
        guard !rule.isRemoved else {
            try transaction.statement("DELETE FROM rule WHERE name = ?").run(rule.name)
            return
        }
        try transaction.statement("INSERT OR REPLACE INTO rule (name, query, expires) VALUES (?, ?, ?)").run(
            rule.name, rule.query, rule.expires)
        try transaction.statement("DELETE FROM rule_action WHERE rule = ?").run(rule.name)
        let insert = try transaction.statement("INSERT INTO rule_action (rule, step, action) VALUES (?, ?, ?)")
        for (step, action) in rule.actions.enumerated() { try insert.run(rule.name, step, action) }
    }

    func set(_ entry: DeviceEntry, register key: RecordKey) throws {
        try transaction.statement(
            "INSERT OR REPLACE INTO device (id, name, is_revoked, register) VALUES (?, ?, ?, ?)"
        ).run(entry.device.hash, entry.name, entry.isRevoked, key)
    }

    func savedSearches() throws -> [SharedSearch] {
        try transaction.statement("SELECT name, query FROM saved_search ORDER BY name").all {
            SharedSearch(name: $0.text(0), query: $0.text(1))
        }
    }

    func rules() throws -> [SharedRule] {
        let rules = try transaction.statement("SELECT name, query, expires FROM rule ORDER BY name").all {
            SharedRule(name: $0.text(0), query: $0.text(1), actions: [], expires: $0.optionalMoment(2))
        }
        let actions = try transaction.statement("SELECT action FROM rule_action WHERE rule = ? ORDER BY step")
        return try rules.map { rule in
            var rule = rule
            rule.actions = try actions.all(rule.name) { $0.text(0) }
            return rule
        }
    }
}
