import Glibc
import Platform

/// The program that shows what is longer than the screen.
enum Pager {
    /// Shows `text` in `$WIREDESK_PAGER` or `$PAGER`, or less(1) with the options that git gives it: leave what fits on
    /// one screen, let colours through, do not clear.
    ///
    /// - Returns: `false` if there is no pager, or it is `cat`, and the text is still to be shown.
    static func show(_ text: String) -> Bool {
        let environment = Environment.current
        let command = environment["WIREDESK_PAGER"] ?? environment["PAGER"] ?? "less"
        guard command != "cat", isInstalled(command, path: environment["PATH"]) else { return false }
        if !environment.isSet("LESS") { setenv("LESS", "FRX", 1) }
        guard let pager = popen(command, "w") else { return false }
        // Whoever leaves the pager early has seen enough.
        signal(SIGPIPE, SIG_IGN)
        fputs(text, pager)
        pclose(pager)
        return true
    }

    private static func isInstalled(_ command: String, path: String?) -> Bool {
        guard let program = command.split(separator: " ").first else { return false }
        if program.contains("/") { return access(String(program), X_OK) == 0 }
        return (path ?? "/usr/bin:/bin").split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }
}
