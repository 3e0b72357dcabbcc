/// The parts of the protocol that catch what goes wrong. A node has them all; the simulation takes them away one at a
/// time to prove that it would notice.
package struct Safeguards: Hashable, Sendable {
    /// Chains and origins are compared in hello.
    package var chains = true
    /// Digests are compared where vectors are equal, and what differs is repaired.
    package var digest = true
    /// A cursor counts only with a nonce that its log's owner issued.
    package var cursorNonces = true
    /// The version vector joins only when all was handed over, not with each change.
    package var vectorAtEnd = true
    /// A change gets a higher clock value than the one it overwrites.
    package var registerBump = true

    package init() {}
}
