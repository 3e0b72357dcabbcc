/// What all fetches of one engine share.
package struct EngineSettings: Sendable {
    package var userAgent: String
    package var connections: HostGate.Limits
    package var addressPolicy: AddressPolicy
    package var environmentProxies: EnvironmentProxies
    /// Between two page or image fetches from one host: a feed is asked for once in a while, its pages come in a burst.
    package var pageSpacing: Duration
    /// Of bodies being received, over all fetches. The one that goes over it fails.
    package var memoryBudget: Int

    package init(userAgent: String) {
        self.userAgent = userAgent
        connections = HostGate.Limits()
        addressPolicy = AddressPolicy()
        environmentProxies = EnvironmentProxies(environment: [:])
        pageSpacing = .milliseconds(250)
        memoryBudget = 128 << 20
    }
}
