import Testing

@testable import Platform

@Suite struct DirectoriesTests {
    @Test func aUserHasXDGPlaces() {
        let places = directories(["XDG_RUNTIME_DIR": "/run/user/7"])
        #expect(places.configurationFile == "/home/u/.config/wiredesk/wiredesk.yaml")
        #expect(places.state == "/home/u/.local/state/wiredesk")
        #expect(places.cache == "/home/u/.cache/wiredesk")
        #expect(places.socket == "/run/user/7/wiredesk/wiredesk.sock")
        #expect(places.socketCandidates == [places.socket, "/run/wiredesk/wiredesk.sock"])
    }

    @Test func aRelativeXDGPathIsIgnored() {
        #expect(directories(["XDG_STATE_HOME": "state"]).state == "/home/u/.local/state/wiredesk")
        #expect(directories(["XDG_STATE_HOME": "/s"]).state == "/s/wiredesk")
    }

    @Test func withoutARuntimeDirectoryTheSocketIsBesideTheDatabase() {
        #expect(directories([:]).socket == "/home/u/.local/state/wiredesk/wiredesk.sock")
    }

    @Test func rootHasTheSystemsPlaces() {
        let places = Directories(environment: Environment([:]), userID: 0, home: "/root")
        #expect(places.configurationFile == "/etc/wiredesk/wiredesk.yaml")
        #expect(places.state == "/var/lib/wiredesk")
        #expect(places.cache == "/var/cache/wiredesk")
        #expect(places.socketCandidates == ["/run/wiredesk/wiredesk.sock"])
    }

    @Test func whatSystemdSetForTheUnitCounts() {
        let places = directories([
            "STATE_DIRECTORY": "/var/lib/private/wiredesk:/var/lib/other", "RUNTIME_DIRECTORY": "/run/wiredesk",
            "CONFIGURATION_DIRECTORY": "/etc/wiredesk", "CACHE_DIRECTORY": "/var/cache/wiredesk",
            "CREDENTIALS_DIRECTORY": "/run/credentials/wiredeskd.service",
        ])
        #expect(places.state == "/var/lib/private/wiredesk")
        #expect(places.socketCandidates == ["/run/wiredesk/wiredesk.sock"])
        #expect(places.configurationFile == "/etc/wiredesk/wiredesk.yaml")
        #expect(places.cache == "/var/cache/wiredesk")
        #expect(places.credentialFile(named: "token") == "/run/credentials/wiredeskd.service/token")
        #expect(places.credentialFile(named: "../token") == nil)
        #expect(places.credentialFile(named: "..") == nil)
    }

    @Test func ownVariablesComeFirst() {
        let places = directories([
            "WIREDESK_CONFIG": "/c.yaml", "WIREDESK_STATE_DIR": "/s", "WIREDESK_SOCKET": "/k",
            "STATE_DIRECTORY": "/var/lib/wiredesk", "RUNTIME_DIRECTORY": "/run/wiredesk",
        ])
        #expect(places.configurationFile == "/c.yaml")
        #expect(places.state == "/s")
        #expect(places.socketCandidates == ["/k"])
    }

    @Test func aStateDirectoryOfOnesOwnHasItsOwnSocket() {
        let fromVariable = directories(["WIREDESK_STATE_DIR": "/s", "XDG_RUNTIME_DIR": "/run/user/7"])
        #expect(fromVariable.socketCandidates == ["/s/wiredesk.sock"])
        let fromFlag = Directories(environment: Environment([:]), userID: 7, home: "/home/u", stateDirectory: "/f")
        #expect(fromFlag.socketCandidates == ["/f/wiredesk.sock"])
    }

    @Test func anEmptyVariableIsAsGoodAsNone() {
        #expect(directories(["WIREDESK_SOCKET": "", "XDG_STATE_HOME": ""]).socketCandidates.count == 2)
    }

    private func directories(_ variables: [String: String]) -> Directories {
        Directories(environment: Environment(variables), userID: 7, home: "/home/u")
    }
}
