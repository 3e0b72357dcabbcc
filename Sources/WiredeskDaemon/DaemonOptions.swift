package import Configuration
import Platform

/// What the command line says; it wins over the configuration, which wins over the environment.
package struct DaemonOptions: Sendable {
    package var configurationFile: String?
    package var stateDirectory: String?
    package var socket: String?
    package var logLevel: LogSettings.Level?
    package var logFormat: LogSettings.Format?

    package init(
        configurationFile: String? = nil, stateDirectory: String? = nil, socket: String? = nil,
        logLevel: LogSettings.Level? = nil, logFormat: LogSettings.Format? = nil
    ) {
        self.configurationFile = configurationFile
        self.stateDirectory = stateDirectory
        self.socket = socket
        self.logLevel = logLevel
        self.logFormat = logFormat
    }
}

/// Where this daemon's files are, once options, configuration and environment are put together.
struct DaemonPlaces: Sendable {
    let environment: Environment
    let directories: Directories
    let configurationFile: String

    init(_ options: DaemonOptions, environment: Environment) {
        self.environment = environment
        directories = Directories(environment: environment, stateDirectory: options.stateDirectory)
        configurationFile = options.configurationFile ?? directories.configurationFile
    }

    var loader: ConfigurationLoader {
        ConfigurationLoader(path: configurationFile, environment: environment, directories: directories)
    }

    func stateDirectory(_ options: DaemonOptions, _ settings: Settings) -> String {
        options.stateDirectory ?? settings.storage.directory ?? directories.state
    }

    func socket(_ options: DaemonOptions, _ settings: Settings) -> String {
        options.socket ?? settings.control.socket ?? directories.socket
    }
}
