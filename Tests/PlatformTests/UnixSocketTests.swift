import Glibc
import Testing

@testable import Platform

@Suite struct UnixSocketTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func aClientAndAServerExchangeBytes() throws {
        let path = try UnixSocketPath(directory.path("s"))
        let listener = try UnixListener(listeningOn: path)
        let client = try StreamConnection.connect(to: path)
        let served = try listener.accept()
        try client.write(Array("hello".utf8))
        #expect(try served.read() == Array("hello".utf8))
        served.descriptor.shutDown()
        #expect(try client.read().isEmpty)
    }

    @Test func theKernelVouchesForTheOtherEnd() throws {
        let path = try UnixSocketPath(directory.path("s"))
        let listener = try UnixListener(listeningOn: path)
        let client = try StreamConnection.connect(to: path)
        let served = try listener.accept()
        let expected = PeerCredentials(processID: getpid(), userID: getuid(), groupID: getgid())
        #expect(try served.peerCredentials() == expected)
        #expect(try client.peerCredentials() == expected)
    }

    @Test func aPathThatIsTooLongIsNamedWithItsLength() {
        let path = "/" + String(repeating: "x", count: 107)
        #expect(throws: UnixSocketError.path(path, "is 108 bytes long, and Linux allows 107")) {
            try UnixSocketPath(path)
        }
        #expect(throws: UnixSocketError.self) { try UnixSocketPath("") }
        #expect(throws: UnixSocketError.self) { try UnixSocketPath("/a\0b") }
        #expect(throws: Never.self) { try UnixSocketPath("/" + String(repeating: "x", count: 106)) }
    }

    @Test func theLongestPathWorks() throws {
        let name = String(repeating: "n", count: UnixSocketPath.byteLimit - directory.path.utf8.count - 1)
        let path = try UnixSocketPath(directory.path(name))
        let listener = try UnixListener(listeningOn: path)
        _ = try StreamConnection.connect(to: path)
        _ = try listener.accept()
    }

    @Test func anAbandonedSocketIsReplaced() throws {
        let path = try UnixSocketPath(directory.path("s"))
        let abandoned = try UnixListener(listeningOn: path)
        let kept = try abandoned.descriptor.duplicate()
        _ = consume abandoned
        _ = consume kept
        // What kill -9 leaves behind: a socket file that nobody listens on.
        let file = FileDescriptor(owning: bindOnly(path))
        #expect(file.rawValue >= 0)
        #expect(throws: Never.self) { try UnixListener(listeningOn: path) }
    }

    @Test func aSocketThatSomebodyAnswersOnIsLeftAlone() throws {
        let path = try UnixSocketPath(directory.path("s"))
        let first = try UnixListener(listeningOn: path)
        #expect(throws: UnixSocketError.inUse(path)) { try UnixListener(listeningOn: path) }
        _ = try StreamConnection.connect(to: path)
        _ = first
    }

    @Test func aFileThatIsNoSocketIsNeverRemoved() throws {
        let path = try UnixSocketPath(directory.path("precious"))
        try AtomicFile.write([1, 2, 3], to: path.text)
        #expect(throws: UnixSocketError.notASocket(path)) { try UnixListener(listeningOn: path) }
        #expect(try FileContents.read(path.text, limit: 10) == [1, 2, 3])
    }

    @Test func theSocketFileGoesWithItsListenerAndHasTheModeAskedFor() throws {
        let path = try UnixSocketPath(directory.path("s"))
        do {
            let listener = try UnixListener(listeningOn: path, mode: 0o660)
            #expect(try FileStatus(path: path.text).mode == 0o660)
            _ = listener
        }
        #expect(access(path.text, F_OK) != 0)
    }

    @Test func stoppingWakesWhoeverWaitsForAClient() throws {
        let listener = try UnixListener(listeningOn: UnixSocketPath(directory.path("s")))
        listener.stop()
        #expect(throws: SystemError.self) { try listener.accept() }
    }

    @Test func anAbstractNameLeavesNoFile() throws {
        let path = try UnixSocketPath("@wiredesk-test-\(getpid())")
        let listener = try UnixListener(listeningOn: path)
        _ = try StreamConnection.connect(to: path)
        _ = try listener.accept()
        #expect(access(path.text, F_OK) != 0)
    }

    @Test func aReadGivesUpAfterItsTimeout() throws {
        let path = try UnixSocketPath(directory.path("s"))
        let listener = try UnixListener(listeningOn: path)
        let client = try StreamConnection.connect(to: path)
        let served = try listener.accept()
        try served.setTimeouts(read: .milliseconds(5), write: .milliseconds(5))
        #expect(throws: SystemError("read", code: EAGAIN)) { try served.read() }
        _ = client
    }

    @Test func writingToAClientThatHungUpIsAnErrorAndNoSignal() throws {
        let path = try UnixSocketPath(directory.path("s"))
        let listener = try UnixListener(listeningOn: path)
        do { _ = try StreamConnection.connect(to: path) }
        let served = try listener.accept()
        #expect(throws: SystemError("send", code: EPIPE)) { try served.write([1]) }
    }

    @Test func aListenerThatNeverAcceptsDoesNotHoldUsForEver() throws {
        let path = try UnixSocketPath(directory.path("s"))
        let listener = try UnixListener(listeningOn: path, backlog: 1)
        var waiting: [StreamConnection] = []
        let error = #expect(throws: UnixSocketError.self) {
            while true { waiting.append(try StreamConnection.connect(to: path, timeout: .milliseconds(5))) }
        }
        #expect(error?.code == EAGAIN)
        _ = listener
    }

    @Test func connectingToNobodySaysWhy() throws {
        let path = try UnixSocketPath(directory.path("absent"))
        #expect(throws: UnixSocketError.system(SystemError("connect to", path.text, code: ENOENT))) {
            try StreamConnection.connect(to: path)
        }
    }

    private func bindOnly(_ path: UnixSocketPath) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.text.utf8)) }
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        return status == 0 ? descriptor : -1
    }
}
