/// What is done now and then, a little at a time, so that nothing else waits for long.
extension Store {
    /// Has stories that were read return by this rule; those that returned by another one wait for `judgePending`.
    package func setReturnRule(_ rule: StoryReturn) throws(StoreError) {
        try write { try ReturnRule(transaction: $0).set(rule) }
    }

    /// Judges stories anew after the rule has changed, at most `limit`. Returns how many: 0 when none waits.
    package func judgePending(limit: Int = 200) throws(StoreError) -> Int {
        try write { try ReturnRule(transaction: $0).judge(limit: limit) }
    }

    /// Drops what is older than `limits` of the next stories after `story`. Each step takes a moment, and lets others
    /// write in between.
    package func dropOld(_ limits: AgeLimits, after story: Int64 = 0) throws(StoreError) -> RetentionStep {
        let found = try read { transaction in
            let retention = Retention(transaction: transaction, limits: limits)
            let candidates = try retention.candidates(after: story, limit: Self.storiesRead)
            let next = candidates.count == Self.storiesRead ? candidates.last : nil
            return (stories: try candidates.filter { try retention.concerns($0) }, next: next)
        }
        var step = RetentionStep(next: found.next)
        for start in stride(from: 0, to: found.stories.count, by: Self.storiesDropped) {
            let stories = found.stories[start..<min(start + Self.storiesDropped, found.stories.count)]
            step = try write { transaction in
                var next = step
                let retention = Retention(transaction: transaction, limits: limits)
                var folding = FoldingWork(transaction: transaction)
                // Looked at again: the reader may have starred one meanwhile.
                for story in stories { try retention.apply(to: story, &folding, &next) }
                let summaries = StorySummaries(transaction: transaction)
                for story in try folding.finish() { try summaries.refresh(story) }
                return next
            }
        }
        return step
    }

    /// Ceases to wait for bodies that would be dropped at once, at most `limit`, and has what that leaves fold
    /// (`foldPending`). Returns how many: 0 when there is none.
    package func giveUpBodies(_ limits: AgeLimits, limit: Int = 200) throws(StoreError) -> Int {
        try write { try LateBodies(transaction: $0, limits: limits).settle(limit: limit) }
    }

    /// Stories that one step looks at, and those of them that one transaction drops something of.
    private static let storiesRead = 200
    private static let storiesDropped = 20
}
