package import Model

/// Tells an outage of our own network from failures of feeds, by what polls come to: if several hosts in a row cannot
/// be reached and none can, it is ours.
package struct Connectivity: Sendable {
    package enum Evidence: Hashable, Sendable {
        /// Any answer at all, also an error, and any failure that needs a server to have been there.
        case reached
        /// No address, or no way to it.
        case notReached
        /// The kernel has no route to anywhere: nothing needs to be guessed.
        case noNetwork
    }

    package enum Judgement: Hashable, Sendable {
        /// The feed's own failure, or its success.
        case ofTheFeed
        /// The network is down. The failures of `forgiven` were counted before that was known.
        case ofTheNetwork(forgiven: [FeedID])
    }

    /// Since when nothing has been reached.
    package private(set) var offlineSince: Timestamp?
    private var suspects: [(feed: FeedID, host: String, at: Timestamp)] = []

    /// Two feeds may well be on one provider; three hosts that fail together, with no success between, are no accident.
    private static let hostsNeeded = 3
    private static let suspectsKept = 64

    package init() {}

    /// Takes in how a poll ended.
    package mutating func note(
        feed: FeedID, host: String, _ evidence: Evidence, at moment: Timestamp
    ) -> Judgement {
        guard evidence != .reached else {
            suspects = []
            offlineSince = nil
            return .ofTheFeed
        }
        if offlineSince != nil { return .ofTheNetwork(forgiven: []) }
        suspects.append((feed, host, moment))
        if suspects.count > Self.suspectsKept { suspects.removeFirst() }
        guard evidence == .noNetwork || Set(suspects.map(\.host)).count >= Self.hostsNeeded else { return .ofTheFeed }
        offlineSince = suspects.first?.at
        let forgiven = suspects.dropLast().map(\.feed)
        suspects = []
        return .ofTheNetwork(forgiven: forgiven)
    }
}

extension FetchFailure {
    /// What this failure shows of the network; `nil` if nothing, because no connection was tried.
    package var evidence: Connectivity.Evidence? {
        switch self {
        case .noNetwork: .noNetwork
        case .unknownHost, .unreachable, .timedOut(.resolving, _), .timedOut(.connecting, _): .notReached
        case .badURL, .unsupportedScheme, .badHeader, .file, .proxyUnreachable, .addressRefused, .memoryBudget,
            .hostPaused,
            .forbiddenByRobots, .interruptedBySleep, .cancelled, .other:
            nil
        default: .reached
        }
    }
}
