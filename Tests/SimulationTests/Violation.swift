/// An invariant of the protocol that a world broke.
enum Violation: Hashable {
    case diverged(String)
    case wentBack(String)
    case uncovered(String)
    case falseDigest(String)
    case equalVectorsUnequalStates(String)
    case notQuiet(String)
    case positionUsedTwice(String)
    case originShared(String)
    case lowerThanSeen(String)
    case lost(String)
    case trace(String)
    case rows(String)
    case failed(String)
}
