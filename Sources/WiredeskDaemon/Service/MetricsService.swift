import Configuration
import ControlProtocol
import Logging
import Platform
import ServiceLifecycle

/// Serves the metrics over HTTP where the settings say, until the daemon ends or they say otherwise.
struct MetricsService: Service {
    let core: DaemonCore
    let metrics: @Sendable () async throws -> String

    /// How long to wait before an address that could not be had is tried again.
    private static let listenAgain = Duration.seconds(30)
    /// Clients at one time; a monitoring system is one.
    private static let mostClients = 8

    func run() async throws {
        let blocking = BlockingExecutor.concurrent("metrics")
        await cancelWhenGracefulShutdown {
            await core.settingsChanged.watching { changed in
                while !Task.isCancelled {
                    guard let address = core.settings.metricsListen else {
                        await changed.sleep(atMost: .seconds(3600))
                        continue
                    }
                    guard let listener = listen(on: address) else {
                        await changed.sleep(atMost: Self.listenAgain)
                        continue
                    }
                    await withDiscardingTaskGroup { group in
                        group.addTask(executorPreference: blocking) { await serve(listener, on: blocking) }
                        while !Task.isCancelled, core.settings.metricsListen == address {
                            await changed.sleep(atMost: .seconds(3600))
                        }
                        listener.stop()
                    }
                }
            }
        }
    }

    private func listen(on address: ListenAddress) -> TCPListener? {
        do throws(TCPListenError) {
            let listener = try TCPListener(listeningOn: address.host, port: address.port)
            core.log.notice("serving metrics on http://\(address)/metrics")
            return listener
        } catch {
            core.log.error("cannot serve metrics on \(address): \(error); trying again in \(Self.listenAgain)")
            return nil
        }
    }

    private func serve(_ listener: TCPListener, on blocking: BlockingExecutor) async {
        let clients = Locked(0)
        await withDiscardingTaskGroup { group in
            while let connection = accept(listener) {
                let isOneTooMany = clients.withLock { count in
                    count += 1
                    return count > Self.mostClients
                }
                group.addTask(executorPreference: blocking) {
                    await withTaskCancellationHandler {
                        await answer(connection, isOneTooMany: isOneTooMany)
                    } onCancel: {
                        connection.descriptor.shutDown()
                    }
                    clients.withLock { $0 -= 1 }
                }
            }
            group.cancelAll()
        }
    }

    /// The next client; `nil` once the listener was stopped.
    private func accept(_ listener: TCPListener) -> StreamConnection? {
        while !listener.isStopped {
            do throws(SystemError) {
                return try listener.accept()
            } catch {
                if listener.isStopped { break }
                // Out of descriptors, most likely: clients that leave will free some.
                core.log.warning("cannot accept a client of the metrics: \(error)")
                WorkerThread.pause(.milliseconds(200))
            }
        }
        return nil
    }

    private func answer(_ connection: StreamConnection, isOneTooMany: Bool) async {
        do {
            guard !isOneTooMany else {
                return try connection.write(HTTPAnswer.refusal(.unavailable, "too many clients").bytes())
            }
            let request = try HTTPRequest(readingFrom: connection, bodyLimit: 0)
            try connection.write(await answer(to: request.head).bytes(withBody: request.head.method != "HEAD"))
        } catch let refusal as HTTPRequest.Refusal {
            try? connection.write(refusal.answer.bytes())
        } catch {
            core.log.debug("a client of the metrics went: \(error)")
        }
    }

    private func answer(to head: HTTPHead) async -> HTTPAnswer {
        guard head.path == "/metrics" else { return .refusal(.notFound, "there is only /metrics here") }
        guard head.method == "GET" || head.method == "HEAD" else {
            return .refusal(.methodNotAllowed, "only GET and HEAD are answered")
        }
        do {
            return .metrics(try await metrics())
        } catch {
            return .refusal(.failed, "\(error)")
        }
    }
}
