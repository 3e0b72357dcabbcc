@testable import Configuration

/// Reads `text` as `/etc/wiredesk/wiredesk.yaml`, where every secret is a file with mode 600.
func settings(
    _ text: String, inspectSecret: @escaping @Sendable (SecretSource) -> SecretStatus = { _ in .file(mode: 0o600) }
) throws(ConfigurationErrors) -> Settings {
    try ConfigurationFile(
        path: "/etc/wiredesk/wiredesk.yaml", bytes: Array(text.utf8), home: "/home/u", inspectSecret: inspectSecret
    ).settings()
}

/// The mistakes in `text`, each as `line:column problem; remedy`. Empty if there are none.
func mistakes(
    _ text: String, inspectSecret: @escaping @Sendable (SecretSource) -> SecretStatus = { _ in .file(mode: 0o600) }
) -> [String] {
    do throws(ConfigurationErrors) {
        _ = try settings(text, inspectSecret: inspectSecret)
        return []
    } catch {
        return error.errors.map { fault in
            let place = fault.position.map { "\($0.line):\($0.column) " } ?? ""
            return place + fault.problem + "; " + fault.remedy
        }
    }
}
