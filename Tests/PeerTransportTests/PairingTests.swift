import Changelog
import Model
import Testing

@testable import PeerTransport

@Suite("An invitation", .timeLimit(.minutes(10)))
struct PairingTests {
    private static let addresses = [
        PeerAddress(host: "192.0.2.7", port: 7171), PeerAddress(host: "2001:db8::7", port: 1),
        PeerAddress(host: "desk.example", port: 65535),
    ]

    private func invitation(seed: UInt64 = 1, addresses: [PeerAddress] = addresses) throws -> Invitation {
        var generator = SeededGenerator(seed: seed)
        return Invitation(
            device: try #require(DeviceID(bytes: generator.bytes(32))),
            secret: InvitationSecret(using: &generator),
            expiry: Timestamp(seconds: 1_800_000_000),
            addresses: addresses)
    }

    @Test("is one string that reads back", arguments: [0, 1, 3])
    func roundTrip(count: Int) throws {
        let invitation = try invitation(addresses: Array(Self.addresses.prefix(count)))
        #expect(invitation.text.hasPrefix("wd1-"))
        #expect(!invitation.text.contains(" "))
        #expect(try Invitation(parsing: invitation.text) == invitation)
        #expect(try Invitation(parsing: "  \(invitation.text.uppercased())\n") == invitation)
    }

    @Test("that is mistyped anywhere is refused, and the place is named")
    func mistyped() throws {
        let characters = Array(try invitation().text)
        for index in characters.indices.dropFirst(4) where characters[index] != "-" {
            var mistyped = characters
            mistyped[index] = mistyped[index] == "7" ? "8" : "7"
            let error = #expect(throws: MistypedText.self) { try Invitation(parsing: String(mistyped)) }
            guard case .mistyped(let groups) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(groups.contains((index - 4) / 8 + 1))
        }
    }

    @Test("that is cut, of another version or something else says so")
    func otherTexts() throws {
        let text = try invitation().text
        for length in 0..<text.count {
            #expect(throws: MistypedText.self) { try Invitation(parsing: text.prefix(length)) }
        }
        #expect(throws: MistypedText.unknownVersion) { try Invitation(parsing: "wd2-\(text.dropFirst(4))") }
        #expect(throws: MistypedText.prefix(expected: "wd1-")) { try Invitation(parsing: "https://example.com/") }
    }

    @Test("does not print its secret")
    func hidesSecret() throws {
        let invitation = try invitation()
        #expect("\(invitation.secret)" == "(secret)")
        #expect(!String(reflecting: invitation).contains("\(invitation.secret.bytes)"))
    }

    @Test("makes two strangers peers, who then have a session")
    func pairs() async throws {
        let (desk, laptop) = (try TestNode("desk"), try TestNode("laptop"))
        try await desk.listening {
            try await $0.echo()
        } during: { addresses in
            let invitation = await desk.endpoint.invitations.issue(for: .seconds(600), at: addresses)
            let peer = try await laptop.endpoint.join(try Invitation(parsing: invitation.text))
            #expect(peer.device == desk.device)
            #expect(peer.name.text == "desk")
            #expect(await desk.peers.contains(laptop.device))

            await laptop.peers.insert(peer.device)
            try await laptop.endpoint.connect(to: peer.device, at: addresses) { connection in
                try await connection.send([1], on: .live)
                var frames = connection.frames.makeAsyncIterator()
                #expect(try await frames.next()?.bytes == [1])
            }
        }
    }

    @Test("works once: another device is refused, and the same one may repeat what it may have missed")
    func worksOnce() async throws {
        let (desk, laptop, thief) = (try TestNode(), try TestNode(), try TestNode())
        try await desk.listening { addresses in
            let invitation = await desk.endpoint.invitations.issue(for: .seconds(600), at: addresses)
            _ = try await laptop.endpoint.join(invitation)
            await #expect(throws: PairingFailure.notOpen) { try await thief.endpoint.join(invitation) }
            _ = try await laptop.endpoint.join(invitation)
            // Even while another invitation lets strangers knock.
            _ = await desk.endpoint.invitations.issue(for: .seconds(600), at: addresses)
            await #expect(throws: PairingFailure.refused(.used)) { try await thief.endpoint.join(invitation) }
            #expect(await !desk.peers.contains(thief.device))
        }
    }

    @Test("expires, by the clock of either end")
    func expires() async throws {
        let (desk, laptop) = (try TestNode(), try TestNode())
        try await desk.listening { addresses in
            let invitation = await desk.endpoint.invitations.issue(for: .seconds(600), at: addresses)
            desk.clock.advance(by: .seconds(600))
            await #expect(throws: PairingFailure.notOpen) { try await laptop.endpoint.join(invitation) }
            laptop.clock.advance(by: .seconds(660))
            await #expect(throws: PairingFailure.expired(ago: .seconds(60))) {
                try await laptop.endpoint.join(invitation)
            }
        }
    }

    @Test("that was withdrawn, or is this node's own, pairs no one")
    func withdrawn() async throws {
        let (desk, laptop) = (try TestNode(), try TestNode())
        try await desk.listening { addresses in
            let invitation = await desk.endpoint.invitations.issue(for: .seconds(600), at: addresses)
            await #expect(throws: PairingFailure.ownInvitation) { try await desk.endpoint.join(invitation) }
            await desk.endpoint.invitations.withdraw(invitation)
            await #expect(throws: PairingFailure.notOpen) { try await laptop.endpoint.join(invitation) }
        }
    }

    @Test("lets a stranger knock, and nothing else: a session is still refused")
    func guestHasNoSession() async throws {
        let (desk, stranger) = (try TestNode(), try TestNode())
        await stranger.peers.insert(desk.device)
        try await desk.listening { _ in
            Issue.record("a session with a stranger")
        } during: { addresses in
            _ = await desk.endpoint.invitations.issue(for: .seconds(600), at: addresses)
            let ending = try? await stranger.endpoint.connect(to: desk.device, at: addresses) { await $0.readToEnd() }
            #expect(ending != nil)
        }
    }
}
