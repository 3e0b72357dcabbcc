import Changelog
import Logging
import PeerTransport
import Storage

extension PeerNode {
    /// Bundles are taken from peers, and from this node's own past.
    var bundleTrust: BundleTrust {
        let (book, own) = (book, device)
        return BundleTrust(
            isPaired: { $0 == own || book.trusts($0) },
            isGenuine: { NodeIdentity.isGenuine($0, $1, $2) })
    }

    /// Verifies a bundle and merges it.
    func take(_ file: BundleFile) throws -> (bundle: VerifiedBundle, taken: BundleFile.Taken) {
        let bundle = try file.verify(bundleTrust)
        let taken = try file.take(bundle, into: core.store) { arrived($0) }
        for doubt in taken.doubts { core.log.notice("this node goes on under a new origin: \(doubt.words)") }
        if taken.quarantined > 0 {
            core.log.warning("set aside \(taken.quarantined) changes of \(name(of: bundle.writer)) in \(file.path)")
        }
        bodiesArrived()
        return (bundle, taken)
    }
}
