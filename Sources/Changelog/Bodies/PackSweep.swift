import Model

/// One step of a sweep: a node that lacks many bodies has a peer send the packs that lie with it, those first that were
/// made last.
package struct SweepStep: Hashable, Sendable {
    /// How many more packs may come.
    package var packs: Int
    /// Of the first step; the others go on where the one before ended.
    package var start: Start?

    package struct Start: Hashable, Sendable {
        /// Begin at lower places than this; `nil`: with the pack that was made last.
        package var before: UInt64?
        /// Those that need not be sent.
        package var dictionaries: [BodyDictionary.Name]

        package init(before: UInt64?, dictionaries: [BodyDictionary.Name]) {
            self.before = before
            self.dictionaries = dictionaries
        }
    }

    package init(packs: Int, start: Start? = nil) {
        self.packs = packs
        self.start = start
    }

    /// Packs that one step may ask for.
    package static let mostPacks = 4
}

/// How far a node is with the packs of one peer.
package struct PackSweep: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Not begun in this session.
        case possible
        case underWay
        /// It has ended, or would be of no use: what is still wanted is asked for by its hashes.
        case over
    }

    package private(set) var state = State.possible
    /// Packs in a row of which most was not wanted.
    private var useless = 0
    /// When the last step was asked for, by any clock that only goes forward.
    private var asked = Duration.zero

    package init() {}

    /// Packs under way at once, so that neither end waits for the other; after a cut they are sent again.
    private static let window = 2
    /// What both have fetched by themselves lies at the beginning: so far a sweep goes on through it.
    private static let mostUseless = 8

    /// After so long without a pack others may be asked: while a sweep lasts, nobody is asked for single bodies.
    private static let patience = Duration.seconds(75)

    /// So many bodies must be wanted at least: a few are asked for by their hashes.
    package static let fewestWanted = 4 * BodyPack.mostBodies

    /// - Parameter before: where an earlier session was cut off.
    package mutating func begin(
        before: UInt64?, dictionaries: [BodyDictionary.Name], at now: Duration
    ) -> Message {
        state = .underWay
        asked = now
        return .sweep(SweepStep(packs: Self.window, start: .init(before: before, dictionaries: dictionaries)))
    }

    /// A pack has been stored: what to ask for next; `nil` if the sweep has ended with it.
    package mutating func took(wanted: Int, of count: Int, at now: Duration) -> Message? {
        asked = now
        useless = 2 * wanted < count ? useless + 1 : 0
        guard useless < Self.mostUseless else {
            end()
            return nil
        }
        return .sweep(SweepStep(packs: 1))
    }

    package mutating func end() { state = .over }

    /// Whether the peer sends nothing of what it was asked for.
    package func hasStalled(at now: Duration) -> Bool { state == .underWay && now - asked > Self.patience }
}
