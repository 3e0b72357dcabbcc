import ArgumentParser
import ControlProtocol
import TerminalRendering

/// A command that asks the daemon something and prints the answer.
protocol DaemonCommand: ParsableCommand {
    var daemon: DaemonOptions { get }
    var output: OutputOptions { get }
}

extension DaemonCommand {
    /// Prints the one result of a request.
    ///
    /// - Parameter itemsKey: the list in the result whose members JSON Lines and templates take one by one.
    func printResult<Payload: Decodable & Sendable>(
        of request: Request, as type: Payload.Type, paged: Bool = false, itemsKey: String? = nil,
        people: (Payload, Canvas, TimeWords) throws -> [String]
    ) throws {
        let connection = try daemon.connect()
        let form = try output.form
        guard case .people = form else {
            let result = try connection.result(of: request, as: JSONValue.self)
            return try MachineOutput(form).show(result, itemsKey: itemsKey)
        }
        let result = try connection.result(of: request, as: type)
        let screen = Screen(mayPage: paged && !output.noPager)
        try screen.show(try people(result, screen.canvas, Screen.time))
    }

    /// Prints the items that a request is answered with.
    ///
    /// - Parameter none: what is said to a person when there are none.
    func printItems<Item: Decodable & Sendable>(
        of request: Request, as type: Item.Type, none: String,
        people: ([Item], Completion, Canvas, TimeWords) throws -> [String]
    ) throws {
        let connection = try daemon.connect()
        let form = try output.form
        guard case .people = form else {
            let (items, completion) = try connection.items(of: request, as: JSONValue.self)
            return try MachineOutput(form).show(items, completion)
        }
        let (items, completion) = try connection.items(of: request, as: type)
        let screen = Screen(mayPage: !output.noPager)
        if items.isEmpty, screen.canvas.columns != nil { return Screen.warn(none) }
        var lines = try people(items, completion, screen.canvas, Screen.time)
        if let total = completion.total, total > items.count, screen.canvas.columns != nil {
            let shown =
                "\(Quantities.grouped(items.count)) of \(Quantities.grouped(total)) are shown; --limit shows more"
            lines.append(screen.canvas.styled(shown, .dim))
        }
        try screen.show(lines)
    }

    /// An answer that was asked for as JSON, as what it is.
    func understood<Value: Decodable>(_ json: JSONValue, as type: Value.Type) throws -> Value {
        do {
            return try json.decoded(as: type)
        } catch {
            throw CommandFailure.notUnderstood(error)
        }
    }

    /// Does something that can be undone, and says what came of it.
    func printOutcome(of request: Request) throws {
        try printResult(of: request, as: ActionOutcome.self) { ActionText.lines($0, on: $1, at: $2) }
    }
}
