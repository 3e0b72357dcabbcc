import Changelog
import FoundationEssentials
import Glibc
import PeerTransport
import Testing

@Suite("A node's key")
struct NodeIdentityTests {
    private let directory = "/tmp/wiredesk-key-\(UInt64.random(in: 0 ... .max))"

    /// Runs `body` with the path of a key file that is not there yet.
    private func withDirectory(_ body: (String) throws -> Void) throws {
        try #require(mkdir(directory, 0o700) == 0)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try body("\(directory)/node.key")
    }

    @Test("is made at the first start, readable by its owner alone, and stays the same")
    func madeOnce() throws {
        try withDirectory { path in
            let first = try NodeIdentity.loadOrCreate(at: path)
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
            #expect(try NodeIdentity.loadOrCreate(at: path).device == first.device)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["node.key"])
        }
    }

    @Test("is made even if an earlier start was cut off while writing it")
    func afterCutOffStart() throws {
        try withDirectory { path in
            _ = FileManager.default.createFile(atPath: "\(path).new", contents: Data("half a k".utf8))
            let identity = try NodeIdentity.loadOrCreate(at: path)
            #expect(try NodeIdentity.loadOrCreate(at: path).device == identity.device)
        }
    }

    @Test("is refused if others may read the file", arguments: [0o640, 0o604, 0o666] as [mode_t])
    func readableByOthers(mode: mode_t) throws {
        try withDirectory { path in
            _ = try NodeIdentity.loadOrCreate(at: path)
            chmod(path, mode)
            #expect(throws: NodeKeyError.readableByOthers(path: path, mode: mode)) {
                try NodeIdentity.loadOrCreate(at: path)
            }
        }
    }

    @Test("may come from a systemd credential, whose access list shows as a group bit, and which is never made")
    func credential() throws {
        try withDirectory { path in
            #expect(throws: NodeKeyError.self) { try NodeIdentity.load(credential: path) }
            let identity = try NodeIdentity.loadOrCreate(at: path)
            chmod(path, 0o440)
            #expect(try NodeIdentity.load(credential: path).device == identity.device)
            chmod(path, 0o444)
            #expect(throws: NodeKeyError.readableByOthers(path: path, mode: 0o444)) {
                try NodeIdentity.load(credential: path)
            }
        }
    }

    @Test("that is no key is refused and not replaced", arguments: ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n", "\0\0"])
    func notAKey(contents: String) throws {
        try withDirectory { path in
            _ = FileManager.default.createFile(atPath: path, contents: Data(contents.utf8))
            chmod(path, 0o600)
            #expect(throws: NodeKeyError.notAKey) { try NodeIdentity.loadOrCreate(at: path) }
            #expect(FileManager.default.contents(atPath: path) == Data(contents.utf8))
        }
    }

    @Test("is not waited for in a pipe or a directory")
    func notAFile() throws {
        try withDirectory { path in
            mkfifo(path, 0o600)
            #expect(throws: NodeKeyError.notAFile(path: path)) { try NodeIdentity.loadOrCreate(at: path) }
            #expect(throws: NodeKeyError.notAFile(path: directory)) { try NodeIdentity.load(credential: directory) }
        }
    }

    @Test("signs what only its node can have signed")
    func signs() throws {
        let (desk, laptop) = (try NodeIdentity(), try NodeIdentity())
        let message = Array("a bundle of changes".utf8)
        let signature = try desk.bundleKey.sign(message)
        #expect(DeviceID(publicKey: desk.bundleKey.publicKey) == desk.device)
        #expect(NodeIdentity.isGenuine(signature, message, desk.publicKey))
        #expect(!NodeIdentity.isGenuine(signature, message, laptop.publicKey))
        #expect(!NodeIdentity.isGenuine(signature, Array("another".utf8), desk.publicKey))
    }

    @Test("does not stand behind a signature with any bit changed, or cut, or by no key")
    func damagedSignatures() throws {
        let desk = try NodeIdentity()
        let message = Array("a bundle of changes".utf8)
        let signature = try desk.sign(message)
        #expect(signature.count == 64)
        for index in signature.indices {
            var damaged = signature
            damaged[index] ^= 1 << UInt8(index % 8)
            #expect(!NodeIdentity.isGenuine(damaged, message, desk.publicKey))
            #expect(!NodeIdentity.isGenuine(Array(signature[..<index]), message, desk.publicKey))
            #expect(!NodeIdentity.isGenuine(signature, message, Array(desk.publicKey[..<index])))
        }
    }

    @Test("survives being written down and read again")
    func pem() throws {
        let identity = try NodeIdentity()
        #expect(try NodeIdentity(pem: identity.pem).device == identity.device)
    }
}
