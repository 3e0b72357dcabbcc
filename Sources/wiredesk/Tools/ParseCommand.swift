import ArgumentParser

struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Parse")
}
