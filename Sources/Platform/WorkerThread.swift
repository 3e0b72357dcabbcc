import CPlatform
import Glibc

/// A thread of its own for work that blocks, so that it does not occupy one of the few that Swift's tasks share.
package enum WorkerThread {
    /// Runs `body` on a new detached thread.
    ///
    /// - Parameter name: what `top -H` and a debugger show; at most 15 bytes count.
    package static func start(name: String, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var thread = pthread_t()
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let code = pthread_create(&thread, &attributes, runWorkerThread, start.toOpaque())
        guard code == 0 else {
            start.release()
            throw SystemError("pthread_create", name, code: code)
        }
    }

    /// Holds up the calling thread, which must not be one that tasks run on.
    package static func pause(_ duration: Duration) {
        usleep(useconds_t(clamping: max(0, duration.wholeMilliseconds) * 1000))
    }

    fileprivate final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
}

/// A top-level function, for a closure written inside a main-actor context would inherit that actor.
private func runWorkerThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let start = Unmanaged<WorkerThread.Start>.fromOpaque(argument).takeRetainedValue()
    cplatform_name_thread(start.name)
    start.body()
    return nil
}
