package import Model

/// A time as a page states it: the moment, and the clock of the place where it was written.
package struct StatedTime: Hashable, Sendable {
    package var moment: Timestamp
    /// Seconds east of UTC, as stated; 0 if nothing is stated.
    package var offset: Int
    /// Whether a time of day is stated, and not the day alone.
    package var hasTimeOfDay: Bool

    package init(moment: Timestamp, offset: Int = 0, hasTimeOfDay: Bool) {
        self.moment = moment
        self.offset = offset
        self.hasTimeOfDay = hasTimeOfDay
    }

    /// `2024-08-06T18:32:10-06:00`, or `2024-08-06` where no time of day is stated: the clock of the place.
    package var iso8601: String {
        let local = Timestamp(milliseconds: moment.milliseconds / 1000 * 1000) + .seconds(offset)
        let text = local.iso8601
        guard hasTimeOfDay else { return String(text.prefix(10)) }
        guard offset != 0 else { return text }
        let minutes = abs(offset) / 60
        let (hours, rest) = (minutes / 60, minutes % 60)
        return
            "\(text.dropLast())\(offset < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
    }
}
