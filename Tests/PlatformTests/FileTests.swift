import Glibc
import Testing

@testable import Platform

@Suite struct FileTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func aFileIsReplacedWhole() throws {
        let path = directory.path("f")
        try AtomicFile.write(Array("old".utf8), to: path)
        try AtomicFile.write(Array("new and longer".utf8), to: path, mode: 0o640)
        #expect(try FileContents.read(path, limit: 100) == Array("new and longer".utf8))
        #expect(try FileStatus(path: path).mode == 0o640)
        #expect(access(path + ".new.\(getpid())", F_OK) != 0)
    }

    @Test func aFailedReplacementLeavesTheOldFile() throws {
        let path = directory.path("d")
        mkdir(path, 0o700)
        #expect(throws: SystemError.self) { try AtomicFile.write([1], to: path) }
        #expect(try FileStatus(path: path).isDirectory)
        #expect(access(path + ".new.\(getpid())", F_OK) != 0)
    }

    @Test func readingStopsAtItsLimit() throws {
        let path = directory.path("big")
        try AtomicFile.write([UInt8](repeating: 7, count: 200_000), to: path)
        #expect(try FileContents.read(path, limit: 200_000).count == 200_000)
        #expect(throws: FileContents.Failure.tooLarge(path, limit: 199_999)) {
            try FileContents.read(path, limit: 199_999)
        }
    }

    @Test func whatIsNoRegularFileIsNotRead() throws {
        let fifo = directory.path("fifo")
        mkfifo(fifo, 0o600)
        #expect(throws: FileContents.Failure.notRegular(fifo)) { try FileContents.read(fifo, limit: 10) }
        #expect(throws: FileContents.Failure.notRegular(directory.path)) {
            try FileContents.read(directory.path, limit: 10)
        }
        #expect(throws: FileContents.Failure.notRegular("/dev/zero")) {
            try FileContents.read("/dev/zero", limit: 10)
        }
    }

    @Test func aMissingFileIsNamedInTheError() {
        let path = directory.path("absent")
        let error = #expect(throws: FileContents.Failure.self) { try FileContents.read(path, limit: 1) }
        #expect(error?.description == "open \(path): No such file or directory")
    }

    @Test func directoriesAreMadePrivate() throws {
        let path = directory.path("a/b/c")
        try PrivateDirectory.create(path)
        try PrivateDirectory.create(path)
        #expect(try FileStatus(path: path).mode == 0o700)
        try AtomicFile.write([], to: path + "/file")
        #expect(throws: SystemError.self) { try PrivateDirectory.create(path + "/file/below") }
        #expect(throws: SystemError.self) { try PrivateDirectory.create(path + "/file") }
    }

    @Test func aSecondDaemonLearnsWhoHoldsTheDatabase() throws {
        let path = directory.path("lock")
        let held = try LockFile(path: path)
        let error = #expect(throws: LockFileError.held(path: path, by: getpid())) { try LockFile(path: path) }
        #expect(error?.description.contains("process \(getpid())") == true)
        _ = held
    }

    @Test func theLockIsFreeOnceItsHolderIsGone() throws {
        let path = directory.path("lock")
        do { _ = try LockFile(path: path) }
        #expect(throws: Never.self) { try LockFile(path: path) }
    }
}
