package import Model

/// What a session asks of whoever runs it, in this order, once the transaction that it ran in is durable.
package enum SessionOutput: Hashable, Sendable {
    case send(Message)
    /// Rows that follow from these changes belong into the same transaction: to be done before it commits.
    case applied(ApplyOutcome)
    /// Answer with `Session.offers(of:missing:)`.
    case bodiesWanted([ContentHash])
    /// Bodies that were asked for; each has the hash it goes by.
    case bodies([Body], missing: [ContentHash])
    /// Answer with packs.
    case sweepWanted(SweepStep)
    /// Of a sweep of this node: a pack, what those that follow are packed with, and that there are no more.
    case pack(BodyPack, place: UInt64)
    case dictionary([UInt8])
    case sweepEnd
    case event(SessionEvent)
    /// Close the connection once everything is sent. `nil`: the other side said so, without a reason.
    case end(Refusal)
}

/// What is worth a line in the log or in `sync status`.
package enum SessionEvent: Hashable, Sendable {
    /// The peer's wall clock is off by more than `HybridClock.warning`; positive: it is ahead.
    case clockSkew(Duration)
    /// A new origin was taken.
    case reborn(OriginDoubt)
    /// Both know other histories of these origins; all digests are compared.
    case forked([OriginID])
    /// Rows of the peer's log that are still to come, at most.
    case receiving(remaining: Int64)
    /// Rows of this node's log that are still to go, at most.
    case sending(remaining: Int64)
    /// Equal vectors did not mean equal states. So many registers were missing or old here and there.
    case repaired(here: Int, there: Int)
    /// A body that does not match its hash was thrown away.
    case falseBody(ContentHash)
    /// Everything that either had when the session began is now on both.
    case converged
}
