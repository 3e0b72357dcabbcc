import ArgumentParser

struct Fold: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fold")
}
