import Testing

@testable import Platform

@Suite struct TCPListenerTests {
    @Test func anAddressInUseIsNamedAsThat() throws {
        let listener = try TCPListener(listeningOn: "127.0.0.1", port: 0)
        let port = try listener.port
        do {
            _ = try TCPListener(listeningOn: "127.0.0.1", port: port)
            Issue.record("two programs listen on one port")
        } catch {
            #expect("\(error)" == "another program listens there")
        }
    }

    @Test func anAddressOfAnotherMachineIsRefused() {
        do {
            _ = try TCPListener(listeningOn: "192.0.2.1", port: 0)
            Issue.record("it listens on an address of nobody")
        } catch {
            #expect("\(error)" == "this machine does not have that address")
        }
    }

    @Test func aListenerThatWasStoppedAcceptsNobody() throws {
        let listener = try TCPListener(listeningOn: nil, port: 0)
        #expect(!listener.isStopped)
        listener.stop()
        #expect(listener.isStopped)
        #expect(throws: SystemError.self) { try listener.accept() }
    }
}
