import Glibc
import Model
import Platform
import TerminalRendering

/// Where results go: standard output, by way of a pager if somebody looks on and wants one.
struct Screen {
    let canvas: Canvas
    private let mayPage: Bool

    /// - Parameter mayPage: whether a pager may be used at all.
    init(mayPage: Bool = false) {
        let environment = Environment.current
        let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
        let columns =
            isTerminal ? Terminal.columns(STDOUT_FILENO) ?? environment["COLUMNS"].flatMap(Int.init) ?? 80 : nil
        canvas = Canvas(
            hasColour: isTerminal && !environment.isSet("NO_COLOR") && environment["TERM"] != "dumb",
            columns: columns.map { min(max($0, 20), 1000) }, isUnicode: Self.isUnicode(environment))
        self.mayPage = mayPage && isTerminal
    }

    /// Now, and how local time differs from UTC.
    static var time: TimeWords {
        let milliseconds = SystemTimeSource().unixMilliseconds
        var seconds = time_t(milliseconds / 1000)
        var local = tm()
        localtime_r(&seconds, &local)
        return TimeWords(now: Timestamp(milliseconds: milliseconds), utcOffset: .seconds(local.tm_gmtoff))
    }

    /// Writes lines, each with its newline.
    func show(_ lines: [String]) throws {
        guard !lines.isEmpty else { return }
        let text = lines.joined(separator: "\n") + "\n"
        if mayPage, Pager.show(text) { return }
        try Self.write(text)
    }

    /// Writes to standard output at once.
    static func write(_ text: String) throws {
        do throws(SystemError) {
            // A duplicate, for its owner closes it.
            try FileDescriptor(owning: dup(STDOUT_FILENO)).write(Array(text.utf8))
        } catch {
            throw CommandFailure(.failure, "cannot write the output: \(error.reason)")
        }
    }

    /// Writes text that the daemon made for other programs, as it is; made safe where it meets a terminal.
    static func writeDocument(_ text: String) throws {
        try write(Terminal.isTerminal(STDOUT_FILENO) ? TerminalText.lines(text) : text)
    }

    /// Writes a line to standard error, or several.
    static func warn(_ text: String) {
        let bytes = Array((TerminalText.lines(text) + "\n").utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    private static func isUnicode(_ environment: Environment) -> Bool {
        let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "C.UTF-8"
        let name = locale.lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }
}
