import ArgumentParser
import ControlProtocol
import Glibc
import Platform
import TerminalRendering

/// `wiredesk pictures`: what was kept of an article's pictures.
struct Pictures: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the pictures of an article that are kept for offline reading.",
        discussion: "None are kept unless the configuration says fetch: images: true.")

    @Argument(help: "A story or a copy.", completion: .stories)
    var id: String

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try printItems(
            of: .pictures(IDParameters(id: id)), as: PictureSummary.self, none: "No picture of it is kept."
        ) { pictures, _, canvas, _ in
            var table = Table([
                .init("NUMBER", alignment: .right), .init("TYPE"), .init("SIZE", alignment: .right), .init("ADDRESS"),
            ])
            for picture in pictures {
                table.add([
                    .init("\(picture.number)", .bold), .init(picture.type),
                    .init(Quantities.bytes(Int64(picture.bytes))), .init(picture.address, .dim),
                ])
            }
            return table.lines(on: canvas)
        }
    }
}

/// `wiredesk picture`: one picture, as a file.
struct Picture: DaemonCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a picture of an article to a file or to the standard output.")

    @Argument(help: "A story or a copy.", completion: .stories)
    var id: String

    @Argument(help: "Which one: see `wiredesk pictures`.")
    var number = 1

    @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write.", completion: .file())
    var file: String?

    @OptionGroup var output: OutputOptions
    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let request = Request.picture(PictureParameters(id: id, number: number))
        guard case .people = try output.form else {
            return try printResult(of: request, as: PictureContent.self) { _, _, _ in [] }
        }
        if file == nil, isatty(STDOUT_FILENO) != 0 {
            throw CommandFailure(
                .usage, "a picture is nothing that a terminal shows", remedy: "name a file with --output")
        }
        let content = try daemon.connect().result(of: request, as: PictureContent.self)
        try write(Array(content.data))
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let file else { return Output.write(bytes) }
        do throws(SystemError) {
            try AtomicFile.write(bytes, to: file, mode: 0o644)
        } catch {
            throw CommandFailure(.failure, error.description)
        }
    }
}
