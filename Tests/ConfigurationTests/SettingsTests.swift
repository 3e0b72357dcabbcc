import Testing

@testable import Configuration

@Suite struct SettingsTests {
    @Test func anEmptyFileMeansTheDefaults() throws {
        #expect(try settings("") == Settings())
        #expect(try settings("# nothing yet\n") == Settings())
        #expect(try settings("feeds:\nfetch:\n") == Settings())
    }

    @Test func aFeedIsAnAddressAlone() throws {
        let feeds = try settings("feeds:\n  - https://example.org/a\n  - http://example.org:8080/b?c=d&e=f\n").feeds
        #expect(feeds.map(\.url) == ["https://example.org/a", "http://example.org:8080/b?c=d&e=f"])
        #expect(feeds.map(\.line) == [2, 3])
    }

    @Test func aFeedHasSettingsOfItsOwn() throws {
        let text = """
            feeds:
              - url: https://example.org/feed
                title: "The Example: News"
                tags: [local, morning, local]
                interval: 1h30m
                full-text: no
                user-agent: Reader/1.0
                headers:
                  Accept-Language: fi
                  X-Key: "a: b"
                cookies-file: jar.txt
                auth:
                  user: me
                  password-file: ~/secret
                proxy: socks5h://127.0.0.1:9050
                http1-only: true
                tls-pin: sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
                allow-private-addresses: true
            """
        var expected = FeedSettings(url: "https://example.org/feed", line: 2)
        expected.title = "The Example: News"
        expected.tags = ["local", "morning"]
        expected.interval = .seconds(5400)
        expected.fullText = false
        expected.userAgent = "Reader/1.0"
        expected.headers = [.init(name: "Accept-Language", value: "fi"), .init(name: "X-Key", value: "a: b")]
        expected.cookiesFile = "/etc/wiredesk/jar.txt"
        expected.authentication = .basic(user: "me", password: .file("/home/u/secret"))
        expected.proxy = "socks5h://127.0.0.1:9050"
        expected.http1Only = true
        expected.tlsPins = ["sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]
        expected.allowPrivateAddresses = true
        #expect(try settings(text).feeds == [expected])
    }

    @Test func metricsAreOpenToThisMachineUnlessMoreIsSaid() throws {
        func host(_ text: String) throws -> String? { try settings("metrics: {listen: \(text)}").metricsListen?.host }
        #expect(try host("9464") == "127.0.0.1")
        #expect(try host("\"*:9464\"") == nil)
        #expect(try host("192.0.2.7:9464") == "192.0.2.7")
        #expect(throws: (any Error).self) { try host("\"9464x\"") }
    }

    @Test func globalSettingsAreRead() throws {
        let text = """
            refresh: {interval: 20m, min-interval: 10m, max-interval: 12h}
            fetch:
              connections: 8
              max-body: 4MiB
              allow-private-addresses: [nas.home.arpa, 10.0.0.0/8, "fd00::/8"]
            storage: {directory: data, keep-articles: 365d, keep-bodies: forever}
            stories: {return-on: any-change}
            control: {mode: "0660"}
            peers: {listen: [7331, "[::1]:7332"], bodies: 30d, folders: /media/stick}
            metrics: {listen: "127.0.0.1:9464"}
            log: {level: debug, format: json}
            """
        let read = try settings(text)
        #expect(read.refresh.interval == .seconds(1200))
        #expect(read.fetch.connections == 8)
        #expect(read.fetch.maximumBody == 4 << 20)
        #expect(read.fetch.privateAddresses == .allowOnly(["nas.home.arpa", "10.0.0.0/8", "fd00::/8"]))
        #expect(read.storage.directory == "/etc/wiredesk/data")
        #expect(read.storage.articles == .atMost(.seconds(365 * 86_400)))
        #expect(read.stories.returnOn == .anyChange)
        #expect(read.control.mode == 0o660)
        #expect(read.peers.listen == [.init(host: nil, port: 7331), .init(host: "::1", port: 7332)])
        #expect(read.peers.bodies == .recent(.seconds(30 * 86_400)))
        #expect(read.peers.folders == ["/media/stick"])
        #expect(read.metricsListen == ListenAddress(host: "127.0.0.1", port: 9464))
        #expect(read.log.level == .debug)
        #expect(read.log.format == .json)
    }

    @Test func aBoundMovesTheDefaultInterval() throws {
        #expect(try settings("refresh: {min-interval: 2h}").refresh.interval == .seconds(7200))
        #expect(try settings("refresh: {max-interval: 10m}").refresh.interval == .seconds(600))
    }

    @Test func fileFeedsBecomeAbsolute() throws {
        let text = "feeds:\n  - file:feeds/a.xml\n  - file:///srv/b.xml\n  - file:/srv/c.xml\n"
        #expect(
            try settings(text).feeds.map(\.url) == [
                "file:///etc/wiredesk/feeds/a.xml", "file:///srv/b.xml", "file:///srv/c.xml",
            ])
    }

    @Test func pathsAreAbsoluteHoweverTheFileWasNamed() throws {
        let text = Array("feeds:\n  - file:a.xml\nstorage: {directory: ../data}\n".utf8)
        for name in ["wiredesk.yaml", "conf/wiredesk.yaml"] {
            let file = ConfigurationFile(path: name, bytes: text, workingDirectory: "/srv") { _ in .missing }
            let directory = name.hasPrefix("conf") ? "/srv/conf/" : "/srv/"
            #expect(try file.settings().feeds.map(\.url) == ["file://" + directory + "a.xml"])
            #expect(try file.settings().storage.directory == directory + "../data")
        }
        #expect(currentDirectory().hasPrefix("/"))
    }

    @Test func anAliasStandsForWhatItNames() throws {
        let text = "feeds:\n  - {url: https://a.example/, tags: &t [x, y]}\n  - {url: https://b.example/, tags: *t}\n"
        #expect(try settings(text).feeds.map(\.tags) == [["x", "y"], ["x", "y"]])
    }

    @Test func quantitiesAreReadAsPeopleWriteThem() {
        #expect(DurationText.duration("90s") == .seconds(90))
        #expect(DurationText.duration("1h 30m") == .seconds(5400))
        #expect(DurationText.duration("2w") == .seconds(1_209_600))
        for wrong in ["", " ", "5", "m", "5 minutes", "-5m", "1.5h", "99999999999999999999s", "9999999w", "५m"] {
            #expect(DurationText.duration(wrong) == nil, "\(wrong)")
        }
        #expect(ByteSizeText.bytes("16MiB") == 16 << 20)
        #expect(ByteSizeText.bytes("10 mb") == 10_000_000)
        for wrong in ["", "16", "MiB", "-1MB", "99999999999GiB", "1.5MB"] {
            #expect(ByteSizeText.bytes(wrong) == nil, "\(wrong)")
        }
    }
}
