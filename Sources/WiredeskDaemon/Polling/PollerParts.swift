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
    private let robots: RobotsCache
    private let pictures: PictureKeeper
    private let directories: Directories
    private let now: @Sendable () -> Timestamp

    init(engine: FetchEngine, store: Store, directories: Directories, time: any TimeSource, log: Logger) {
        let now: @Sendable () -> Timestamp = { Timestamp(milliseconds: time.unixMilliseconds) }
        let robots = RobotsCache(engine: engine, product: "wiredesk")
        self.engine = engine
        self.robots = robots
        self.directories = directories
        self.now = now
        furniture = FurnitureShelf(store: store, log: log)
        pictures = PictureKeeper(store: store, engine: engine, robots: robots, log: log, now: now)
    }

    func poller(_ settings: Settings) -> FeedPoller {
        let requests = requests(settings)
        let pages = PageTaker(engine: engine, robots: robots, requests: requests, furniture: furniture, now: now)
        return FeedPoller(engine: engine, requests: requests, pages: pages, pictures: pictures, now: now)
    }

    func requests(_ settings: Settings) -> FeedRequest {
        FeedRequest(fetch: settings.fetch, secrets: SecretFiles(directories: directories))
    }
}
