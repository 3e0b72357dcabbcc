import ControlProtocol

/// Lines that end a session before, or in place of, an answer.
enum Refusal {
    static func lineTooLong(limit: Int) -> [UInt8] {
        line(.badRequest, "the line is longer than \(limit) bytes", remedy: "send less at a time")
    }

    static func tooManyClients(limit: Int) -> [UInt8] {
        line(.unavailable, "\(limit) clients are connected already", remedy: "end some of them, or try again")
    }

    static var tooSlow: [UInt8] {
        line(.failed, "the client does not read its answers fast enough", remedy: "ask for less, or read sooner")
    }

    private static func line(_ code: ControlError.Code, _ message: String, remedy: String) -> [UInt8] {
        let reply = ReplyLine<Nothing, Nothing>(id: nil, reply: .error(ControlError(code, message, remedy: remedy)))
        return (try? reply.bytes) ?? []
    }
}
