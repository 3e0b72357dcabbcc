import GRDB

/// Why the store refused or failed, with what to do about it.
package enum StoreError: Error, Hashable, Sendable {
    case diskFull(path: String)
    /// The database was written by a later version of Wiredesk.
    case newerSchema(path: String, found: Int, supported: Int)
    case lockedByAnotherDaemon(path: String)
    /// The file is something else: no SQLite database, or another program's.
    case notADatabase(path: String)
    case corrupt(String)
    case readOnly(path: String)
    case cannotOpen(path: String, reason: String)
    /// Another process holds SQLite's lock for too long.
    case busy(path: String)
    case noSuchArticle(String)
    case noSuchStory(String)
    case noSuchFeed(String)
    /// The beginning of an id that fits more than one; some of those it fits.
    case ambiguousID(String, candidates: [String])
    case idTooShort(String, minimum: Int)
    case notAnID(String)
    case samePair
    case nothingToUndo
    case noteTooLong(limit: Int)
    case badTag(String, limit: Int)
    case tooManyTags(limit: Int)
    /// SQLite failed in a way that has no better name.
    case failure(String)
}

extension StoreError: CustomStringConvertible {
    package var description: String { "\(message); \(remedy)" }

    package var message: String {
        switch self {
        case .diskFull(let path): "no space left for \(path)"
        case .newerSchema(let path, let found, let supported):
            "\(path) has format \(found), this version knows formats up to \(supported)"
        case .lockedByAnotherDaemon(let path): "another wiredeskd is using \(path)"
        case .notADatabase(let path): "\(path) is not a Wiredesk database"
        case .corrupt(let what): "the database is damaged: \(what)"
        case .readOnly(let path): "\(path) cannot be written"
        case .cannotOpen(let path, let reason): "cannot open \(path): \(reason)"
        case .busy(let path): "\(path) is locked by another process"
        case .noSuchArticle(let id): "there is no article \(id)"
        case .noSuchStory(let id): "there is no story or article \(id)"
        case .noSuchFeed(let url): "there is no feed \(url)"
        case .ambiguousID(let id, let candidates): "\(id) may be \(candidates.joined(separator: ", "))"
        case .idTooShort(let id, _): "\(id) is too short for an id"
        case .notAnID(let id): "\(id) is not an id"
        case .samePair: "both ids name the same article"
        case .nothingToUndo: "there is nothing to undo"
        case .noteTooLong: "the note is too long"
        case .badTag(let tag, _): "\(tag) cannot be a tag"
        case .tooManyTags: "an article would have too many tags"
        case .failure(let reason): "the database failed: \(reason)"
        }
    }

    package var remedy: String {
        switch self {
        case .diskFull: "free some space; nothing that was acknowledged is lost"
        case .newerSchema: "install the newer version again, or restore a backup from before it"
        case .lockedByAnotherDaemon: "stop the other one, or give this one its own directory"
        case .notADatabase: "name another file, or move this one away"
        case .corrupt: "run wiredesk doctor; restore a backup, or start anew and let a peer bring the articles back"
        case .readOnly: "check the owner and mode of the file and its directory"
        case .cannotOpen: "check that the directory exists and may be written"
        case .busy: "close the program that has it open"
        case .noSuchArticle, .noSuchStory: "see the ids with: wiredesk list"
        case .noSuchFeed: "see the feeds with: wiredesk feeds"
        case .ambiguousID: "write more digits"
        case .idTooShort(_, let minimum): "write at least \(minimum) digits"
        case .notAnID: "ids are hexadecimal digits, as list shows them"
        case .samePair: "name two different articles"
        case .nothingToUndo: "see what was done with: wiredesk log"
        case .noteTooLong(let limit): "keep it under \(limit) bytes"
        case .badTag(_, let limit): "use 1 to \(limit) bytes without spaces, commas or control characters"
        case .tooManyTags(let limit): "use at most \(limit), and remove one first"
        case .failure: "run wiredesk doctor"
        }
    }
}

extension StoreError {
    /// What an error out of SQLite means for the database at `path`; other errors of the store pass unchanged.
    init(_ error: any Error, path: String) {
        if let known = error as? StoreError {
            self = known
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failure(String(describing: error))
            return
        }
        let message = error.message ?? error.resultCode.description
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_NOTADB: .notADatabase(path: path)
            case .SQLITE_CORRUPT: .corrupt(message)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: message)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            default: .failure(message)
            }
    }
}
