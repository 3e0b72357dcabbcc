import Configuration
import ControlProtocol
import Logging
import Model
import Platform

/// Exchanges with the folders that the configuration names, one at a time.
actor FolderExchange {
    private let node: PeerNode
    private var memory: [String: FolderMemory] = [:]
    private var summaries: [String: FolderSummary] = [:]
    private let executor = BlockingExecutor.serial("peer folders")

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// A folder is looked at this often: whatever replicates it is slower.
    private static let interval = Duration.seconds(60)

    init(node: PeerNode) { self.node = node }

    /// Looks at all folders again and again, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            exchange()
            try? await Task.sleep(for: Self.interval)
        }
    }

    /// Looks at all folders now.
    func exchange() {
        for path in node.core.settings.peers.folders {
            var summary = summaries[path] ?? FolderSummary(path: path)
            let before = summary.problem
            do {
                let mailbox = FolderMailbox(path: path, node: node)
                summary.problem = try mailbox.exchange(&memory[path, default: FolderMemory()]).first
                summary.lastExchange = node.core.now
            } catch {
                summary.problem = "\(error)"
            }
            // A stick that is not plugged in is no news each minute.
            if let problem = summary.problem, problem != before { node.core.log.notice("folder \(path): \(problem)") }
            summaries[path] = summary
        }
    }

    var report: [FolderSummary] {
        node.core.settings.peers.folders.map { summaries[$0] ?? FolderSummary(path: $0) }
    }
}
