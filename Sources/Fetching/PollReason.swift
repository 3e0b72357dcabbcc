package import Model

/// Why a feed is polled next when it is.
package enum PollReason: Hashable, Sendable {
    case first
    case fixed(Duration)
    /// The median time between its publications.
    case rhythm(every: Duration)
    case unknownRhythm
    case quiet(since: Timestamp)
    case timeToLive(Duration)
    case updatePeriod(Duration)
    case fresh(until: Timestamp)
    case skipped
    case retryAfter(Timestamp)
    case backOff(failures: Int, isPermanent: Bool)
    case offline
    case catchingUp
}

extension PollReason {
    /// One line for `wiredesk feed why`.
    package var words: String {
        switch self {
        case .first: "it has not been polled yet"
        case .fixed(let interval): "you set its interval to \(Self.shown(interval))"
        case .rhythm(let gap): "it publishes about every \(Self.shown(gap)), and is asked twice as often within bounds"
        case .unknownRhythm: "how often it publishes is not known yet"
        case .quiet(let since): "it has been quiet since \(since.iso8601), so it is asked less often"
        case .timeToLive(let ttl): "the feed asks to be polled no more than every \(Self.shown(ttl)) (ttl)"
        case .updatePeriod(let period): "the feed says it is updated every \(Self.shown(period)) (sy:updatePeriod)"
        case .fresh(let until):
            "the server says its last answer is good until \(until.iso8601) (Cache-Control, Expires)"
        case .skipped: "the feed asks not to be polled before that (skipHours, skipDays)"
        case .retryAfter(let moment): "the server asked to be left alone until \(moment.iso8601) (Retry-After)"
        case .backOff(1, false): "the last poll failed; it is tried again soon"
        case .backOff(let failures, false): "the last \(failures) polls failed; each time the wait grows"
        case .backOff(1, true): "the last poll failed in a way that will not pass by itself"
        case .backOff(let failures, true):
            "the last \(failures) polls failed in a way that will not pass by itself; it is asked seldom"
        case .offline: "the network was down; that is not counted against the feed"
        case .catchingUp:
            "it became due while the daemon or the network was away; the polls that were missed are spread"
        }
    }

    private static func shown(_ duration: Duration) -> String {
        let minutes = (duration.components.seconds + 30) / 60
        return switch minutes {
        case ..<120: "\(max(1, minutes)) min"
        case ..<(48 * 60): "\((minutes + 30) / 60) h"
        default: "\((minutes + 720) / 1440) days"
        }
    }
}
