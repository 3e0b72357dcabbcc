import Glibc
import Platform
import TerminalRendering

/// One line on standard error that says how far something is, written over and over. Nothing where nobody looks on.
struct ProgressLine {
    private let columns: Int?

    init() {
        columns = Terminal.isTerminal(STDERR_FILENO) ? Terminal.columns(STDERR_FILENO) ?? 80 : nil
    }

    func show(_ text: String) {
        guard let columns else { return }
        write("\r\u{1B}[K" + DisplayWidth.fit(TerminalText.line(text), to: columns - 1))
    }

    func clear() {
        guard columns != nil else { return }
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
