/// How long to wait before calling a peer again: doubling from `first` up to `longest`, with jitter.
///
/// Of each delay one half is certain and the other random, so that nodes which lost the same network do not all call at
/// the moment it returns, and none hammers.
package struct Backoff: Hashable, Sendable {
    package let first: Duration
    package let longest: Duration
    private var delay: Duration

    /// A second is what a restart of the other daemon takes; five minutes is soon enough for a machine that was off.
    package init(first: Duration = .seconds(1), longest: Duration = .seconds(300)) {
        self.first = first
        self.longest = longest
        delay = first
    }

    /// The delay before the next attempt, between half of the current one and all of it.
    package mutating func next(using generator: inout some RandomNumberGenerator) -> Duration {
        let current = min(delay, longest)
        delay = min(current * 2, longest)
        return current * Double.random(in: 0.5...1, using: &generator)
    }

    /// To be called once a frame has arrived, and not as soon as a connection stands: a peer that refuses this node
    /// does so after the handshake.
    package mutating func reset() { delay = first }
}
