package import Model

/// What peers say to each other, decoded and checked: everything in it is within its limits.
package enum Message: Hashable, Sendable {
    case hello(Hello)
    case glance(Glance)
    case answer(Answer)
    case refuse(Refusal)
    /// Send me your log from the newest of these places that you remember.
    case pull([LogCursor])
    case changes(ChangeBatch)
    /// So many frames of changes were stored.
    case received(frames: Int)
    case compare(Comparison)
    /// The answerer's vector and, if there is something to compare, its 64 group sums.
    case compared(VersionVector, groups: [UInt128]?)
    case probeGroups([Int])
    /// 64 sums for each group that was asked for.
    case bucketSums([UInt128])
    case probeBuckets(BucketProbe)
    case bucketRows(BucketRows)
    case repair([Change])
    case settle
    case tail
    case heartbeat(wall: Timestamp)
    case wantBodies([ContentHash])
    case bodies([Body], missing: [ContentHash])
    case sweep(SweepStep)
    /// - Parameter place: lower for each pack of a sweep.
    case pack(BodyPack, place: UInt64)
    /// A `BodyDictionary` as it is stored.
    case dictionary([UInt8])
    /// There are no more packs.
    case sweepEnd
    case bundleHead(BundleHead)
    case bundleTail(BundleTail)
}

/// Who a node is and what it knows.
package struct Hello: Hashable, Sendable {
    package var protocols: ClosedRange<UInt32>
    package var capabilities: [String]
    /// Only where the transport does not say it: in a file.
    package var device: DeviceID?
    package var origin: OriginID
    package var log: LogID
    package var wall: Timestamp
    package var vector: VersionVector
    package var digest: UInt128
    /// What the node remembers of origins that are in dispute.
    package var marks: [OriginID: [ChainMark]]

    package init(
        protocols: ClosedRange<UInt32>, capabilities: [String], device: DeviceID?, origin: OriginID, log: LogID,
        wall: Timestamp, vector: VersionVector, digest: UInt128, marks: [OriginID: [ChainMark]]
    ) {
        self.protocols = protocols
        self.capabilities = capabilities
        self.device = device
        self.origin = origin
        self.log = log
        self.wall = wall
        self.vector = vector
        self.digest = digest
        self.marks = marks
    }
}

/// A hello of constant size: enough to find out that there is nothing to do.
package struct Glance: Hashable, Sendable {
    package var protocols: ClosedRange<UInt32>
    package var origin: OriginID
    package var log: LogID
    package var wall: Timestamp
    /// `VersionVector.fingerprint`.
    package var vector: UInt128
    package var digest: UInt128
    package var capabilities: [String]
}

/// What the answerer makes of a hello or a glance.
package enum Answer: Hashable, Sendable {
    /// To a glance: there is something to do, say hello.
    case greet
    /// Equal vectors, equal digests.
    case inSync(wall: Timestamp, log: LogID, capabilities: [String])
    /// Here is what I know, and where I am in your log. `reconcile`: compare digests after the exchange, whatever
    /// the vectors say.
    case exchange(Hello, cursors: [LogCursor], reconcile: Bool)
    /// We know different histories of these origins; my marks of them are in the hello.
    case fork(Hello, disputed: [OriginID])
}

/// Why a session ends early.
package struct Refusal: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable, CaseIterable {
        case noCommonProtocol
        case malformed
        case unexpected
        /// Too much of what was sent had to be set aside.
        case quota
        case busy
        case revoked
        /// Whether the two databases share a past could not be settled in a few rounds.
        case unsettled
        /// A reason that this node does not know.
        case other
    }

    package var reason: Reason
    package var detail: String

    package init(_ reason: Reason, _ detail: String = "") {
        self.reason = reason
        self.detail = detail
    }
}

/// A frame of changes from the sender's log.
package struct ChangeBatch: Hashable, Sendable {
    package var changes: [Change]
    /// Up to where in the sender's log the receiver now has everything; nothing in a bundle, and in few live frames.
    package var cursor: LogCursor?
    /// Rows of the log after this frame, at most.
    package var remaining: Int64
    /// The sender's, where the frame reaches the end of its log; `nil` there if it follows from the changes.
    package var vector: VersionVector?
    /// Empty, or what the changes say.
    var decoded = DecodedValues()

    package init(changes: [Change], cursor: LogCursor?, remaining: Int64, vector: VersionVector?) {
        self.changes = changes
        self.cursor = cursor
        self.remaining = remaining
        self.vector = vector
    }
}

/// What the changes of a frame say, in their order, for the case that somebody had the time to decode it before they are
/// merged. It says nothing that they don't: it makes no difference between frames.
struct DecodedValues: Hashable, Sendable {
    var values: [Result<ChangeValue?, ValueDefect>] = []

    static func == (left: DecodedValues, right: DecodedValues) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
}

extension Message {
    /// The same, with the values of its changes decoded.
    package var decoded: Message {
        guard case .changes(var batch) = self else { return self }
        batch.decoded.values = batch.changes.map(\.validated)
        return .changes(batch)
    }

    /// The addresses of the articles in it, as far as its values are decoded.
    package var articleLinks: [String] {
        guard case .changes(let batch) = self else { return [] }
        return batch.decoded.values.compactMap { value in
            guard case .success(.article(let article)) = value else { return nil }
            return article.revision.link
        }
    }
}

/// The beginning of a comparison of digests.
package struct Comparison: Hashable, Sendable {
    package var vector: VersionVector
    package var digest: UInt128
    /// Compare even if the vectors differ.
    package var reconcile: Bool
}

/// All registers of some buckets, as elements of the digest.
package struct BucketProbe: Hashable, Sendable {
    /// In ascending order, each with its registers' elements.
    package var buckets: [Bucket]
    /// Registers up to this one were already answered for.
    package var resume: RegisterID?

    package struct Bucket: Hashable, Sendable {
        package var index: Int
        package var elements: [UInt128]

        package init(index: Int, elements: [UInt128]) {
            self.index = index
            self.elements = elements
        }
    }

    package init(buckets: [Bucket], resume: RegisterID?) {
        self.buckets = buckets
        self.resume = resume
    }
}

/// The answer to a probe.
package struct BucketRows: Hashable, Sendable {
    /// Registers that were not among the elements.
    package var changes: [Change]
    /// Elements that the answerer does not have.
    package var wanted: [UInt128]
    /// There are more such registers than fit.
    package var more: Bool
}

/// An article's stored body, by the hash of its bytes.
package struct Body: Hashable, Sendable {
    package var hash: ContentHash
    package var bytes: [UInt8]

    package init(hash: ContentHash, bytes: [UInt8]) {
        self.hash = hash
        self.bytes = bytes
    }
}

/// How a bundle begins.
package struct BundleHead: Hashable, Sendable {
    package var version: UInt32
    package var hello: Hello
    /// A node that covers this knows, after the bundle, all that the writer knew.
    package var base: VersionVector
    package var publicKey: [UInt8]
}

/// How a bundle ends.
package struct BundleTail: Hashable, Sendable {
    package var frames: Int
    package var hash: ContentHash
    package var signature: [UInt8]
}
