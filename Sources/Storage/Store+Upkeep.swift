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
}
