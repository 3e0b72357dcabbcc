/// What was used last, at most `limit` of it: two halves, of which the older goes when the younger is full. What is used
/// again moves to the younger.
struct RecentlyUsed<Key: Hashable, Value> {
    private let half: Int
    private var younger: [Key: Value] = [:]
    private var older: [Key: Value] = [:]

    init(limit: Int) { half = max(1, limit / 2) }

    subscript(key: Key) -> Value? {
        mutating get {
            if let value = younger[key] { return value }
            guard let value = older.removeValue(forKey: key) else { return nil }
            keep(value, for: key)
            return value
        }
        set {
            older[key] = nil
            if let newValue { keep(newValue, for: key) } else { younger[key] = nil }
        }
    }

    mutating func removeAll() {
        younger.removeAll()
        older.removeAll()
    }

    private mutating func keep(_ value: Value, for key: Key) {
        if younger.count >= half {
            swap(&younger, &older)
            younger.removeAll(keepingCapacity: true)
        }
        younger[key] = value
    }
}
