/// The wire service that wrote a story, by its short lower-case name: `ap`, `cnn`, `reuters`.
package struct Agency: Hashable, Comparable, Sendable, RawRepresentable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let ap = Agency(rawValue: "ap")
    package static let cnn = Agency(rawValue: "cnn")
    package static let reuters = Agency(rawValue: "reuters")
    package static let afp = Agency(rawValue: "afp")
    package static let bloomberg = Agency(rawValue: "bloomberg")
    package static let tns = Agency(rawValue: "tns")
    package static let canadianPress = Agency(rawValue: "cp")
    package static let statesNewsroom = Agency(rawValue: "states-newsroom")
    package static let kff = Agency(rawValue: "kff")
    package static let conversation = Agency(rawValue: "conversation")
    package static let propublica = Agency(rawValue: "propublica")
    package static let dpa = Agency(rawValue: "dpa")
    package static let upi = Agency(rawValue: "upi")
    package static let pa = Agency(rawValue: "pa")
    package static let ansa = Agency(rawValue: "ansa")
    package static let efe = Agency(rawValue: "efe")
    package static let kyodo = Agency(rawValue: "kyodo")
    package static let tass = Agency(rawValue: "tass")
    package static let xinhua = Agency(rawValue: "xinhua")

    package static func < (left: Agency, right: Agency) -> Bool { left.rawValue < right.rawValue }
}
