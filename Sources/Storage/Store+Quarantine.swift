package import Changelog
package import Model

/// A change that was set aside, as `wiredesk sync quarantine` shows it.
package struct SetAside: Hashable, Sendable {
    /// `nil` where it was damaged in this very database.
    package var peer: DeviceID?
    package var received: Timestamp
    /// The code of the register's kind.
    package var kind: Int64
    /// 16 bytes, unless that is what is wrong.
    package var key: [UInt8]
    package var reason: String
    /// Bytes of the value.
    package var size: Int
}

extension Store {
    /// The newest first.
    package func quarantined(limit: Int) throws(StoreError) -> [SetAside] {
        try read { transaction in
            try transaction.statement(
                """
                SELECT peer, received, kind, key, reason, length(value) FROM quarantine ORDER BY id DESC LIMIT ?
                """
            ).all(limit) { row in
                SetAside(
                    peer: row.withBytes(0) { ContentHash(bytes: $0) }.map { DeviceID($0) }, received: row.moment(1),
                    kind: row.integer(2),
                    key: row.bytes(3), reason: row.text(4), size: row.count(5))
            }
        }
    }
}
