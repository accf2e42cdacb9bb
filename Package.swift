// swift-tools-version: 6.1
import PackageDescription

// Direction: baton -> Desk, Gateways -> Runtime -> Storage -> Dialogue -> Understanding -> Playbooks -> Vocabulary.
// A target exists only where the compiler must hold a line; everything else is a folder (docs/architecture.md).

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioWebSocket = Target.Dependency.product(name: "NIOWebSocket", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["TLS"]))
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "baton",
  products: [
    .executable(name: "baton", targets: ["baton"]),
    .library(name: "StorageTesting", targets: ["StorageTesting"]),
    .library(name: "TranscriptTesting", targets: ["TranscriptTesting"]),
  ],
  // Off by default: a proxy in front is usual, and a TLS library doubles the build.
  traits: [.trait(name: "TLS", description: "`baton serve` encrypts connections itself.")],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
  ],
  targets: [
    // Pure: no clock, no chance, no waiting, no printing.
    .target(name: "Vocabulary"),
    .target(name: "Playbooks", dependencies: ["Vocabulary"]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "Regexes", dependencies: ["CPCRE2"]),
    // Optimised in debug builds too: the tests make hundreds of readers, and each of them learns.
    .target(name: "Learning", swiftSettings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(
      name: "Understanding", dependencies: ["Vocabulary", "Playbooks", "Regexes", "Learning"],
      swiftSettings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "Dialogue", dependencies: ["Vocabulary", "Playbooks", "Regexes", "Understanding"]),
    .target(
      name: "IntentLanguage",
      dependencies: ["Vocabulary", "Playbooks", "Regexes", "Understanding", yams]),

    // Shell.
    .target(name: "Storage", dependencies: ["Vocabulary", "Playbooks", "Understanding", "Dialogue"]),
    .target(name: "SQLiteStorage", dependencies: ["Vocabulary", "Dialogue", "Storage", grdb, sqlite]),
    .target(
      name: "Runtime", dependencies: ["Vocabulary", "Playbooks", "Dialogue", "Storage", logging, lifecycle]),
    .target(name: "Gateways", dependencies: ["Vocabulary", "Dialogue", "Storage", "Runtime", logging, lifecycle]),
    // The network, whose packages the rest builds without.
    .target(
      name: "WebGateway",
      dependencies: [
        "Vocabulary", "Dialogue", "Storage", "Runtime", "Gateways", "Pages", logging, lifecycle, nio, nioPosix, nioHTTP,
        nioWebSocket, nioSSL,
      ]),
    .target(name: "Desk", dependencies: ["Vocabulary", "Playbooks", "Dialogue", "Storage", "Runtime", lifecycle]),
    // What browsers get: the widget and the demo page, compiled into the program.
    .target(
      name: "Pages",
      resources: ["index.html", "demo.css", "icon.svg", "widget.js", "openapi.json"].map { .embedInCode("Files/\($0)") }
    ),
    // Alone with libcurl, which is loaded when it is first needed.
    .target(name: "CLookups"),
    .target(name: "Lookups", dependencies: ["CLookups", "Vocabulary", "Dialogue", "Runtime"]),
    // Alone with OpenSSL's libcrypto, which is loaded when a site's public key is configured.
    .target(name: "CSignatures"),
    .target(name: "Signatures", dependencies: ["CSignatures", "Vocabulary", "Runtime"]),
    .executableTarget(
      name: "baton",
      dependencies: [
        "Vocabulary", "Playbooks", "IntentLanguage", "Learning", "Understanding", "Dialogue", "Storage",
        "SQLiteStorage", "Runtime", "Gateways", "WebGateway", "Desk", "Lookups", "Signatures", "TranscriptTesting",
        arguments, logging, lifecycle, yams,
      ]),

    // Test suites shipped as libraries.
    .target(name: "StorageTesting", dependencies: ["Vocabulary", "Dialogue", "Storage"]),
    .target(
      name: "TranscriptTesting",
      dependencies: ["Vocabulary", "Playbooks", "Understanding", "Dialogue", "Storage", "Runtime", "Desk"]),

    // Numbers by chance that come again, for several suites.
    .target(name: "Chances", path: "Tests/Chances"),
    // What is thrown at the network's parsers; by a suite, and ten million times by `make soak`.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Chances", "Vocabulary", "Dialogue", "Runtime", "Gateways", "WebGateway", nio, nioHTTP,
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ], path: "Tests/Fuzzing"),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "PlaybooksTests", dependencies: ["Vocabulary", "Playbooks"]),
    .testTarget(name: "RegexesTests", dependencies: ["Regexes"]),
    .testTarget(name: "LearningTests", dependencies: ["Learning"]),
    .testTarget(
      name: "UnderstandingTests",
      dependencies: ["Vocabulary", "Playbooks", "Learning", "Understanding", "IntentLanguage", "Chances"]),
    .testTarget(
      name: "IntentLanguageTests", dependencies: ["IntentLanguage", "Playbooks", "Vocabulary"], exclude: ["Snapshots"]),
    .testTarget(
      name: "DialogueTests",
      dependencies: ["Dialogue", "Understanding", "Playbooks", "IntentLanguage", "Vocabulary", "Chances"]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Storage", "SQLiteStorage", "StorageTesting", "Dialogue", "Understanding", "Playbooks", "Vocabulary", "Chances",
      ]),
    .testTarget(
      name: "RuntimeTests",
      dependencies: [
        "Runtime", "Gateways", "Desk", "Lookups", "SQLiteStorage", "Storage", "IntentLanguage", "Dialogue",
        "StorageTesting", "TranscriptTesting",
      ]),
    .testTarget(
      name: "WebGatewayTests",
      dependencies: [
        "WebGateway", "Gateways", "Runtime", "SQLiteStorage", "Storage", "IntentLanguage", "Playbooks", "Dialogue",
        "Vocabulary", "StorageTesting", "TranscriptTesting", "Chances", "Desk", "Signatures", "Fuzzing", nio, nioPosix,
        logging,
      ]),
    .testTarget(
      name: "BatonTests", dependencies: ["Lookups", "IntentLanguage", "TranscriptTesting", "SQLiteStorage", grdb]),
    // Not a product: it has the faults that the tests must notice.
    .executableTarget(
      name: "FaultyBaton",
      dependencies: [
        "Vocabulary", "IntentLanguage", "Dialogue", "Storage", "SQLiteStorage", "StorageTesting", "Runtime", "Gateways",
        "WebGateway", logging, lifecycle,
      ], path: "Tests/FaultyBaton"),
    .testTarget(name: "FaultTests", dependencies: ["Chances", grdb]),
    // Not a product: what Autobahn's fuzzing client talks to.
    .executableTarget(
      name: "EchoServer",
      dependencies: ["WebGateway", "Gateways", "Playbooks", "Runtime", "Storage", logging, lifecycle, nio],
      path: "Tests/EchoServer"),
    .testTarget(name: "PagesTests", dependencies: ["Pages"]),
    .testTarget(
      name: "ProofTests",
      dependencies: [
        "IntentLanguage", "Dialogue", "Understanding", "Playbooks", "Vocabulary", "Regexes", "TranscriptTesting",
        "Chances",
      ], exclude: ["Seeds"]),
    .testTarget(name: "HouseTests"),
  ],
  swiftLanguageModes: [.v6]
)

// Measuring needs `package` access, so it is a target of this package, and the default build is lean without it.
if Context.environment["BATON_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Vocabulary", "Playbooks", "IntentLanguage", "Understanding", "Dialogue", "SQLiteStorage", "Runtime",
        "TranscriptTesting", "Fuzzing", grdb, nio, nioPosix,
      ],
      path: "Benchmarks"))
}
