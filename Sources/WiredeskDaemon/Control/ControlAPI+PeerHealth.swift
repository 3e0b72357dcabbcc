import ControlProtocol
import Model
import Storage

/// What is wrong between the nodes, for `doctor`.
extension ControlAPI {
    /// A machine that is on now and then is met within this.
    private static let longAbsence = Duration.seconds(7 * 86_400)

    func peerFindings() async throws -> [Finding] {
        let report = try await syncStatus()
        var findings: [Finding] = []
        func add(_ severity: Finding.Severity, _ subject: String, _ message: String, _ remedy: String? = nil) {
            findings.append(Finding(severity: severity, subject: subject, message: message, remedy: remedy))
        }
        if let problem = peers.listening.problem {
            add(
                .error, "peers", problem,
                "mend “peers: listen:” in \(core.configurationFile), then: wiredesk config reload")
        }
        for peer in report.peers {
            let subject = "peer \(peer.name)"
            if let ahead = peer.clockAheadSeconds {
                let side = ahead < 0 ? "behind" : "ahead"
                add(.warning, subject, "its clock is \(abs(ahead)) s \(side)", "set the clock of one of the two")
            }
            if peer.state == .away, peer.lastContact.map({ core.now - $0 > Self.longAbsence }) ?? true {
                let since = peer.lastContact.map { "since \($0)" } ?? "at all"
                let reason = peer.problem.map { ": \($0)" } ?? ""
                add(
                    .warning, subject, "it was not met \(since)\(reason)",
                    "start wiredeskd there; if the machine is gone: wiredesk peer forget \(peer.short)")
            } else if let problem = peer.problem {
                add(.warning, subject, problem, "wiredesk sync now")
            }
        }
        for folder in report.folders {
            if let problem = folder.problem { add(.warning, "folder \(folder.path)", problem) }
        }
        if report.quarantined > 0 {
            add(
                .warning, "peers", "\(report.quarantined) changes were set aside, because they cannot be",
                "wiredesk sync quarantine")
        }
        let hasProblem = findings.contains { $0.severity != .ok }
        if !hasProblem, !report.peers.isEmpty {
            add(.ok, "peers", "\(report.peers.count { $0.state == .live }) of \(report.peers.count) are in step")
        }
        return findings
    }
}
