import CCurl
import Glibc
import Model
import Platform

/// The engine's thread: takes requests in, lets them start when the gate says so, drives libcurl, hands results out.
///
/// Other threads touch the `inbox` alone; everything else belongs to the thread.
final class FetchLoop: @unchecked Sendable {
    let budget: ReceiveBudget
    private let settings: EngineSettings
    private let inbox: Locked<Inbox>

    private var policy: AddressPolicy
    private var gate: HostGate
    private var multi: UnsafeMutableRawPointer?
    private var waiting: [UInt64: Transfer] = [:]
    private var running: [UInt64: Transfer] = [:]
    private var spareHandles: [EasyHandle] = []
    private var idleSince: ContinuousClock.Instant?

    private struct Inbox {
        var state = State.open
        var lastNumber: UInt64 = 0
        var messages: [Message] = []
        /// The thread has been woken and has not looked yet: one wake-up is enough for any number of messages.
        var isWoken = false
        /// What to wake. `nil` while there is none.
        var multi: UnsafeMutableRawPointer?
        var whenClosed: [@Sendable () -> Void] = []
    }

    private enum State {
        case open, closing, closed
    }

    private enum Message {
        case submitted(Transfer)
        case cancelled(UInt64)
        case paused(host: String, until: ContinuousClock.Instant)
        case addressPolicy(AddressPolicy)
    }

    init(settings: EngineSettings) {
        self.settings = settings
        policy = settings.addressPolicy
        budget = ReceiveBudget(settings.memoryBudget)
        gate = HostGate(limits: settings.connections)
        inbox = Locked(Inbox())
    }

    private static let curlIsReady: Bool = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
}

// MARK: - From any thread

extension FetchLoop {
    func start() {
        guard Self.curlIsReady else { return inbox.withLock { $0.state = .closed } }
        do {
            try WorkerThread.start(name: "fetch") { self.run() }
        } catch {
            inbox.withLock { $0.state = .closed }
        }
    }

    func nextNumber() -> UInt64 {
        inbox.withLock { inbox in
            inbox.lastNumber += 1
            return inbox.lastNumber
        }
    }

    func submit(_ transfer: Transfer) {
        if !send(.submitted(transfer)) { transfer.continuation.resume(returning: .failed(.cancelled, nil)) }
    }

    func cancel(_ number: UInt64) { _ = send(.cancelled(number)) }

    func pause(host: String, for duration: Duration) { _ = send(.paused(host: host, until: .now + duration)) }

    func use(_ policy: AddressPolicy) { _ = send(.addressPolicy(policy)) }

    /// Starts the end; `whenClosed` is called once the last fetch is answered and libcurl put away.
    func close(then whenClosed: (@Sendable () -> Void)?) {
        let isClosed = inbox.withLock { inbox in
            if inbox.state == .closed { return true }
            inbox.state = .closing
            if let whenClosed { inbox.whenClosed.append(whenClosed) }
            Self.wake(&inbox)
            return false
        }
        if isClosed { whenClosed?() }
    }

    /// False if the engine is closing: nobody would read it.
    private func send(_ message: Message) -> Bool {
        inbox.withLock { inbox in
            guard inbox.state == .open else { return false }
            inbox.messages.append(message)
            Self.wake(&inbox)
            return true
        }
    }

    /// Under the lock, which also guards taking `multi` away: libcurl must not be woken while it is being closed.
    private static func wake(_ inbox: inout Inbox) {
        guard !inbox.isWoken, let multi = inbox.multi else { return }
        inbox.isWoken = true
        curl_multi_wakeup(multi)
    }
}

// MARK: - On the thread

extension FetchLoop {
    private func run() {
        // Signals are for the threads that expect them.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        openMulti()
        while let messages = takeMessages() {
            for message in messages { handle(message) }
            startWhatMay()
            var stillRunning: Int32 = 0
            curl_multi_perform(multi, &stillRunning)
            // A finished fetch may let another start, which libcurl should hear of before it is waited for.
            if collectFinished() { continue }
            closeConnectionsIfIdle()
            var events: Int32 = 0
            curl_multi_poll(multi, nil, 0, waitingTime(), &events)
        }
        closeEverything()
    }

    /// `nil` if it is time to end.
    private func takeMessages() -> [Message]? {
        inbox.withLock { inbox in
            inbox.isWoken = false
            guard inbox.state == .open else { return nil }
            defer { inbox.messages.removeAll(keepingCapacity: inbox.messages.count <= 1024) }
            return inbox.messages
        }
    }

    private func handle(_ message: Message) {
        switch message {
        case .submitted(let transfer): admit(transfer)
        case .cancelled(let number): cancelOnThread(number)
        case .paused(let host, let until): pauseHost(host, until: until)
        case .addressPolicy(let policy): self.policy = policy
        }
    }

    /// Puts a new transfer, or one that a redirect has led to another place, in the line of its host.
    private func admit(_ transfer: Transfer) {
        let now = ContinuousClock.now
        let host = transfer.address.authority
        if let until = gate.pausedUntil(host, now: now) {
            return finish(transfer, .failed(.hostPaused(until: .now + (until - now)), nil))
        }
        let request = transfer.request
        let isBurst = request.purpose == .page || request.purpose == .image
        let spacing = max(request.spacing, isBurst ? settings.pageSpacing : .zero)
        let ticket = HostGate.Ticket(number: transfer.number, host: host, spacing: spacing)
        transfer.ticket = ticket
        waiting[transfer.number] = transfer
        gate.enqueue(ticket)
    }

    private func cancelOnThread(_ number: UInt64) {
        if let transfer = waiting.removeValue(forKey: number) {
            if let ticket = transfer.ticket { gate.withdraw(ticket, now: .now) }
            finish(transfer, .failed(.cancelled, nil))
        } else if let transfer = running[number] {
            release(transfer, .cancelled)
            finish(transfer, .failed(.cancelled, nil))
        }
    }

    private func pauseHost(_ host: String, until: ContinuousClock.Instant) {
        let resumes = Timestamp.now + (until - .now)
        for ticket in gate.pause(host, until: until) {
            guard let transfer = waiting.removeValue(forKey: ticket.number) else { continue }
            finish(transfer, .failed(.hostPaused(until: resumes), nil))
        }
    }

    private func startWhatMay() {
        let now = ContinuousClock.now
        while let ticket = gate.next(now: now) {
            guard let transfer = waiting.removeValue(forKey: ticket.number) else {
                gate.finished(ticket, .cancelled, now: now)
                continue
            }
            running[transfer.number] = transfer
            transfer.noteStart(now)
            transfer.policy = policy
            if let failure = start(transfer, now: now) {
                release(transfer, .cancelled)
                finish(transfer, .failed(failure, nil))
            }
        }
    }

    private func start(_ transfer: Transfer, now: ContinuousClock.Instant) -> FetchFailure? {
        guard let easy = transfer.easy ?? spareHandles.popLast() ?? newHandle() else { return .memoryBudget }
        transfer.easy = easy
        if let failure = transfer.configure(easy, environment: settings.environmentProxies, now: now) {
            return failure
        }
        let code = curl_multi_add_handle(multi, easy.raw)
        return code == CURLM_OK ? nil : .other(String(cString: curl_multi_strerror(code)))
    }

    private func newHandle() -> EasyHandle? {
        let handle = EasyHandle()
        handle?.setUp(userAgent: settings.userAgent)
        return handle
    }

    /// Takes what libcurl has finished; true if there was anything.
    private func collectFinished() -> Bool {
        var found = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let raw = message.pointee.easy_handle else { continue }
            let code = curl_message_result(message)
            var client: UnsafeMutableRawPointer?
            guard curl_easy_get_pointer(raw, CURLINFO_PRIVATE, &client) == CURLE_OK, let client else { continue }
            found = true
            conclude(Unmanaged<Transfer>.fromOpaque(client).takeUnretainedValue(), code)
        }
        return found
    }

    private func conclude(_ transfer: Transfer, _ code: CURLcode) {
        switch transfer.outcome(of: code) {
        case .redirected:
            release(transfer, .answered, keepingHandle: true)
            if let failure = transfer.followRedirect() {
                finish(transfer, .failed(failure, nil))
            } else {
                transfer.easy = transfer.easy.flatMap { prepare($0, forNextHopOf: transfer) }
                admit(transfer)
            }
        case .done(let result):
            release(transfer, transfer.status == 0 ? .silent : .answered)
            if case .failed(let failure, let answer) = result { pauseIfAsked(transfer, failure, answer) }
            finish(transfer, result)
        }
    }

    /// The whole host rests after a 429, or after a 503 that says for how long.
    private func pauseIfAsked(_ transfer: Transfer, _ failure: FetchFailure, _ answer: Answer?) {
        guard case .status(let status, let retryAt) = failure, status == 429 || status == 503 else { return }
        let received = answer?.receivedAt ?? .now
        if let retryAt {
            pauseHost(transfer.address.authority, until: .now + (retryAt - received))
        } else if status == 429 {
            pauseHost(transfer.address.authority, until: .now + Self.pauseAfterTooMany)
        }
    }

    /// After a 429 that names no time.
    private static let pauseAfterTooMany = Duration.seconds(300)
}

// MARK: - Handles and the end

extension FetchLoop {
    /// Ends what libcurl and the gate know of a running hop.
    private func release(_ transfer: Transfer, _ ending: HostGate.Ending, keepingHandle: Bool = false) {
        running[transfer.number] = nil
        if let ticket = transfer.ticket { gate.finished(ticket, ending, now: .now) }
        transfer.ticket = nil
        guard let easy = transfer.easy else { return }
        curl_multi_remove_handle(multi, easy.raw)
        if !keepingHandle {
            transfer.easy = nil
            putBack(easy, after: transfer)
        }
    }

    /// Cookies that the sites set stay for the next hop; those of the owner's file must not leave home.
    private func prepare(_ easy: EasyHandle, forNextHopOf transfer: Transfer) -> EasyHandle? {
        guard transfer.request.cookieFile == nil || transfer.isAtHome else { return nil }
        easy.wipe(userAgent: settings.userAgent, keepingCookies: true)
        return easy
    }

    private func putBack(_ easy: EasyHandle, after transfer: Transfer) {
        // libcurl keeps the name of a cookie file and would read it again.
        guard transfer.request.cookieFile == nil, spareHandles.count < settings.connections.total else { return }
        easy.wipe(userAgent: settings.userAgent, keepingCookies: false)
        spareHandles.append(easy)
    }

    private func finish(_ transfer: Transfer, _ result: FetchResult) {
        transfer.dropBody()
        if let easy = transfer.easy {
            transfer.easy = nil
            putBack(easy, after: transfer)
        }
        transfer.continuation.resume(returning: result)
    }

    private func waitingTime() -> Int32 {
        let now = ContinuousClock.now
        var longest = Duration.seconds(running.isEmpty ? 60 : 1)
        if let next = gate.nextMoment { longest = min(longest, max(.zero, next - now)) }
        // Rounded up, so that the moment has come when the wait is over.
        return Int32(longest.milliseconds) + (longest == .zero ? 0 : 1)
    }

    /// Connections and handles that nobody has used for two minutes are closed: servers have closed their ends, and a
    /// daemon at rest should be small.
    private func closeConnectionsIfIdle() {
        let now = ContinuousClock.now
        guard running.isEmpty, waiting.isEmpty else {
            idleSince = nil
            return
        }
        guard let since = idleSince else {
            idleSince = now
            return
        }
        guard now - since > .seconds(120), !spareHandles.isEmpty else { return }
        spareHandles = []
        closeMulti()
        openMulti()
    }

    private func openMulti() {
        multi = curl_multi_init()
        // The gate alone says how many run, over all and on one host. libcurl's own limits (and CURLOPT_PIPEWAIT) would put a
        // transfer aside, where its timeouts are not looked at: one that waited so was seen to end after 170 s of its 90.
        curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.connections.total)
        inbox.withLock { $0.multi = multi }
    }

    private func closeMulti() {
        inbox.withLock { $0.multi = nil }
        curl_multi_cleanup(multi)
        multi = nil
    }

    private func closeEverything() {
        for transfer in Array(running.values) {
            release(transfer, .cancelled)
            finish(transfer, .failed(.cancelled, nil))
        }
        for transfer in waiting.values { finish(transfer, .failed(.cancelled, nil)) }
        waiting = [:]
        spareHandles = []
        closeMulti()
        let (messages, whenClosed) = inbox.withLock { inbox in
            inbox.state = .closed
            defer {
                inbox.messages = []
                inbox.whenClosed = []
            }
            return (inbox.messages, inbox.whenClosed)
        }
        for case .submitted(let transfer) in messages { finish(transfer, .failed(.cancelled, nil)) }
        for notify in whenClosed { notify() }
    }
}
