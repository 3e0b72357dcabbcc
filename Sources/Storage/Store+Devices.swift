package import Changelog
import Model

extension Store {
    // MARK: The roster

    /// The nodes of this owner, as the log lists them. Whether an entry is genuine is for the caller to find out.
    package func devices() throws(StoreError) -> [DeviceEntry] {
        try read { transaction in
            let keys = try transaction.statement("SELECT register FROM device").all { try $0.key(0) }
            let registers = RegisterTables(transaction)
            return try keys.compactMap { key in
                guard
                    let register = try registers.register(RegisterID(kind: .device, key: key)),
                    case .device(let entry) = try ChangeValue(of: register.id, bytes: register.change.value)
                else { return nil }
                return entry
            }
        }
    }

    /// Lists a node of this owner, for all nodes to know.
    package func list(_ device: DeviceEntry) throws(StoreError) {
        try change { domain, replica in _ = try domain.write(.device(device), &replica) }
    }

    // MARK: How much is outstanding

    /// Rows of the log after a place in it.
    package func logLength(after lseq: Int64) throws(StoreError) -> Int64 {
        try read { transaction in
            try transaction.statement("SELECT count(*) FROM register WHERE lseq > ?").first(lseq) { $0.integer(0) } ?? 0
        }
    }
}
