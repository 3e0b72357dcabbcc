package import Model

/// When a feed's address is changed because its server says that it moved for good.
///
/// One 301 is not enough: portals of hotels, broken deployments and parked domains send them too. The same target has
/// to be named again and again over days; the old address is kept, and one can go back.
package struct RedirectMemory: Hashable, Sendable {
    package struct Candidate: Hashable, Sendable {
        package let target: String
        package let firstSeen: Timestamp
        package var answers: Int

        package init(target: String, firstSeen: Timestamp, answers: Int) {
            self.target = target
            self.firstSeen = firstSeen
            self.answers = answers
        }
    }

    package enum Verdict: Hashable, Sendable {
        case stay
        /// The target is noted and needs more answers, or more time.
        case noted
        /// The feed's address is `target` from now on.
        case move(to: String)
    }

    package private(set) var candidate: Candidate?
    /// Addresses that were left, oldest first.
    package private(set) var formerAddresses: [String]
    /// Targets that the owner went back from.
    package private(set) var rejectedTargets: [String]

    package static let answersNeeded = 4
    package static let timeNeeded = Duration.seconds(3 * 24 * 3600)
    private static let addressesKept = 8

    package init(candidate: Candidate? = nil, formerAddresses: [String] = [], rejectedTargets: [String] = []) {
        self.candidate = candidate
        self.formerAddresses = formerAddresses
        self.rejectedTargets = rejectedTargets
    }

    /// Takes in a successful poll of `address`; `target` is the answer's `permanentTarget`. Failed polls say nothing.
    package mutating func note(address: String, target: String?, at moment: Timestamp) -> Verdict {
        guard let target, target != address, !rejectedTargets.contains(target), !Self.losesTLS(address, target) else {
            candidate = nil
            return .stay
        }
        if candidate?.target != target { candidate = Candidate(target: target, firstSeen: moment, answers: 0) }
        guard var seen = candidate else { return .stay }
        seen.answers += 1
        candidate = seen
        guard seen.answers >= Self.answersNeeded, moment - seen.firstSeen >= Self.timeNeeded else { return .noted }
        candidate = nil
        formerAddresses = (formerAddresses + [address]).suffix(Self.addressesKept)
        return .move(to: target)
    }

    /// Goes back from `address` to the one before, which is returned, and does not follow that redirect again. `nil` if
    /// it never moved.
    package mutating func goBack(from address: String) -> String? {
        guard let former = formerAddresses.popLast() else { return nil }
        rejectedTargets = (rejectedTargets + [address]).suffix(Self.addressesKept)
        candidate = nil
        return former
    }

    /// A move from https to http would let anybody on the way rewrite the feed for good.
    private static func losesTLS(_ address: String, _ target: String) -> Bool {
        address.lowercased().hasPrefix("https:") && !target.lowercased().hasPrefix("https:")
    }
}
