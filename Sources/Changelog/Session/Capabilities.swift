/// What a node can do beyond the least that its protocol version asks for. A node does what another can't only where
/// both can.
enum Capabilities {
    /// To go on with vector and chain by itself where changes follow on them without a gap.
    static let chain = "chain"
    /// To read bodies in frames that continue one another, as one zstd stream.
    static let stream = "stream"
    /// To send packs of bodies as they lie in its database.
    static let packs = "packs"
    /// Those that are said also where no hello is.
    static let brief = [chain, stream, packs]
    static let all = ["bodies", "repair", "tail"] + brief

    /// Of names that a peer sent.
    static func checked(_ names: [String]) throws(MessageDefect) -> [String] {
        guard names.count <= 64, names.allSatisfy({ $0.utf8.count <= 64 }) else { throw .field("capabilities") }
        return names
    }
}
