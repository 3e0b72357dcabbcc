package import Changelog

extension Store {
    /// What this node knows of every origin: the base of the next bundle that somebody makes for it.
    package func vector() throws(StoreError) -> VersionVector {
        try change { _, replica in try replica.vector() }
    }

    /// The next bytes of a bundle's file; `nil` after the last. One transaction each, so that a large bundle holds
    /// nothing else up.
    package func next(of writer: inout BundleWriter) throws(StoreError) -> [UInt8]? {
        try change { _, replica in try writer.next(in: &replica) }
    }

    /// Merges the next frame of a verified bundle, with all that follows from it. If this throws, the import is as it
    /// was before, and may go on from there.
    package func receive(
        _ frame: ArraySlice<UInt8>, in bundle: inout BundleImport
    ) throws(StoreError) -> [SessionOutput] {
        var next = bundle
        let outputs = try change { domain, replica in
            let outputs = try next.receive(frame, in: &replica)
            for case .applied(let outcome) in outputs {
                try domain.follow(outcome.applied)
            }
            return outputs
        }
        bundle = next
        return outputs
    }
}
