import Changelog
import Model

/// Where a simulated node keeps its state, and what can happen to a disk. The operations are the store's own; each is
/// durable when it returns.
protocol SimulatedDisk: AnyObject {
    /// What is on it.
    var contents: MemoryStore.Contents { get }
    /// Of that, what every commit is looked at by.
    var state: NodeState? { get }
    func registers(after lseq: Int64) -> [Register]

    func start(_ session: inout Session) throws -> [SessionOutput]
    func receive(_ message: Message, in session: inout Session) throws -> [SessionOutput]
    func pump(_ session: inout Session) throws -> [SessionOutput]
    func write(_ value: ChangeValue) throws -> AppliedChange?
    func vector() throws -> VersionVector
    func next(of bundle: inout BundleWriter) throws -> [UInt8]?
    func receive(_ frame: ArraySlice<UInt8>, in bundle: inout BundleImport) throws -> [SessionOutput]

    /// A copy of everything, as a backup or the image of a machine is one.
    func image() throws -> DiskImage
    /// Puts an image in the place of everything, or nothing.
    ///
    /// - Parameter isNoticed: whether the store can tell from the file that this happened.
    func replace(by image: DiskImage?, isNoticed: Bool) throws
    /// The power fails while `body` changes something: before that is durable, or just after.
    func cutPower(isDurable: Bool, during body: () throws -> Void) throws

    /// What is wrong with the rows that follow from the registers, where there are such rows.
    func problems() throws -> [String]
    /// The rows that must be equal where the registers are, as text.
    func derived() throws -> [String]
}

enum DiskImage {
    case contents(MemoryStore.Contents)
    /// The bytes of the database and of its write-ahead log, and which file its store took it for.
    case files(database: [UInt8], log: [UInt8], identity: String)
}

/// What a disk and the wall of its node share: time, as the node's clock has it, and luck.
final class Surroundings: @unchecked Sendable {
    var now = Timestamp(milliseconds: 0)
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    func random() -> UInt64 { generator.next() }
}
