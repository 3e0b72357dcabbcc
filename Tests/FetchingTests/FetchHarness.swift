import Fetching

/// An engine that is asked for one thing after the other.
struct FetchHarness {
    let engine: FetchEngine

    init(_ change: (inout EngineSettings) -> Void = { _ in }) {
        var settings = EngineSettings(userAgent: "wiredesk-test/1")
        settings.pageSpacing = .zero
        change(&settings)
        engine = FetchEngine(settings: settings)
    }

    static func request(
        _ url: String, _ purpose: FetchPurpose = .feed, trust: Trust = .owner,
        _ change: (inout FetchRequest) -> Void = { _ in }
    ) -> FetchRequest {
        var request = FetchRequest(url: url, purpose: purpose, trust: trust)
        request.limits = .patient(for: purpose)
        change(&request)
        return request
    }

    func fetch(
        _ url: String, _ purpose: FetchPurpose = .feed, trust: Trust = .owner,
        _ change: (inout FetchRequest) -> Void = { _ in }
    ) async -> FetchResult {
        await engine.fetch(Self.request(url, purpose, trust: trust, change))
    }
}

extension FetchLimits {
    /// For a machine that has ten times more to do than it can. Nothing takes longer by it unless something hangs.
    static func patient(for purpose: FetchPurpose) -> FetchLimits {
        var limits = FetchLimits(for: purpose)
        limits.totalTime = .seconds(180)
        limits.connectTime = .seconds(120)
        limits.slowTime = .seconds(120)
        return limits
    }
}

extension FetchResult {
    var body: FetchedBody? {
        if case .fetched(let body) = self { body } else { nil }
    }

    var text: String? { body.map { String(decoding: $0.bytes, as: UTF8.self) } }

    var failure: FetchFailure? {
        if case .failed(let failure, _) = self { failure } else { nil }
    }

    var isNotModified: Bool {
        if case .notModified = self { true } else { false }
    }
}
