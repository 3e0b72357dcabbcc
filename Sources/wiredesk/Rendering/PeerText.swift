import ControlProtocol
import Model
import TerminalRendering

/// The other nodes, and how far they agree with this one.
enum PeerText {
    static func table(_ peers: [PeerSummary], on canvas: Canvas, at time: TimeWords) -> [String] {
        guard !peers.isEmpty else { return [] }
        var table = Table([
            .init("PEER"), .init("ID"), .init("STATE"), .init("LAST MET"), .init("OUTSTANDING", minimum: 16),
        ])
        for peer in peers {
            table.add([
                .init(TerminalText.line(peer.name), .bold), .init(TerminalText.line(peer.short), .accent),
                .init(peer.state.words, peer.state == .live ? .good : .plain),
                .init(peer.lastContact.map { time.relative($0) } ?? "never", .dim), .init(outstanding(peer)),
            ])
        }
        return table.lines(on: canvas)
    }

    static func table(_ items: [QuarantinedItem], on canvas: Canvas, at time: TimeWords) -> [String] {
        var table = Table([.init("CAME"), .init("FROM"), .init("KIND"), .init("KEY"), .init("WHY", minimum: 16)])
        for item in items {
            table.add([
                .init(time.relative(item.received), .dim),
                .init(item.peer.map { TerminalText.line($0) } ?? "this database", .bold),
                .init(TerminalText.line(item.kind)), .init(String(TerminalText.line(item.key).prefix(12)), .accent),
                .init(TerminalText.line(item.reason)),
            ])
        }
        return table.lines(on: canvas)
    }

    static func lines(_ report: SyncReport, on canvas: Canvas, at time: TimeWords) -> [String] {
        var lines = [
            canvas.styled(TerminalText.line(report.name), .bold)
                + ", " + (report.listening.isEmpty ? "not listening" : "listening on " + places(report.listening))
        ]
        lines += table(report.peers, on: canvas, at: time)
        if report.peers.isEmpty { lines.append("  no peers: wiredesk peer invite") }
        for peer in report.peers { lines += details(peer, on: canvas) }
        for folder in report.folders {
            let state = folder.lastExchange.map { "exchanged \(time.relative($0))" } ?? "not exchanged yet"
            lines.append("folder \(TerminalText.line(folder.path)): \(state)")
            if let problem = folder.problem { lines.append(canvas.styled("  " + TerminalText.line(problem), .warning)) }
        }
        if report.missingBodies > 0 {
            lines.append("\(Quantities.count(report.missingBodies, "article text", "article texts")) still to come")
        }
        if report.pending > 0 {
            lines.append("\(Quantities.count(report.pending, "article", "articles")) still to be folded and indexed")
        }
        if report.quarantined > 0 {
            lines.append(
                canvas.styled(
                    "\(Quantities.count(report.quarantined, "change", "changes")) set aside as impossible: wiredesk sync quarantine",
                    .warning))
        }
        lines += report.problems.map { canvas.styled(TerminalText.line($0), .warning) }
        lines.append(canvas.styled("state \(TerminalText.line(report.digest))", .dim))
        return lines
    }

    static func lines(_ invitation: PeerInvitation, on canvas: Canvas, at time: TimeWords) -> [String] {
        guard canvas.columns != nil else { return [TerminalText.line(invitation.invitation)] }
        return [
            "On the other machine, until \(time.clock(invitation.expires)):", "",
            "  wiredesk peer join \(TerminalText.line(invitation.invitation))", "",
            canvas.styled(
                "It will look for this one at \(places(invitation.addresses)). Who sees this string can become a peer.",
                .dim),
        ]
    }

    private static func details(_ peer: PeerSummary, on canvas: Canvas) -> [String] {
        var lines: [String] = []
        let name = TerminalText.line(peer.name)
        if let received = peer.bytesReceived, let sent = peer.bytesSent {
            var text = "\(name): \(Quantities.bytes(received)) received, \(Quantities.bytes(sent)) sent"
            if let rate = peer.bytesPerSecond { text += ", \(Quantities.bytes(rate))/s" }
            lines.append(canvas.styled(text, .dim))
        }
        if let ahead = peer.clockAheadSeconds {
            let direction = ahead < 0 ? "behind" : "ahead"
            lines.append(
                canvas.styled("\(name): its clock is \(TimeWords.length(seconds: abs(ahead))) \(direction)", .warning))
        }
        if let problem = peer.problem {
            lines.append(canvas.styled("\(name): \(TerminalText.line(problem))", .warning))
        }
        return lines
    }

    private static func outstanding(_ peer: PeerSummary) -> String {
        let toSend = peer.toSend.map { $0 > 0 ? "\(Quantities.grouped(Int(clamping: $0))) to send" : "nothing to send" }
        let toReceive = peer.toReceive.map {
            $0 > 0 ? "\(Quantities.grouped(Int(clamping: $0))) to receive" : "nothing to receive"
        }
        if peer.toSend == 0, peer.toReceive == 0 { return "nothing" }
        return [toSend ?? "not met yet", toReceive].compactMap(\.self).joined(separator: ", ")
    }

    private static func places(_ addresses: [String]) -> String {
        addresses.map { TerminalText.line($0) }.joined(separator: ", ")
    }
}

/// What a bundle held.
enum BundleText {
    static func lines(_ report: BundleReport) -> [String] {
        var lines = ["\(TerminalText.line(report.summary)) (\(Quantities.bytes(report.bytes)))"]
        if report.quarantined > 0 {
            lines.append("\(Quantities.count(report.quarantined, "change", "changes")) set aside as impossible")
        }
        return lines
    }
}

extension PeerSummary.State {
    fileprivate var words: String {
        switch self {
        case .live: "in step"
        case .syncing: "syncing"
        case .away: "away"
        }
    }
}
