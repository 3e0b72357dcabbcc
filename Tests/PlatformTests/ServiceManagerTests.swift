import Glibc
import Testing

@testable import Platform

@Suite struct ServiceManagerTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func readinessReachesTheManager() throws {
        try expectDelivery(at: directory.path("notify"))
    }

    @Test func readinessReachesAManagerInTheAbstractNamespace() throws {
        try expectDelivery(at: "@wiredesk-notify-\(getpid())")
    }

    @Test func withoutAManagerNothingIsSent() {
        let notifier = ServiceNotifier(environment: Environment([:]))
        #expect(!notifier.isActive)
        #expect(!notifier.send(.ready))
        #expect(!ServiceNotifier(environment: Environment(["NOTIFY_SOCKET": "vsock:2:1"])).isActive)
        #expect(!ServiceNotifier(environment: Environment(["NOTIFY_SOCKET": directory.path("none")])).send(.ready))
    }

    @Test func messagesAreSpelledAsSystemdReadsThem() {
        let lines = [ServiceNotifier.Message.ready, .reloading, .stopping, .watchdog, .extendTimeout(.seconds(2))]
            .map { $0.text(monotonicMicroseconds: 77) }
        #expect(
            lines == [
                "READY=1", "RELOADING=1\nMONOTONIC_USEC=77", "STOPPING=1", "WATCHDOG=1",
                "EXTEND_TIMEOUT_USEC=2000000",
            ])
    }

    @Test func aStatusCannotSmuggleInAnotherMessage() {
        let text = ServiceNotifier.Message.status("fetching\nMAINPID=1").text(monotonicMicroseconds: 0)
        #expect(text == "STATUS=fetching MAINPID=1")
    }

    @Test func socketsForAnotherProcessAreNotTaken() {
        let environment = Environment(["LISTEN_PID": "41", "LISTEN_FDS": "1"])
        #expect(ServiceActivation.names(environment: environment, processID: 42) == nil)
        #expect(ServiceActivation.names(environment: environment, processID: 41) == ["unknown"])
    }

    @Test(arguments: ["0", "-1", "65", "99999999999", "one", "2 "])
    func aBrokenNumberOfSocketsIsNone(count: String) {
        let environment = Environment(["LISTEN_PID": "42", "LISTEN_FDS": count])
        #expect(ServiceActivation.names(environment: environment, processID: 42) == nil)
    }

    @Test func socketsKeepTheNamesOfTheirUnit() {
        let environment = Environment(["LISTEN_PID": "42", "LISTEN_FDS": "3", "LISTEN_FDNAMES": "control::"])
        #expect(ServiceActivation.names(environment: environment, processID: 42) == ["control", "unknown", "unknown"])
    }

    @Test func theWatchdogIsFedTwiceAsOftenAsItAsks() {
        let environment = Environment(["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "42"])
        #expect(ServiceActivation.watchdogInterval(environment: environment, processID: 42) == .seconds(15))
        #expect(ServiceActivation.watchdogInterval(environment: environment, processID: 43) == nil)
        #expect(ServiceActivation.watchdogInterval(environment: Environment(["WATCHDOG_USEC": "soon"])) == nil)
        #expect(ServiceActivation.watchdogInterval(environment: Environment([:])) == nil)
    }

    private func expectDelivery(at text: String) throws {
        let receiver = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(receiver) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(text.utf8)
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let offset = try #require(MemoryLayout<sockaddr_un>.offset(of: \.sun_path))
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(receiver, $0, socklen_t(offset + name.count))
            }
        }
        try #require(bound == 0)
        let notifier = ServiceNotifier(environment: Environment(["NOTIFY_SOCKET": text]))
        #expect(notifier.send(.ready, .status("3 feeds")))
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = recv(receiver, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "READY=1\nSTATUS=3 feeds")
    }
}
