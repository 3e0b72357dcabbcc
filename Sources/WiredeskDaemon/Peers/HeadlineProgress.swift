import Model
import Storage

/// How far articles have been looked at whose texts are not asked for: they are shown by their headlines.
struct HeadlineProgress {
    private var last: Int64 = 0
    private var startedAt: Duration?

    /// What was not too old becomes so: all are looked at again after so long.
    private static let lookAgain = Duration.seconds(86_400)

    /// Shows what came since the last time.
    ///
    /// - Parameters:
    ///   - oldest: what is older is not asked for; `nil`, nothing is.
    ///   - moment: by the monotonic clock.
    mutating func goOn(in store: Store, olderThan oldest: Timestamp?, at moment: Duration) throws(StoreError) {
        let oldest = oldest ?? Timestamp(milliseconds: .max)
        guard oldest > Timestamp(milliseconds: .min) else { return }
        if startedAt.map({ moment - $0 > Self.lookAgain }) ?? true { (last, startedAt) = (0, moment) }
        var isEnd = false
        while !isEnd { (last, isEnd) = try store.showHeadlines(olderThan: oldest, after: last) }
    }
}
