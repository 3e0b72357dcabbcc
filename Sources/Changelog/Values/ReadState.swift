package import Model

/// Whether an article is read, from its own flag and its feed's mark. The later word counts, by version: a flag set
/// after the mark overrides it.
package enum ReadState {
    /// - Parameters:
    ///   - flag: the article's `read` register and its version, if it has one.
    ///   - mark: the feed's `markAllRead` register, if it has one.
    ///   - firstSeen: the article's first sight.
    package static func isRead(
        flag: (on: Bool, version: Version)?, mark: (through: Timestamp, version: Version)?, firstSeen: Timestamp
    ) -> Bool {
        guard let mark, firstSeen <= mark.through else { return flag?.on ?? false }
        guard let flag, flag.version > mark.version else { return true }
        return flag.on
    }
}
