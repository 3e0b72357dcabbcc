import Glibc

/// A configuration as it was found on disk, with what is needed to judge it.
package struct ConfigurationFile: Sendable {
    /// The most a file may hold: some ten thousand feeds with everything said of each.
    package static let byteLimit = 4 << 20

    /// As it is shown in errors.
    package let path: String
    package let bytes: [UInt8]
    /// Where a relative `path` begins.
    let workingDirectory: String
    /// What `~/` stands for, if that is known.
    package let home: String?
    /// Looks at a file that is to hold a secret, without reading it.
    package let inspectSecret: @Sendable (SecretSource) -> SecretStatus

    package init(
        path: String, bytes: [UInt8], workingDirectory: String = currentDirectory(), home: String? = nil,
        inspectSecret: @escaping @Sendable (SecretSource) -> SecretStatus
    ) {
        self.path = path
        self.bytes = bytes
        self.workingDirectory = workingDirectory
        self.home = home
        self.inspectSecret = inspectSecret
    }

    /// The settings, or every mistake in the file at once.
    package func settings() throws(ConfigurationErrors) -> Settings {
        let report = FaultReport(file: path)
        let document = YAMLDocument(bytes: bytes, report: report)
        var settings = Settings()
        if let document {
            settings = SettingsReader(document: document, file: self, report: report).settings()
        }
        if let errors = report.result { throw errors }
        return settings
    }

    /// `path` as the file means it, absolute: a relative one begins at the directory that the file is in.
    func resolve(_ path: String) -> String? {
        if path.hasPrefix("~/") { return home.map { $0 + path.dropFirst() } }
        if path.hasPrefix("/") { return path }
        let file = self.path.hasPrefix("/") ? self.path : workingDirectory + "/" + self.path
        guard let slash = file.lastIndex(of: "/") else { return nil }
        return file[...slash] + path
    }
}

/// The directory that this process was started in.
package func currentDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
}

/// What is known of a file that is to hold a secret.
package enum SecretStatus: Hashable, Sendable {
    /// There, with these permission bits.
    case file(mode: UInt32)
    /// Systemd put it there, and sees to who may read it.
    case credential
    case missing
    /// There, and not to be read: a directory, or no permission.
    case unreadable(String)
}
