import Yams

/// The whole file, from the top.
struct SettingsReader {
    let document: YAMLDocument
    let file: ConfigurationFile
    let report: FaultReport

    /// The settings as far as they can be read; what cannot is in the report, and has its default.
    func settings() -> Settings {
        var settings = Settings()
        guard let root = document.root,
            var top = MappingReader(root, named: "the file", in: document, report: report)
        else { return settings }
        if var section = top.section("refresh") { read(&section, into: &settings.refresh) }
        if var section = top.section("fetch") { read(&section, into: &settings.fetch) }
        if var section = top.section("storage") { read(&section, into: &settings.storage) }
        if var section = top.section("stories") {
            settings.stories.returnOn = section.value("return-on", .choice) ?? settings.stories.returnOn
            section.reportUnknownKeys()
        }
        if var section = top.section("control") { read(&section, into: &settings.control) }
        if var section = top.section("peers") { read(&section, into: &settings.peers) }
        if var section = top.section("metrics") {
            settings.metricsListen = section.value("listen", .openAddress)
            section.reportUnknownKeys()
        }
        if var section = top.section("log") {
            settings.log.level = section.value("level", .choice) ?? settings.log.level
            settings.log.format = section.value("format", .choice) ?? settings.log.format
            section.reportUnknownKeys()
        }
        if let feeds = top.node("feeds") {
            settings.feeds = FeedListReader(document: document, file: file, report: report).feeds(feeds)
        }
        top.reportUnknownKeys()
        return settings
    }

    private func read(_ section: inout MappingReader, into refresh: inout RefreshSettings) {
        let interval = ValueKind.duration(RefreshSettings.intervalBounds)
        let given = section.value("interval", interval)
        refresh.minimumInterval = section.value("min-interval", interval) ?? refresh.minimumInterval
        refresh.maximumInterval = section.value("max-interval", interval) ?? refresh.maximumInterval
        let (minimum, maximum) = (refresh.minimumInterval, refresh.maximumInterval)
        if minimum > maximum {
            section.complain(
                of: "min-interval",
                "“min-interval” (\(DurationText.text(minimum))) is longer than “max-interval” "
                    + "(\(DurationText.text(maximum)))", "swap them, or remove one")
        } else if let given, !(minimum...maximum).contains(given) {
            section.complain(
                of: "interval",
                "“interval” (\(DurationText.text(given))) is not between “min-interval” "
                    + "(\(DurationText.text(minimum))) and “max-interval” (\(DurationText.text(maximum)))",
                "change one of the three")
        } else {
            refresh.interval = given ?? min(max(refresh.interval, minimum), maximum)
        }
        section.reportUnknownKeys()
    }

    private func read(_ section: inout MappingReader, into fetch: inout FetchSettings) {
        fetch.connections = section.value("connections", .count(1...256)) ?? fetch.connections
        fetch.connectionsPerHost =
            section.value("connections-per-host", .count(1...16)) ?? fetch.connectionsPerHost
        let patience = ValueKind.duration(.seconds(1) ... .seconds(600))
        fetch.timeout = section.value("timeout", patience) ?? fetch.timeout
        fetch.connectTimeout = section.value("connect-timeout", patience) ?? min(fetch.connectTimeout, fetch.timeout)
        let size = ValueKind.byteSize(1 << 10...256 << 20)
        fetch.maximumBody = section.value("max-body", size) ?? fetch.maximumBody
        fetch.maximumRedirects = section.value("max-redirects", .count(0...20)) ?? fetch.maximumRedirects
        fetch.userAgent = section.value("user-agent", .headerValue)
        fetch.proxy = section.value("proxy", .proxy)
        fetch.fullText = section.value("full-text", .yesOrNo) ?? fetch.fullText
        fetch.images = section.value("images", .yesOrNo) ?? fetch.images
        fetch.imageBudget = section.value("image-budget", size) ?? fetch.imageBudget
        if let node = section.node("allow-private-addresses") {
            if case .sequence = node {
                fetch.privateAddresses = .allowOnly(section.list("allow-private-addresses", .network))
            } else {
                let all = ValueKind("true, false, or a list of hosts and networks", read: ValueKind.yesOrNo.read)
                fetch.privateAddresses = section.value("allow-private-addresses", all) == true ? .allow : .refuse
            }
        }
        section.reportUnknownKeys()
    }

    private func read(_ section: inout MappingReader, into storage: inout StorageSettings) {
        storage.directory = section.value("directory", .path(in: file))
        storage.articles = section.value("keep-articles", .retention) ?? storage.articles
        storage.bodies = section.value("keep-bodies", .retention) ?? storage.bodies
        section.reportUnknownKeys()
    }

    private func read(_ section: inout MappingReader, into control: inout ControlSettings) {
        control.socket = section.value("socket", .path(in: file))
        if let socket = control.socket, socket.utf8.count > 107 {
            section.complain(
                of: "socket", "the path of “socket” is \(socket.utf8.count) bytes long, and Linux allows 107",
                "choose a shorter one")
        }
        control.mode = section.value("mode", .permissions) ?? control.mode
        section.reportUnknownKeys()
    }

    private func read(_ section: inout MappingReader, into peers: inout PeerSettings) {
        peers.name = section.value("name", .text)
        peers.listen = section.list("listen", .listenAddress)
        peers.folders = section.list("folders", .path(in: file))
        peers.bodies = section.value("bodies", .bodyPolicy) ?? peers.bodies
        section.reportUnknownKeys()
    }
}

extension ValueKind<String> {
    /// A path, made absolute: relative ones begin at the directory of the configuration.
    static func path(in file: ConfigurationFile) -> ValueKind {
        ValueKind("a path such as /var/lib/wiredesk") { text, _ in
            text.isEmpty || text.utf8.contains(0) ? nil : file.resolve(text)
        }
    }
}

extension ValueKind<Retention> {
    private static var bounds: ClosedRange<Duration> { .seconds(86_400) ... .seconds(36_500 * 86_400) }

    static var retention: ValueKind {
        let duration = ValueKind<Duration>.duration(bounds)
        return ValueKind("forever, or a duration such as 90d or 52w") { text, isPlain throws(ValueFault) in
            text == "forever" ? .forever : try duration.read(text, isPlain).map(Retention.atMost)
        }
    }
}

extension ValueKind<PeerSettings.BodyPolicy> {
    static var bodyPolicy: ValueKind {
        let duration = ValueKind<Duration>.duration(.seconds(86_400) ... .seconds(36_500 * 86_400))
        return ValueKind("all, headers, or a duration such as 30d") { text, isPlain throws(ValueFault) in
            switch text {
            case "all": .all
            case "headers": .headersOnly
            default: try duration.read(text, isPlain).map(PeerSettings.BodyPolicy.recent)
            }
        }
    }
}

extension ValueKind<UInt32> {
    /// Permission bits for a socket: reading and writing, for the owner at least.
    static var permissions: ValueKind {
        ValueKind("permissions in octal: \"0600\" for you alone, \"0660\" for your group too") { text, _ in
            guard let mode = UInt32(text, radix: 8), mode & 0o600 == 0o600, mode & ~0o666 == 0 else { return nil }
            return mode
        }
    }
}
