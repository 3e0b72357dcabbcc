import Fetching
import Testing

@Suite struct AddressPolicyTests {
    @Test(arguments: [
        ("127.0.0.1", NonPublicNetwork.loopback), ("127.255.0.9", .loopback), ("::1", .loopback),
        ("::ffff:127.0.0.1", .loopback), ("::7f00:1", .loopback), ("64:ff9b::7f00:1", .loopback),
        ("2002:7f00:1::", .loopback), ("10.1.2.3", .privateNetwork), ("172.16.0.1", .privateNetwork),
        ("172.31.255.255", .privateNetwork), ("192.168.1.1", .privateNetwork), ("::ffff:192.168.1.1", .privateNetwork),
        ("fd12:3456::1", .privateNetwork), ("fec0::1", .privateNetwork), ("64:ff9b::a00:1", .privateNetwork),
        ("2002:c0a8:101::1", .privateNetwork), ("169.254.169.254", .linkLocal), ("fe80::1", .linkLocal),
        ("64:ff9b::a9fe:a9fe", .linkLocal), ("100.64.0.1", .carrierNAT), ("100.127.255.255", .carrierNAT),
        ("224.0.0.1", .multicast), ("239.255.255.255", .multicast), ("ff02::1", .multicast), ("0.0.0.0", .unspecified),
        ("0.1.2.3", .unspecified), ("::", .unspecified), ("255.255.255.255", .reserved), ("240.0.0.1", .reserved),
        ("192.0.2.1", .reserved), ("198.18.0.1", .reserved), ("2001:db8::1", .reserved), ("2001::1", .reserved),
        ("64:ff9b:1::1", .reserved), ("3fff::1", .reserved), ("5f00::1", .reserved), ("4000::1", .reserved),
        ("2600:1f18::5efe:a00:1", .privateNetwork),
    ])
    func anAddressThatIsNotPublicIsRefusedForWhatIsDerived(_ text: String, _ network: NonPublicNetwork) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().refusal(of: address, host: "news.example", trust: .derived) == network)
        #expect(AddressPolicy().refusal(of: address, host: "news.example", trust: .owner) == nil)
        #expect(AddressPolicy().refusal(of: address, host: "news.example", trust: .localConfiguration) == nil)
    }

    @Test(arguments: [
        "1.1.1.1", "93.184.216.34", "172.32.0.1", "172.15.255.255", "100.63.255.255", "100.128.0.1", "192.169.0.1",
        "11.0.0.1", "169.253.1.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:1.1.1.1",
        "64:ff9b::101:101", "2002:101:101::1", "2001:4860:4860::8888",
    ])
    func aPublicAddressIsNot(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().refusal(of: address, host: "news.example", trust: .derived) == nil)
    }

    @Test func theConfigurationCanAllowNetworksAndHosts() throws {
        let home = try #require(AddressBlock("192.168.7.0/24"))
        let policy = AddressPolicy(allowedBlocks: [home], allowedHosts: ["nas.lan"])
        let inside = try #require(IPAddress("192.168.7.20"))
        let outside = try #require(IPAddress("192.168.8.20"))
        #expect(policy.refusal(of: inside, host: "x", trust: .derived) == nil)
        #expect(policy.refusal(of: outside, host: "x", trust: .derived) == .privateNetwork)
        #expect(policy.refusal(of: outside, host: "nas.lan", trust: .derived) == nil)
        #expect(policy.refusal(of: outside, host: "evil-nas.lan", trust: .derived) == .privateNetwork)
    }

    @Test func blocksAreReadStrictly() throws {
        for text in [
            "10.0.0.0/33", "10.0.0/8", "fd00::/129", "10.0.0.0/", "10.0.0.0/-1", "/8", "", "host/8", "1.2.3.4/8/8",
        ] {
            #expect(AddressBlock(text) == nil, "\(text)")
        }
        let everything = try #require(AddressBlock("0.0.0.0/0"))
        #expect(everything.contains(.v4(.max)) && everything.contains(.v4(0)) && !everything.contains(.v6(1)))
        let one = try #require(AddressBlock("::1"))
        #expect(one.contains(.v6(1)) && !one.contains(.v6(2)))
    }

    @Test func addressesAreWrittenAsTheyAreRead() {
        for text in ["1.2.3.4", "255.255.255.255", "2606:4700::1111", "fe80::1"] {
            #expect(IPAddress(text)?.description == text)
        }
        for text in ["1.2.3", "0x7f.1", "2130706433", "1.2.3.4.5", "[::1]", "fe80::1%eth0", ""] {
            #expect(IPAddress(text) == nil, "\(text)")
        }
    }
}

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("http://127.1/", "127.0.0.1"), ("http://0x7f.0.0.1/", "127.0.0.1"), ("http://2130706433/", "127.0.0.1"),
        ("http://0177.0.0.1/", "127.0.0.1"), ("http://[::1]:8080/", "::1"), ("http://LOCALHOST/", "localhost"),
    ])
    func hostsThatSpellAnAddressOddlyAreReadAsTheAddress(_ text: String, _ host: String) throws {
        #expect(try #require(WebAddress(text)).host == host)
    }

    @Test func theTextHasNeitherCredentialsNorFragment() throws {
        let address = try #require(WebAddress("https://me:p%40ss@News.Example:443/a b/é?q=1#top"))
        #expect(address.text == "https://news.example/a%20b/%c3%a9?q=1")
        #expect(address.credentials == .basic(user: "me", password: Secret("p@ss")))
        #expect(address.origin == "https://news.example")
        #expect(!"\(address)".contains("p@ss"), "\(address)")
    }

    @Test func namesOfThisMachineAreKnown() {
        for name in ["localhost", "LocalHost", "a.localhost"] {
            #expect(WebAddress("http://\(name)/")?.namesThisMachine == true)
        }
        #expect(WebAddress("http://localhost.example/")?.namesThisMachine == false)
    }

    @Test func namesOfPrivateNetworksAreKnown() {
        for name in ["router", "nas.local", "wiki.Corp", "files.intranet", "nas.home.arpa", "db.internal"] {
            #expect(WebAddress("http://\(name)/")?.namesPrivateNetwork == true, "\(name)")
        }
        for name in ["local.example", "home.example", "in-addr.arpa", "192.0.2.1", "[2001:db8::1]"] {
            #expect(WebAddress("http://\(name)/")?.namesPrivateNetwork == false, "\(name)")
        }
    }

    @Test func referencesAreResolved() throws {
        let base = try #require(WebAddress("https://news.example:8443/a/feed.xml?x"))
        #expect(base.resolving("other.xml")?.text == "https://news.example:8443/a/other.xml")
        #expect(base.resolving("/top")?.text == "https://news.example:8443/top")
        #expect(base.resolving("//cdn.example/f")?.text == "https://cdn.example/f")
        #expect(base.resolving("http://plain.example")?.text == "http://plain.example/")
        #expect(base.resolving("?page=2")?.path == "/a/feed.xml?page=2")
    }

    @Test func trustExtendsToTheSameOriginAndItsMoveToTLS() throws {
        let http = try #require(WebAddress("http://nas.lan/feed"))
        func extends(_ text: String) -> Bool { WebAddress(text).map { http.extendsTrust(to: $0) } ?? false }
        #expect(extends("http://nas.lan/other") && extends("https://nas.lan/feed"))
        #expect(!extends("http://nas.lan:22/") && !extends("https://nas.lan:8443/") && !extends("http://router.lan/"))
    }

    @Test func whatIsNoAbsoluteAddressIsRefused() {
        for text in [
            "", "feed.xml", "//host/x", "http://", "http://a b/", "http://h\u{0}/", "http://host:99999/",
        ] {
            #expect(WebAddress(text) == nil, "\(text)")
        }
        #expect(WebAddress("http://h/" + String(repeating: "a", count: 9000)) == nil)
    }
}

@Suite struct EnvironmentProxiesTests {
    private func proxy(_ environment: [String: String], _ url: String) -> String? {
        WebAddress(url).flatMap { EnvironmentProxies(environment: environment).proxy(for: $0)?.reveal() }
    }

    @Test func eachSchemeHasItsOwn() {
        let both = ["http_proxy": "http://a:1", "HTTPS_PROXY": "http://b:2"]
        #expect(proxy(both, "http://news.example/") == "http://a:1")
        #expect(proxy(both, "https://news.example/") == "http://b:2")
        #expect(proxy(["ALL_PROXY": "socks5h://c:3"], "https://news.example/") == "socks5h://c:3")
        #expect(proxy(["HTTP_PROXY": "http://a:1"], "http://news.example/") == nil)
    }

    @Test func exceptionsAreDomainsNetworksOrAll() {
        let environment = ["all_proxy": "http://a:1", "no_proxy": "lan, .inner.example 10.0.0.0/8"]
        for direct in [
            "http://lan/", "http://nas.lan/", "http://inner.example/", "http://x.inner.example", "http://10.9.8.7/",
        ] {
            #expect(proxy(environment, direct) == nil, "\(direct)")
        }
        for proxied in ["http://wlan/", "http://outer.example/", "http://11.0.0.1/"] {
            #expect(proxy(environment, proxied) == "http://a:1", "\(proxied)")
        }
        #expect(proxy(["all_proxy": "http://a:1", "no_proxy": "*"], "http://news.example/") == nil)
    }
}
