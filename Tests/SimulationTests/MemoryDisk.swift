import Changelog
import Model

/// A disk that is a value in memory: fast, and with every safeguard to be taken away.
final class MemoryDisk: SimulatedDisk {
    private let store = MemoryStore()
    private let surroundings: Surroundings
    private let safeguards: Safeguards

    init(_ surroundings: Surroundings, safeguards: Safeguards) {
        self.surroundings = surroundings
        self.safeguards = safeguards
    }

    var contents: MemoryStore.Contents { store.contents }
    var state: NodeState? { store.contents.node }

    func registers(after lseq: Int64) -> [Register] {
        store.contents.registers.values.filter { $0.lseq > lseq }
    }

    private func transact<Result>(_ body: (inout Replica<MemoryStore>) throws -> Result) throws -> Result {
        try Replica.transact(
            on: store, at: surroundings.now, safeguards: safeguards, random: { self.surroundings.random() }, body)
    }

    func start(_ session: inout Session) throws -> [SessionOutput] { try transact { try session.start(in: &$0) } }

    func receive(_ message: Message, in session: inout Session) throws -> [SessionOutput] {
        try transact { try session.receive(message, in: &$0) }
    }

    func pump(_ session: inout Session) throws -> [SessionOutput] { try transact { try session.pump(in: &$0) } }

    func write(_ value: ChangeValue) throws -> AppliedChange? { try transact { try $0.write(value) } }

    func vector() throws -> VersionVector { try transact { try $0.vector() } }

    func next(of bundle: inout BundleWriter) throws -> [UInt8]? { try transact { try bundle.next(in: &$0) } }

    func receive(_ frame: ArraySlice<UInt8>, in bundle: inout BundleImport) throws -> [SessionOutput] {
        try transact { try bundle.receive(frame, in: &$0) }
    }

    func image() -> DiskImage { .contents(contents) }

    func replace(by image: DiskImage?, isNoticed: Bool) throws {
        guard case .contents(let contents)? = image else {
            store.contents = MemoryStore.Contents()
            return
        }
        store.contents = contents
        if isNoticed { try transact { try $0.mintOrigin(because: .fileIdentity) } }
    }

    func cutPower(isDurable: Bool, during body: () throws -> Void) throws {
        let before = contents
        try body()
        if !isDurable { store.contents = before }
    }

    func problems() -> [String] { [] }
    func derived() -> [String] { [] }
}
