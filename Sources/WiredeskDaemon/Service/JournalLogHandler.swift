import Configuration
import Logging
import Model
import Platform

/// Writes one line an event to standard error.
///
/// Under systemd the line starts with a priority prefix (`sd-daemon(3)`) and carries no time stamp, since the
/// journal keeps one; elsewhere it starts with the time. Control characters never reach the log.
struct JournalLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    var metadataProvider: Logger.MetadataProvider?
    private let format: LogSettings.Format
    private let underJournal: Bool

    init(level: Logger.Level, format: LogSettings.Format, underJournal: Bool) {
        logLevel = level
        self.format = format
        self.underJournal = underJournal
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata
        if let own = event.metadata { fields.merge(own) { _, new in new } }
        let sorted = fields.sorted { $0.key < $1.key }
        let line =
            switch format {
            case .text: text(level: event.level, message: "\(event.message)", fields: sorted)
            case .json: json(level: event.level, message: "\(event.message)", fields: sorted)
            }
        FileDescriptor.writeToStandardError(line + "\n")
    }

    private func text(level: Logger.Level, message: String, fields: [(key: String, value: Logger.MetadataValue)])
        -> String
    {
        var line =
            underJournal
            ? "<\(level.priority)>"
            : "\(Timestamp(milliseconds: SystemTimeSource().unixMilliseconds).iso8601) \(level.rawValue) "
        line += Self.printable(message)
        for (key, value) in fields { line += " \(key)=\(Self.quoted(Self.printable("\(value)")))" }
        return line
    }

    private func json(level: Logger.Level, message: String, fields: [(key: String, value: Logger.MetadataValue)])
        -> String
    {
        var line = underJournal ? "<\(level.priority)>" : ""
        line += "{\"level\":\"\(level.rawValue)\""
        if !underJournal {
            line += ",\"time\":\"\(Timestamp(milliseconds: SystemTimeSource().unixMilliseconds).iso8601)\""
        }
        line += ",\"message\":\(Self.jsonString(message))"
        for (key, value) in fields { line += ",\(Self.jsonString(key)):\(Self.jsonString("\(value)"))" }
        return line + "}"
    }

    private static func quoted(_ text: String) -> String {
        text.utf8.contains { $0 == 0x20 || $0 == 0x22 || $0 == 0x3D } || text.isEmpty ? jsonString(text) : text
    }

    /// Without characters that would break the line or steer a terminal (C0, DEL, C1).
    static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.isControl }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(scalar.isControl ? " " : scalar) }
        return String(result)
    }

    static func jsonString(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.isControl:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension Logger.Level {
    /// The syslog priority that `sd-daemon(3)` reads from the start of a line.
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
