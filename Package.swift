// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: language mode 6, and an import is visible only where it is written.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// What the simulation runs through ten thousand times is optimised in a debug build too: it takes a third of the time.
let fast: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
    settings: [SwiftSetting] = strict
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict
) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func product(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package)
}

let argumentParser = product("ArgumentParser", "swift-argument-parser")
let logging = product("Logging", "swift-log")
let crypto = product("Crypto", "swift-crypto")
let protobuf = product("SwiftProtobuf", "swift-protobuf")

let package = Package(
    name: "wiredesk",
    products: [
        .executable(name: "wiredeskd", targets: ["wiredeskd"]),
        .executable(name: "wiredesk", targets: ["wiredesk"]),
        .executable(name: "wiredesk-bench", targets: ["wiredesk-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        // What swift-certificates' names and keys are written in; its types are part of that package's interface.
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    ],
    targets: [
        // Row 0: C module maps and fixed-arity shims; nothing else.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CPlatform"),

        // Row 1: the operating system, and the values everything speaks of.
        library("Platform", ["CPlatform"]),
        library("Model", [crypto], settings: fast),

        // Row 2
        library("Markup", ["CPlatform"]),

        // Row 3: what decides. Pure, but for Configuration, which is handed the text it reads.
        library("FeedParsing", ["Markup", "Model"]),
        library("ArticleExtraction", ["Markup", "Model"]),
        library("Folding", ["Model"]),
        library("Querying", ["Model"]),
        library(
            "Changelog", ["Model", "CZstd", crypto, protobuf],
            // Their generated sources are committed; protoc is not needed to build.
            exclude: ["Protocol/values.proto", "Protocol/messages.proto"], settings: fast),
        library("Configuration", ["Model", product("Yams", "Yams")]),
        library("ControlProtocol", ["Model"]),
        library("TerminalRendering", ["Model"]),

        // Row 4: the edges.
        library("Fetching", ["CCurl", "Platform", "Model", logging]),
        library(
            "Storage",
            [
                "Changelog", "CPlatform", "CSQLite", "CZstd", "Folding", "Model", "Querying",
                product("GRDB", "GRDB.swift"), product("GRDBSQLite", "GRDB.swift"),
            ]),
        library(
            "PeerTransport",
            [
                "Changelog", "Model", logging, crypto,
                product("NIOCore", "swift-nio"), product("NIOPosix", "swift-nio"),
                product("NIOTLS", "swift-nio"), product("NIOSSL", "swift-nio-ssl"),
                product("X509", "swift-certificates"),
                product("SwiftASN1", "swift-asn1"),
            ]),

        // Row 5: the composition.
        library(
            "WiredeskDaemon",
            [
                "Platform", "Model", "Markup", "FeedParsing", "ArticleExtraction", "Folding", "Querying",
                "Changelog", "Configuration", "ControlProtocol", "Fetching", "Storage", "PeerTransport",
                logging, product("ServiceLifecycle", "swift-service-lifecycle"),
                product("UnixSignals", "swift-service-lifecycle"),
            ]),

        // Row 6: flags and wiring.
        program("wiredeskd", ["WiredeskDaemon", "Configuration", "Platform", argumentParser, logging]),
        program(
            "wiredesk",
            [
                "Platform", "Model", "ControlProtocol", "Markup", "FeedParsing", "ArticleExtraction", "Folding",
                "Querying", "TerminalRendering", argumentParser,
            ]),
        program(
            "wiredesk-bench",
            [
                "WiredeskDaemon", "Platform", "Model", "Markup", "FeedParsing", "ArticleExtraction", "Folding",
                "Querying",
                "Changelog", "Fetching", "Storage", "PeerTransport", argumentParser, logging,
            ]),

        tests("PlatformTests", ["Platform"]),
        tests("ModelTests", ["Model"]),
        tests("MarkupTests", ["Markup"]),
        tests("FeedParsingTests", ["FeedParsing", "Markup", "Model"]),
        tests("ArticleExtractionTests", ["ArticleExtraction", "Markup", "Model"]),
        tests("FoldingTests", ["Folding", "Model"]),
        tests("QueryingTests", ["Querying", "Model"]),
        tests("ChangelogTests", ["Changelog", "Model"]),
        tests("ConfigurationTests", ["Configuration", "Model"]),
        tests("ControlProtocolTests", ["ControlProtocol", "Model"]),
        tests("TerminalRenderingTests", ["TerminalRendering", "Model"]),
        tests("FetchingTests", ["Fetching", "Platform", "Model"]),
        tests("StorageTests", ["Storage", "Changelog", "Folding", "Model", "Querying"]),
        tests(
            "PeerTransportTests",
            [
                "PeerTransport", "Changelog", "Model", logging, crypto, product("NIOCore", "swift-nio"),
                product("NIOPosix", "swift-nio"), product("NIOSSL", "swift-nio-ssl"),
                product("X509", "swift-certificates"), product("SwiftASN1", "swift-asn1"),
            ]),
        tests("SimulationTests", ["Changelog", "Storage", "Model"], settings: fast),
        tests(
            "CommandTests",
            ["wiredesk", argumentParser, "Platform", "Model", "ControlProtocol", "TerminalRendering"]),
        tests(
            "WiredeskDaemonTests",
            ["WiredeskDaemon", "Configuration", "FeedParsing", "Fetching", "Model", "Storage"]),
        tests("EndToEndTests"),
    ],
    swiftLanguageModes: [.v6]
)
