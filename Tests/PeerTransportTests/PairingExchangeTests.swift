import Changelog
import Model
import Testing

@testable import PeerTransport

@Suite("The exchange of a pairing")
struct PairingExchangeTests {
    private let desk = DeviceID(publicKey: [1])
    private let laptop = DeviceID(publicKey: [2])
    private let now = Timestamp(seconds: 1_800_000_000)
    private let name: NodeName
    private let invitation: Invitation
    private var book = InvitationBook()

    init() throws {
        var generator = SeededGenerator(seed: 5)
        name = try #require(NodeName("ναῦς"))
        invitation = Invitation(
            device: desk, secret: InvitationSecret(using: &generator), expiry: now + .seconds(600), addresses: [])
        book.add(invitation)
    }

    private func inviter(for device: DeviceID) -> PairingInviter {
        PairingInviter(node: desk, name: name, joiner: device, nonce: [UInt8](repeating: 8, count: 32))
    }

    private func joiner(_ device: DeviceID, with invitation: Invitation) -> PairingJoiner {
        PairingJoiner(invitation: invitation, node: device, name: name, nonce: [UInt8](repeating: 9, count: 32))
    }

    /// The proof that `joiner` gives to `inviter`'s challenge.
    private mutating func proof(of joiner: inout PairingJoiner, to inviter: inout PairingInviter) -> PairingMessage? {
        guard
            case .send(let challenge) = inviter.receive(joiner.opening.bytes, book: &book, at: now),
            case .send(let proof) = joiner.receive(challenge.bytes)
        else { return nil }
        return proof
    }

    @Test("ends with each knowing the other's device and name")
    mutating func ends() throws {
        var (inviter, joiner) = (inviter(for: laptop), joiner(laptop, with: invitation))
        let proof = try #require(proof(of: &joiner, to: &inviter))
        guard case .keep(let peer, let welcome) = inviter.receive(proof.bytes, book: &book, at: now) else {
            Issue.record("not kept")
            return
        }
        #expect(peer == PairedPeer(device: laptop, name: name))
        #expect(joiner.receive(welcome.bytes) == .done(PairedPeer(device: desk, name: name)))
    }

    @Test("fails for one who passes on what another proved")
    mutating func relayedProof() throws {
        // The one in the middle has a key of its own, so the inviter sees another device than the one that proved.
        let middle = DeviceID(publicKey: [3])
        var (inviter, joiner) = (inviter(for: middle), joiner(laptop, with: invitation))
        let proof = try #require(proof(of: &joiner, to: &inviter))
        #expect(inviter.receive(proof.bytes, book: &book, at: now) == .refuse(.wrongProof))
    }

    @Test("fails with a welcome from one who does not know the secret")
    mutating func wrongWelcome() throws {
        var (inviter, joiner) = (inviter(for: laptop), joiner(laptop, with: invitation))
        _ = try #require(proof(of: &joiner, to: &inviter))
        let welcome = PairingMessage.welcome([UInt8](repeating: 0, count: 32), name: name)
        #expect(joiner.receive(welcome.bytes) == .fail(.notTheInviter))
    }

    @Test("is over for an invitation after a few wrong proofs, even for one who knows the secret")
    mutating func wrongProofs() throws {
        let wrong = PairingMessage.proof([UInt8](repeating: 0, count: 32), name: name)
        for _ in 0..<InvitationBook.maximumWrongProofs {
            var (inviter, joiner) = (inviter(for: laptop), joiner(laptop, with: invitation))
            _ = proof(of: &joiner, to: &inviter)
            #expect(inviter.receive(wrong.bytes, book: &book, at: now) == .refuse(.wrongProof))
        }
        var inviter = inviter(for: laptop)
        let hello = joiner(laptop, with: invitation).opening.bytes
        #expect(inviter.receive(hello, book: &book, at: now) == .refuse(.tooManyAttempts))
        #expect(!book.isOpen(to: laptop, at: now))
    }

    @Test("limits how often strangers may guess, and does not keep the invited one out by it")
    mutating func strangers() throws {
        var generator = SeededGenerator(seed: 6)
        for attempt in 1...InvitationBook.strangersPerMinute + 5 {
            let hello = PairingMessage.hello(invitation: generator.bytes(8), nonce: generator.bytes(32))
            var inviter = inviter(for: laptop)
            let expected: PairingRefusal =
                attempt <= InvitationBook.strangersPerMinute ? .unknownInvitation : .tooManyAttempts
            #expect(inviter.receive(hello.bytes, book: &book, at: now) == .refuse(expected))
        }
        var (inviter, joiner) = (inviter(for: laptop), joiner(laptop, with: invitation))
        #expect(proof(of: &joiner, to: &inviter) != nil)
    }

    @Test("goes to one of two devices that prove the same invitation at once")
    mutating func race() throws {
        let other = DeviceID(publicKey: [4])
        var (first, second) = (inviter(for: laptop), inviter(for: other))
        var (one, two) = (joiner(laptop, with: invitation), joiner(other, with: invitation))
        let (proofOfOne, proofOfTwo) = (
            try #require(proof(of: &one, to: &first)), try #require(proof(of: &two, to: &second))
        )
        guard case .keep = first.receive(proofOfOne.bytes, book: &book, at: now) else {
            Issue.record("not kept")
            return
        }
        #expect(second.receive(proofOfTwo.bytes, book: &book, at: now) == .refuse(.used))
    }

    @Test("survives any bytes from either end, and pairs no one by them", arguments: 1...5 as ClosedRange<UInt64>)
    mutating func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for length in [0, 1, 2, 33, 42, 43, 200] {
            for kind in 0...6 as ClosedRange<UInt8> {
                let bytes = [kind] + generator.bytes(length)
                var (inviter, joiner) = (inviter(for: laptop), joiner(laptop, with: invitation))
                if case .keep = inviter.receive(bytes, book: &book, at: now) { Issue.record("seed \(seed)") }
                if case .done = joiner.receive(bytes) { Issue.record("seed \(seed)") }
            }
        }
    }

    @Test("takes no name that a terminal could stumble over", arguments: ["", "a\u{1B}[2J", "a\nb", "\u{202E}gpj"])
    func names(text: String) {
        #expect(NodeName(text) == nil)
        #expect(NodeName(String(repeating: "x", count: 65)) == nil)
        #expect(NodeName("Küche 🍎")?.text == "Küche 🍎")
    }
}
