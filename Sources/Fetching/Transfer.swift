import CCurl
import Model

/// One fetch on its way: what was asked, where the redirects have led, and what the current hop has answered so far.
///
/// Made by the asker, then touched by the engine's thread alone.
final class Transfer: @unchecked Sendable {
    let number: UInt64
    let request: FetchRequest
    let continuation: CheckedContinuation<FetchResult, Never>
    let queuedAt = ContinuousClock.now

    /// The current hop.
    private(set) var address: WebAddress
    private(set) var trust: Trust
    /// Whether every hop so far was of the request's own origin, so that its secrets may be sent.
    private(set) var isAtHome = true
    private(set) var redirects = 0
    private(set) var isPermanent = true
    private(set) var strayed = false
    private var visits: [String: Int]

    private(set) var startedAt: ContinuousClock.Instant?
    private var startedAwake = SuspendingClock.now
    var ticket: HostGate.Ticket?
    var easy: EasyHandle?
    var policy = AddressPolicy()
    /// The connection goes to a proxy of the owner's, not to the host.
    var usesProxy = false

    /// The current hop's answer.
    private(set) var status = 0
    private(set) var headers = ResponseHeaders()
    private var headerBytes = 0
    private var headersAreComplete = false
    private var discardedBytes = 0
    private(set) var body: [UInt8] = []
    /// Why a callback ended the hop.
    private(set) var verdict: Verdict?
    /// An address that was refused. The host may have others, so this is the failure only if no connection came about.
    var refusal: FetchFailure?
    private let ownCredentials: Credentials?
    private let budget: ReceiveBudget

    enum Verdict {
        case failed(FetchFailure)
        /// The status says it all; the rest of the body is not worth receiving.
        case enough
    }

    init(
        number: UInt64, request: FetchRequest, address: WebAddress, budget: ReceiveBudget,
        continuation: CheckedContinuation<FetchResult, Never>
    ) {
        self.number = number
        self.request = request
        self.address = address
        self.budget = budget
        self.continuation = continuation
        ownCredentials = address.credentials
        trust = request.trust
        visits = [address.text: 1]
    }

    /// Notes the start of the first hop.
    func noteStart(_ now: ContinuousClock.Instant) {
        guard startedAt == nil else { return }
        startedAt = now
        startedAwake = .now
    }

    /// Whether the machine slept since the start: of the two clocks one stands still meanwhile.
    var hasSlept: Bool {
        guard let startedAt else { return false }
        return (ContinuousClock.now - startedAt) - (SuspendingClock.now - startedAwake) > .seconds(2)
    }

    var hasSuccessStatus: Bool { (200..<300).contains(status) }
    var hasRedirectStatus: Bool { [301, 302, 303, 307, 308].contains(status) }

    /// Credentials of the request, else of its URL; `nil` away from home.
    var credentials: Credentials? { isAtHome ? request.credentials ?? ownCredentials : nil }
}

/// Bytes that all bodies being received may still grow by. The engine's thread alone touches it.
final class ReceiveBudget: @unchecked Sendable {
    private var left: Int

    init(_ bytes: Int) { left = bytes }

    func take(_ bytes: Int) -> Bool {
        guard bytes <= left else { return false }
        left -= bytes
        return true
    }

    func giveBack(_ bytes: Int) { left += bytes }
}

// MARK: - Redirects

extension Transfer {
    /// Moves on to where the current hop's answer points, or says why not.
    func followRedirect() -> FetchFailure? {
        guard let location = headers.location, let next = address.resolving(location) else {
            return .redirectWithoutTarget(status: status)
        }
        guard next.isHTTP else { return .redirectToScheme(next.scheme) }
        guard redirects < request.limits.redirects else { return .tooManyRedirects(limit: request.limits.redirects) }
        // Coming back once is how sites set a cookie; coming back twice is a circle.
        let visit = visits[next.text, default: 0] + 1
        guard visit <= 2 else { return .redirectLoop(url: next.textWithoutQuery) }
        visits[next.text] = visit

        redirects += 1
        let movedForGood = status == 301 || status == 308
        isPermanent = isPermanent && movedForGood
        if !movedForGood && next.host != address.host { strayed = true }
        if !address.extendsTrust(to: next) { trust = .derived }
        isAtHome = isAtHome && next.origin == address.origin
        address = next
        resetAnswer()
        return nil
    }

    private func resetAnswer() {
        status = 0
        headers = ResponseHeaders()
        headerBytes = 0
        headersAreComplete = false
        discardedBytes = 0
        dropBody()
        verdict = nil
        refusal = nil
    }
}

// MARK: - What libcurl hands over

extension Transfer {
    /// Takes one header line, status lines and the empty one included; false ends the transfer.
    func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= request.limits.headerBytes else {
            verdict = .failed(.headersTooLarge(limit: request.limits.headerBytes))
            return false
        }
        if line.starts(with: "HTTP/".utf8) {
            status = Self.status(in: line)
            headers = ResponseHeaders()
            headersAreComplete = false
        } else if line.allSatisfy({ $0 <= 0x20 }) {
            headersAreComplete = true
        } else if !headersAreComplete {
            // What comes after the body are trailers, which may not change what came before (RFC 9110 §6.5.1).
            headers.take(line: line)
        }
        return true
    }

    /// Takes decoded bytes of the body; false ends the transfer.
    func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard hasSuccessStatus else {
            discardedBytes += bytes.count
            if discardedBytes > 256 << 10 { verdict = .enough }
            return verdict == nil
        }
        let total = body.count + bytes.count
        if total > request.limits.decodedBytes, request.purpose == .robots {
            // What lies beyond the limit is as if it were not there (RFC 9309 §2.5).
            verdict = .enough
        } else if total > request.limits.decodedBytes {
            verdict = .failed(.tooLarge(limit: request.limits.decodedBytes))
        } else if total > FetchLimits.ratioFreeBytes, isBomb(total) {
            verdict = .failed(.decompressionBomb(ratio: request.limits.decompressionRatio))
        } else if !budget.take(bytes.count) {
            verdict = .failed(.memoryBudget)
        }
        guard verdict == nil else { return false }
        if body.isEmpty, let stated = headers.contentLength.flatMap({ Int($0) }), stated > 0 {
            // A server may state anything: believed up to a megabyte.
            body.reserveCapacity(min(stated, 1 << 20, request.limits.decodedBytes))
        }
        body.append(contentsOf: bytes)
        return true
    }

    /// The body, which is then no longer kept here.
    func handOverBody() -> [UInt8] {
        defer { dropBody() }
        return body
    }

    func dropBody() {
        budget.giveBack(body.count)
        body = []
    }

    private func isBomb(_ decoded: Int) -> Bool {
        guard let wire = easy?.offset(CURLINFO_SIZE_DOWNLOAD_T), wire > 0 else { return false }
        return decoded / wire > request.limits.decompressionRatio
    }

    /// The three digits after the version; 0 if there are none.
    private static func status(in line: UnsafeRawBufferPointer) -> Int {
        guard let space = line.firstIndex(of: 0x20) else { return 0 }
        let digits = line[(space + 1)...].prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
