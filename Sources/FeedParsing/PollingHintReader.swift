import Markup

/// `ttl`, `skipHours`, `skipDays` (RSS 2.0) and `sy:update…` (RSS 1.0 modules).
enum PollingHintReader {
    static func read(_ node: Int, _ term: FeedTerm, _ elements: FeedElements, into hints: inout PollingHints) {
        switch term {
        case .timeToLive:
            if let minutes = elements.line(node).flatMap({ Int($0) }), (1...10_080).contains(minutes) {
                hints.timeToLive = .seconds(minutes * 60)
            }
        case .skipHours:
            for child in elements.children(of: node) where elements.term(child) == .hour {
                // Some count from 1 to 24.
                if let hour = elements.line(child).flatMap({ Int($0) }), (0...24).contains(hour) {
                    hints.skipHours.insert(hour % 24)
                }
            }
        case .skipDays:
            for child in elements.children(of: node) where elements.term(child) == .day {
                if let day = elements.line(child).flatMap({ weekday($0) }) { hints.skipDays.insert(day) }
            }
        case .updatePeriod:
            hints.updatePeriod = elements.line(node).flatMap(period) ?? hints.updatePeriod
        case .updateFrequency:
            if let times = elements.line(node).flatMap({ Int($0) }), (1...1000).contains(times) {
                hints.updateFrequency = times
            }
        default:
            break
        }
    }

    private static func period(_ name: String) -> Duration? {
        switch name.lowercased() {
        case "hourly": .seconds(3600)
        case "daily": .seconds(86_400)
        case "weekly": .seconds(7 * 86_400)
        case "monthly": .seconds(30 * 86_400)
        case "yearly": .seconds(365 * 86_400)
        default: nil
        }
    }

    /// By the first three letters of the English name, as RSS 2.0 has them.
    private static func weekday(_ name: String) -> Int? {
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        return days.firstIndex(of: String(name.lowercased().prefix(3))).map { $0 + 1 }
    }
}
