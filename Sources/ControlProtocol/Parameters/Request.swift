/// What a client asks of the daemon. The comment says what comes back.
package enum Request: Hashable, Sendable {
    /// `result`: StatusReport.
    case status
    /// `item`: StorySummary.
    case list(ListParameters)
    /// `item`: SearchHit.
    case search(SearchParameters)
    /// `result`: StoryDetail.
    case show(ShowParameters)
    /// `result`: CopiesReport.
    case copies(IDParameters)
    /// `item`: RevisionSummary, the newest first.
    case revisions(IDParameters)
    /// `result`: DiffReport.
    case diff(DiffParameters)
    /// `result`: FlowReport.
    case flow(IDParameters)
    /// `item`: PictureSummary.
    case pictures(IDParameters)
    /// `result`: PictureContent.
    case picture(PictureParameters)
    /// `item`: AgencySummary.
    case agencies
    /// `result`: ActionOutcome.
    case mark(Mark, MarkParameters)
    /// `result`: ActionOutcome.
    case tag(TagParameters)
    /// `result`: ActionOutcome.
    case note(NoteParameters)
    /// `result`: ActionOutcome.
    case split(PairParameters)
    /// `result`: ActionOutcome.
    case join(PairParameters)
    /// `result`: ActionOutcome.
    case undo(UndoParameters)
    /// `item`: OperationSummary.
    case log(LogParameters)
    /// `item`: FeedSummary.
    case feeds(FeedsParameters)
    /// `result`: FeedExplanation.
    case feedWhy(FeedParameters)
    /// `result`: FeedPreview. Fetches, and keeps nothing.
    case feedTest(FeedParameters)
    /// `result`: FeedAddOutcome.
    case feedAdd(FeedAddParameters)
    /// `result`: ActionOutcome.
    case feedRemove(FeedParameters)
    /// `event`: RefreshProgress; `result`: RefreshOutcome.
    case refresh(RefreshParameters)
    /// `event`: Event, without end.
    case watch(WatchParameters)
    /// `event`: RebuildProgress; `result`: RebuildReport.
    case rebuild(RebuildParameters)
    /// `item`: Finding.
    case doctor
    /// `result`: OPMLText.
    case exportOPML
    /// `result`: ActionOutcome.
    case importOPML(OPMLImportParameters)
    /// Reads the configuration again, as SIGHUP does. `result`: ReloadOutcome.
    case reload
    /// `result`: MetricsText.
    case metrics
    /// `item`: CompletionCandidate.
    case complete(CompleteParameters)
    /// `result`: PeerInvitation.
    case peerInvite(PeerInviteParameters)
    /// `result`: ActionOutcome.
    case peerJoin(PeerJoinParameters)
    /// `result`: ActionOutcome.
    case peerForget(PeerParameters)
    /// `result`: ActionOutcome.
    case peerRename(PeerRenameParameters)
    /// `item`: PeerSummary.
    case peers
    /// Meets every peer that can be reached. `result`: SyncReport.
    case syncNow
    /// `result`: SyncReport.
    case syncStatus
    /// What peers sent that could not be right. `item`: QuarantinedItem.
    case quarantine
    /// `result`: BundleReport.
    case bundleExport(BundleExportParameters)
    /// `result`: BundleReport.
    case bundleImport(FileParameters)
    /// `result`: ActionOutcome.
    case backup(FileParameters)
    /// Has a backup take the database's place when the daemon starts next. `result`: ActionOutcome.
    case restore(FileParameters)
    /// Reads the whole database. `item`: Finding.
    case databaseCheck
    /// Puts right what can be. `result`: RepairReport.
    case databaseRepair
}

extension Request {
    /// The name on the socket. A noun before a dot groups what belongs to it: `feed.why`.
    package var method: String {
        switch self {
        case .status: "status"
        case .list: "list"
        case .search: "search"
        case .show: "show"
        case .copies: "copies"
        case .revisions: "revisions"
        case .diff: "diff"
        case .flow: "flow"
        case .pictures: "pictures"
        case .picture: "picture"
        case .agencies: "agencies"
        case .mark(let mark, _): mark.rawValue
        case .tag: "tag"
        case .note: "note"
        case .split: "split"
        case .join: "join"
        case .undo: "undo"
        case .log: "log"
        case .feeds: "feeds"
        case .feedWhy: "feed.why"
        case .feedTest: "feed.test"
        case .feedAdd: "feed.add"
        case .feedRemove: "feed.remove"
        case .refresh: "refresh"
        case .watch: "watch"
        case .rebuild: "rebuild"
        case .doctor: "doctor"
        case .exportOPML: "opml.export"
        case .importOPML: "opml.import"
        case .reload: "reload"
        case .metrics: "metrics"
        case .complete: "complete"
        case .peerInvite: "peer.invite"
        case .peerJoin: "peer.join"
        case .peerForget: "peer.forget"
        case .peerRename: "peer.rename"
        case .peers: "peers"
        case .syncNow: "sync.now"
        case .syncStatus: "sync.status"
        case .quarantine: "sync.quarantine"
        case .bundleExport: "bundle.export"
        case .bundleImport: "bundle.import"
        case .backup: "backup"
        case .restore: "restore"
        case .databaseCheck: "db.check"
        case .databaseRepair: "db.repair"
        }
    }

    /// Whether it changes something that `undo` could take back, or that peers would hear of.
    package var isChange: Bool {
        switch self {
        case .mark, .tag, .note, .split, .join, .undo, .feedAdd, .feedRemove, .importOPML, .peerJoin, .peerForget,
            .peerRename, .bundleImport, .restore, .databaseRepair:
            true
        default: false
        }
    }

    init(method: String, parameters: JSONValue) throws(ControlError) {
        if let mark = Mark(rawValue: method) {
            self = .mark(mark, try Self.read(parameters))
            return
        }
        guard let reader = Self.readers[method] else {
            throw ControlError(
                .unknownMethod, "there is no method “\(method.prefix(64))”",
                remedy: "the methods are " + Self.methods.joined(separator: ", "))
        }
        self = try reader(parameters)
    }

    /// Every method, in alphabetical order.
    package static var methods: [String] { (Array(readers.keys) + Mark.allCases.map(\.rawValue)).sorted() }

    private static let readers: [String: @Sendable (JSONValue) throws(ControlError) -> Request] = [
        "status": { json throws(ControlError) in try none(json, .status) },
        "list": { json throws(ControlError) in .list(try read(json)) },
        "search": { json throws(ControlError) in .search(try read(json)) },
        "show": { json throws(ControlError) in .show(try read(json)) },
        "copies": { json throws(ControlError) in .copies(try read(json)) },
        "revisions": { json throws(ControlError) in .revisions(try read(json)) },
        "diff": { json throws(ControlError) in .diff(try read(json)) },
        "flow": { json throws(ControlError) in .flow(try read(json)) },
        "pictures": { json throws(ControlError) in .pictures(try read(json)) },
        "picture": { json throws(ControlError) in .picture(try read(json)) },
        "agencies": { json throws(ControlError) in try none(json, .agencies) },
        "tag": { json throws(ControlError) in .tag(try read(json)) },
        "note": { json throws(ControlError) in .note(try read(json)) },
        "split": { json throws(ControlError) in .split(try read(json)) },
        "join": { json throws(ControlError) in .join(try read(json)) },
        "undo": { json throws(ControlError) in .undo(try read(json)) },
        "log": { json throws(ControlError) in .log(try read(json)) },
        "feeds": { json throws(ControlError) in .feeds(try read(json)) },
        "feed.why": { json throws(ControlError) in .feedWhy(try read(json)) },
        "feed.test": { json throws(ControlError) in .feedTest(try read(json)) },
        "feed.add": { json throws(ControlError) in .feedAdd(try read(json)) },
        "feed.remove": { json throws(ControlError) in .feedRemove(try read(json)) },
        "refresh": { json throws(ControlError) in .refresh(try read(json)) },
        "watch": { json throws(ControlError) in .watch(try read(json)) },
        "rebuild": { json throws(ControlError) in .rebuild(try read(json)) },
        "doctor": { json throws(ControlError) in try none(json, .doctor) },
        "opml.export": { json throws(ControlError) in try none(json, .exportOPML) },
        "opml.import": { json throws(ControlError) in .importOPML(try read(json)) },
        "reload": { json throws(ControlError) in try none(json, .reload) },
        "metrics": { json throws(ControlError) in try none(json, .metrics) },
        "complete": { json throws(ControlError) in .complete(try read(json)) },
        "peer.invite": { json throws(ControlError) in .peerInvite(try read(json)) },
        "peer.join": { json throws(ControlError) in .peerJoin(try read(json)) },
        "peer.forget": { json throws(ControlError) in .peerForget(try read(json)) },
        "peer.rename": { json throws(ControlError) in .peerRename(try read(json)) },
        "peers": { json throws(ControlError) in try none(json, .peers) },
        "sync.now": { json throws(ControlError) in try none(json, .syncNow) },
        "sync.status": { json throws(ControlError) in try none(json, .syncStatus) },
        "sync.quarantine": { json throws(ControlError) in try none(json, .quarantine) },
        "bundle.export": { json throws(ControlError) in .bundleExport(try read(json)) },
        "bundle.import": { json throws(ControlError) in .bundleImport(try read(json)) },
        "backup": { json throws(ControlError) in .backup(try read(json)) },
        "restore": { json throws(ControlError) in .restore(try read(json)) },
        "db.check": { json throws(ControlError) in try none(json, .databaseCheck) },
        "db.repair": { json throws(ControlError) in try none(json, .databaseRepair) },
    ]
}
