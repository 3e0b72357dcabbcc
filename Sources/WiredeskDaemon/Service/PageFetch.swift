import Configuration
import Fetching
import Glibc
import Platform

/// `wiredeskd --fetch-page`: hands a page to `wiredesk extract`, which does not link libcurl.
package enum PageFetch {
    /// Writes to standard output where the page is from in the end (`Content-Location`) and its `Content-Type`, a line
    /// each, an empty line, and its bytes. Returns the exit code.
    package static func run(_ address: String, _ options: DaemonOptions) async -> Int32 {
        let environment = Environment.current
        let places = DaemonPlaces(options, environment: environment)
        let loader = places.loader
        var settings = Settings()
        do {
            settings = try loader.load()
        } catch {
            // Where none are written, the usual settings will do.
            guard error.isMissing, options.configurationFile == nil else {
                return fail(error.description, Daemon.ExitCode.configuration)
            }
        }
        let engine = FetchEngine(settings: DaemonCore.engineSettings(settings, environment))
        var request = FetchRequest(url: address, purpose: .page, trust: .owner)
        request.userAgent = settings.fetch.userAgent
        switch await engine.fetch(request) {
        case .fetched(let body): return write(body)
        case .notModified: return fail("\(address): “not modified”, to a first request")
        case .failed(let failure, _): return fail("\(address): \(failure.explanation)")
        }
    }

    private static func write(_ body: FetchedBody) -> Int32 {
        var head = "Content-Location: \(body.answer.finalURL)\n"
        if let type = body.answer.contentType { head += "Content-Type: \(type)\n" }
        do throws(SystemError) {
            let output = FileDescriptor(owning: dup(STDOUT_FILENO))
            try output.write(Array((head + "\n").utf8) + body.bytes)
            return Daemon.ExitCode.done
        } catch {
            return fail("standard output: \(error)")
        }
    }

    private static func fail(_ reason: String, _ code: Int32 = Daemon.ExitCode.unavailable) -> Int32 {
        FileDescriptor.writeToStandardError(reason + "\n")
        return code
    }
}
