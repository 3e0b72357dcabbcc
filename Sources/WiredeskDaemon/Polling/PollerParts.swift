import Configuration
import Fetching
import Logging
import Model
import Platform
import Storage

/// What every poller works with, whichever settings are in force.
struct PollerParts: Sendable {
    let engine: FetchEngine
    let furniture: FurnitureShelf
    private let fetcher: PoliteFetcher
    private let pictures: PictureKeeper
    private let directories: Directories
    private let now: @Sendable () -> Timestamp

    init(engine: FetchEngine, store: Store, directories: Directories, time: any TimeSource, log: Logger) {
        let now: @Sendable () -> Timestamp = { Timestamp(milliseconds: time.unixMilliseconds) }
        let robots = RobotsCache(engine: engine, product: "wiredesk")
        self.engine = engine
        fetcher = PoliteFetcher(engine: engine, robots: robots, now: now)
        self.directories = directories
        self.now = now
        furniture = FurnitureShelf(store: store, log: log)
        pictures = PictureKeeper(store: store, fetcher: fetcher, log: log)
    }

    func poller(_ settings: Settings) -> FeedPoller {
        let requests = requests(settings)
        let pages = PageTaker(fetcher: fetcher, requests: requests, furniture: furniture)
        return FeedPoller(engine: engine, requests: requests, pages: pages, pictures: pictures, now: now)
    }

    func requests(_ settings: Settings) -> FeedRequest {
        FeedRequest(fetch: settings.fetch, secrets: SecretFiles(directories: directories))
    }
}
