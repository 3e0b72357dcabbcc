extension Request {
    /// The parameters as JSON; `nil` for a method that takes none.
    var parameters: JSONValue? {
        get throws {
            switch self {
            case .status, .agencies, .doctor, .exportOPML, .reload, .metrics, .peers, .syncNow, .syncStatus,
                .quarantine, .databaseCheck, .databaseRepair:
                nil
            case .list(let value): try Self.json(value)
            case .search(let value): try Self.json(value)
            case .show(let value): try Self.json(value)
            case .copies(let value), .revisions(let value), .flow(let value), .pictures(let value): try Self.json(value)
            case .picture(let value): try Self.json(value)
            case .diff(let value): try Self.json(value)
            case .mark(_, let value): try Self.json(value)
            case .tag(let value): try Self.json(value)
            case .note(let value): try Self.json(value)
            case .split(let value), .join(let value): try Self.json(value)
            case .undo(let value): try Self.json(value)
            case .log(let value): try Self.json(value)
            case .feeds(let value): try Self.json(value)
            case .feedWhy(let value), .feedTest(let value), .feedRemove(let value): try Self.json(value)
            case .feedAdd(let value): try Self.json(value)
            case .refresh(let value): try Self.json(value)
            case .watch(let value): try Self.json(value)
            case .rebuild(let value): try Self.json(value)
            case .importOPML(let value): try Self.json(value)
            case .complete(let value): try Self.json(value)
            case .peerInvite(let value): try Self.json(value)
            case .peerJoin(let value): try Self.json(value)
            case .peerForget(let value): try Self.json(value)
            case .peerRename(let value): try Self.json(value)
            case .bundleExport(let value): try Self.json(value)
            case .bundleImport(let value), .backup(let value), .restore(let value): try Self.json(value)
            }
        }
    }

    /// Decodes parameters, and refuses those it does not know.
    ///
    /// A newer client's `dryRun` must not be taken for an order to go ahead, so nothing is ignored. What is known
    /// is what the decoded value says when it is encoded again.
    static func read<Parameters: Codable>(_ json: JSONValue) throws(ControlError) -> Parameters {
        guard case .object = json else { throw ControlError(.badParameters, "“params” is not an object") }
        let parameters: Parameters
        let understood: JSONValue
        do {
            parameters = try ControlJSON.decode(Parameters.self, from: ControlJSON.encode(json))
            understood = try Self.json(parameters)
        } catch {
            throw ControlError(.badParameters, "bad parameters: \(error.inWords)")
        }
        if let unknown = firstUnknownKey(in: json, understood: understood) {
            throw ControlError(
                .badParameters, "unknown parameter “\(unknown)”",
                remedy: "see docs/control-protocol.md for what this method takes")
        }
        return parameters
    }

    static func none(_ json: JSONValue, _ request: Request) throws(ControlError) -> Request {
        let _: Nothing = try read(json)
        return request
    }

    private static func json(_ value: some Encodable) throws -> JSONValue {
        try ControlJSON.decode(JSONValue.self, from: ControlJSON.encode(value))
    }

    private static func firstUnknownKey(in given: JSONValue, understood: JSONValue) -> String? {
        guard case .object(let members) = given else { return nil }
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            // What is null or false may be left out, and then it is not there to be compared.
            guard let counterpart = understood[key] else {
                if value == .null || value == .bool(false) { continue }
                return key
            }
            if let inner = firstUnknownKey(in: value, understood: counterpart) { return "\(key).\(inner)" }
        }
        return nil
    }
}
