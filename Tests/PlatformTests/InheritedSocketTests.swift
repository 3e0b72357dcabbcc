import Platform
import Testing

@Suite struct InheritedSocketTests {
    /// Stopping the service must not end the socket that the service manager keeps for its next start.
    @Test func stoppingAnInheritedListenerLeavesItsSocketListening() throws {
        let path = try UnixSocketPath("@wiredesk-inherited-\(UInt64.random(in: .min ... .max))")
        let manager = try UnixListener(listeningOn: path)
        let service = UnixListener(inherited: try manager.descriptor.duplicate())
        service.stop()
        let client = try StreamConnection.connect(to: path)
        let accepted = try manager.accept()
        try client.write(Array("still there".utf8))
        #expect(try accepted.read() == Array("still there".utf8))
    }
}
