import Changelog
import ControlProtocol
import Model
import PeerTransport
import Platform
import Storage

extension ControlAPI {
    func export(_ parameters: BundleExportParameters) throws -> BundleReport {
        let path = try absolute(parameters.file)
        var base = VersionVector()
        switch (parameters.peer, parameters.since) {
        case (nil, nil): break
        case (let name?, nil): base = peers.knownVector(of: try peers.find(name).device)
        case (nil, let earlier?):
            let file = BundleFile(path: try absolute(earlier))
            base = try reporting(earlier) { try file.verify(peers.bundleTrust) }.hello.vector
        case (_?, _?):
            throw ControlError(.badParameters, "“peer” and “since” exclude each other", remedy: "give one of them")
        }
        let written = try reporting(path) {
            try BundleFile(path: path).write(from: store, base: base, key: peers.identity.bundleKey)
        }
        return BundleReport(
            summary: "\(written.changes) changes were written to \(path)", file: path, changes: written.changes,
            bytes: written.bytes)
    }

    func takeBundle(_ parameters: FileParameters) throws -> BundleReport {
        let path = try absolute(parameters.file)
        let (bundle, taken) = try reporting(path) { try peers.take(BundleFile(path: path)) }
        return BundleReport(
            summary: "\(taken.changes) changes of \(peers.name(of: bundle.writer)) were new here", file: path,
            changes: taken.changes, bytes: taken.bytes, quarantined: taken.quarantined)
    }

    /// What is wrong with a file, as clients are told it.
    private func reporting<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch BundleDefect.exchanged(let frame) {
            throw ControlError(
                .failed, "\(path) was not taken whole: \(BundleDefect.exchanged(at: frame).words)",
                remedy: "import it again once nothing writes it; what was merged before is right")
        } catch let defect as BundleDefect {
            throw ControlError(
                .failed, "\(path) was not taken: \(defect.words)", remedy: "nothing of it was merged; export it again")
        } catch let error as SystemError {
            throw ControlError(
                .failed, "\(error)", remedy: "wiredeskd reads and writes the file, so its user must be allowed to")
        }
    }
}
