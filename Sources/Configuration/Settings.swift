/// What `wiredesk.yaml` says, every default filled in.
package struct Settings: Hashable, Sendable {
    package var refresh = RefreshSettings()
    package var fetch = FetchSettings()
    package var storage = StorageSettings()
    package var stories = StorySettings()
    package var control = ControlSettings()
    package var peers = PeerSettings()
    /// Where OpenMetrics text is served over HTTP; `nil` leaves it to the control socket.
    package var metricsListen: ListenAddress?
    package var log = LogSettings()
    package var feeds: [FeedSettings] = []

    package init() {}
}

/// How often feeds are polled.
package struct RefreshSettings: Hashable, Sendable {
    /// What an interval may be at all: shorter is rude, longer is as good as never.
    package static let intervalBounds: ClosedRange<Duration> = .seconds(60) ... .seconds(30 * 86_400)

    /// For a feed that has told us nothing about itself yet.
    package var interval: Duration = .seconds(30 * 60)
    /// The adaptive schedule stays between these two.
    package var minimumInterval: Duration = .seconds(5 * 60)
    package var maximumInterval: Duration = .seconds(86_400)

    package init() {}
}

/// How feeds and pages are fetched, unless a feed says otherwise.
package struct FetchSettings: Hashable, Sendable {
    /// Transfers at one time. Measured: 64 saturate one engine thread, 256 halve its throughput.
    package var connections = 64
    /// Of those, to one host.
    package var connectionsPerHost = 2
    /// From connecting to the last byte.
    package var timeout: Duration = .seconds(30)
    package var connectTimeout: Duration = .seconds(10)
    /// Bytes of one feed or page after decompression.
    package var maximumBody = 16 << 20
    package var maximumRedirects = 5
    /// `nil`: the program's own name and version.
    package var userAgent: String?
    /// `nil`: as the environment says (`https_proxy` and its kin).
    package var proxy: String?
    package var privateAddresses = PrivateAddressRule.refuse
    /// Whether an article's page is fetched for its full text.
    package var fullText = true
    /// Whether an article's pictures are kept for offline reading.
    package var images = false
    /// Bytes of pictures for one article.
    package var imageBudget = 2 << 20

    package init() {}
}

/// Which addresses of loopback, private and link-local networks may be fetched from.
package enum PrivateAddressRule: Hashable, Sendable {
    case refuse
    case allow
    /// Only these host names, addresses and networks (`10.1.0.0/16`).
    case allowOnly([String])
}

/// Where things are kept, and for how long.
package struct StorageSettings: Hashable, Sendable {
    /// `nil`: where the environment says (`WIREDESK_STATE_DIR`, systemd, XDG).
    package var directory: String?
    package var articles = Retention.forever
    package var bodies = Retention.forever

    package init() {}
}

/// How long something is kept. What is starred, tagged or noted is always kept.
package enum Retention: Hashable, Sendable, CustomStringConvertible {
    case forever
    case atMost(Duration)

    /// As the file says it.
    package var description: String {
        switch self {
        case .forever: "forever"
        case .atMost(let age): DurationText.text(age)
        }
    }
}

/// When a story that was read comes back.
package struct StorySettings: Hashable, Sendable {
    package enum Return: String, Hashable, Sendable, CaseIterable {
        /// A copy or revision that brings a substantial new paragraph.
        case newParagraph = "new-paragraph"
        /// Any change of the text.
        case anyChange = "any-change"
        case never
    }

    package var returnOn = Return.newParagraph

    package init() {}
}

/// The socket that the command talks to.
package struct ControlSettings: Hashable, Sendable {
    /// `nil`: where the environment says (`WIREDESK_SOCKET`, systemd, XDG).
    package var socket: String?
    /// Permission bits; whoever may write may command.
    package var mode: UInt32 = 0o600

    package init() {}
}

/// How this node meets its peers.
package struct PeerSettings: Hashable, Sendable {
    package enum BodyPolicy: Hashable, Sendable {
        case all
        case recent(Duration)
        case headersOnly
    }

    /// What peers are shown; `nil`: the host name.
    package var name: String?
    package var listen: [ListenAddress] = []
    /// Directories that something else replicates, used as mailboxes.
    package var folders: [String] = []
    package var bodies = BodyPolicy.all

    package init() {}
}

/// `host:port`, or a port alone for every address of this machine.
package struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// `nil`: every address, IPv4 and IPv6.
    package let host: String?
    package let port: UInt16

    package init(host: String?, port: UInt16) {
        self.host = host
        self.port = port
    }

    package var description: String {
        guard let host else { return "*:\(port)" }
        return host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

package struct LogSettings: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case trace, debug, info, notice, warning, error
    }

    package enum Format: String, Hashable, Sendable, CaseIterable {
        case text, json
    }

    package var level = Level.info
    package var format = Format.text

    package init() {}
}
