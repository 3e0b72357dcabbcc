import ControlProtocol
import Logging
import Model
import Platform
import Querying
import Storage

/// Answers what clients of the control socket ask. One value for the life of the daemon; each request is a call.
struct ControlAPI: Sendable {
    let core: DaemonCore
    let peers: PeerNode
    let folders: FolderExchange
    private var log: Logger { core.log }

    @Sendable
    func answer(_ line: [UInt8], _ client: PeerCredentials, _ outbox: Outbox) async {
        let request: RequestLine
        do {
            request = try RequestLine(parsing: line)
        } catch {
            ReplyWriter(id: error.id, outbox: outbox, log: log).error(error.error)
            return
        }
        let reply = ReplyWriter(id: request.id, outbox: outbox, log: log)
        do {
            try await answer(request.request, reply)
        } catch {
            reply.error(Self.controlError(error))
        }
    }

    private func answer(_ request: Request, _ reply: ReplyWriter) async throws {
        switch request {
        case .status: reply.result(try await status())
        case .list(let parameters): try list(parameters, reply)
        case .search(let parameters): try search(parameters, reply)
        case .show(let parameters): reply.result(try show(parameters))
        case .copies(let parameters): reply.result(try copies(parameters))
        case .revisions(let parameters): try revisions(parameters, reply)
        case .diff(let parameters): reply.result(try diff(parameters))
        case .flow(let parameters): reply.result(try flow(parameters))
        case .pictures(let parameters): reply.items(try pictures(parameters))
        case .picture(let parameters): reply.result(try picture(parameters))
        case .agencies: reply.items(try agencies())
        case .mark(let mark, let parameters): reply.result(try self.mark(mark, parameters))
        case .tag(let parameters): reply.result(try tag(parameters))
        case .note(let parameters): reply.result(try note(parameters))
        case .split(let parameters): reply.result(try rule(together: false, parameters))
        case .join(let parameters): reply.result(try rule(together: true, parameters))
        case .undo(let parameters): reply.result(try undo(parameters))
        case .log(let parameters): try operations(parameters, reply)
        case .feeds(let parameters): reply.items(try feeds(parameters))
        case .feedWhy(let parameters): reply.result(try await feedWhy(parameters))
        case .feedTest(let parameters): reply.result(try await feedTest(parameters))
        case .feedAdd(let parameters): reply.result(try await feedAdd(parameters))
        case .feedRemove(let parameters): reply.result(try await feedRemove(parameters))
        case .refresh(let parameters): try await refresh(parameters, reply)
        case .watch(let parameters): try await watch(parameters, reply)
        case .rebuild(let parameters): try rebuild(parameters, reply)
        case .doctor: reply.items(try await doctor())
        case .exportOPML: reply.result(try exportOPML())
        case .importOPML(let parameters): reply.result(try await importOPML(parameters))
        case .reload: reply.result(await core.reload())
        case .metrics: reply.result(MetricsText(text: try await metrics()))
        case .complete(let parameters): reply.items(try complete(parameters))
        case .peerInvite(let parameters): reply.result(try await peers.invite(at: parameters.address))
        case .peerJoin(let parameters): reply.result(try await join(parameters))
        case .peerForget(let parameters): reply.result(try await forget(parameters))
        case .peerRename(let parameters): reply.result(try rename(parameters))
        case .peers: reply.items(try peers.summaries())
        case .syncNow: reply.result(try await syncNow())
        case .syncStatus: reply.result(try await syncStatus())
        case .quarantine: reply.items(try quarantine())
        case .bundleExport(let parameters): reply.result(try export(parameters))
        case .bundleImport(let parameters): reply.result(try takeBundle(parameters))
        case .backup(let parameters): reply.result(try backup(parameters))
        case .restore(let parameters): reply.result(try restore(parameters))
        case .databaseCheck: reply.items(try databaseFindings())
        case .databaseRepair: reply.result(try repair())
        }
    }

    var store: Store { core.store }
    var presentation: StoryPresentation { StoryPresentation(store: core.store) }

    /// - Throws: `ControlError` with the place of what was not understood.
    func query(_ text: String?) throws -> Query {
        let searches = try store.savedSearches()
        do throws(QueryError) {
            let context = QueryContext(now: core.now, zoneOffset: core.zoneOffset) { searches[$0] }
            return try Query(text ?? "", in: context)
        } catch {
            throw ControlError(
                .badQuery, error.message, remedy: error.remedy, position: error.range.lowerBound)
        }
    }
}

// MARK: - Errors, as clients are told them

extension ControlAPI {
    static func controlError(_ error: any Error) -> ControlError {
        switch error {
        case let error as ControlError: error
        case let error as StoreError: ControlError(code(of: error), error.message, remedy: error.remedy)
        case is CancellationError: ControlError(.unavailable, "the daemon is stopping", remedy: "try again")
        default: ControlError(.failed, "\(error)")
        }
    }

    private static func code(of error: StoreError) -> ControlError.Code {
        switch error {
        case .noSuchArticle, .noSuchStory, .noSuchFeed, .nothingToUndo: .notFound
        case .ambiguousID: .ambiguous
        case .idTooShort, .notAnID, .samePair, .noteTooLong, .badTag, .tooManyTags: .badParameters
        case .busy, .diskFull: .unavailable
        default: .failed
        }
    }
}
