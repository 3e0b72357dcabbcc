import Configuration

extension Settings {
    /// Settings that are understood but that this version does not act on, by their names in the file: whoever writes one
    /// is told, rather than left to wait for what does not happen.
    var ineffective: [String] {
        var names: [String] = []
        if metricsListen != nil { names.append("metrics (listening; ask with: wiredesk metrics)") }
        return names
    }
}
