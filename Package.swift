// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order of the module table in docs/architecture.md: a target imports lower tiers only.
// Tests/RepositoryTests reads both and compares them with every import line.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, resources: resources,
    swiftSettings: strict)
}

let package = Package(
  name: "antbed",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "antbed", targets: ["antbed"]),
    .library(name: "SimulationKernel", targets: ["SimulationKernel", "RandomStreams"]),
    .library(name: "Colony", targets: ["ColonyMechanisms", "ColonyModels", "ColonyOptimization"]),
    .library(name: "SwarmArchitectures", targets: ["SwarmArchitectures", "Agents"]),
    .library(name: "LiveBackends", targets: ["LiveBackends"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    // Tier 0
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    module("CKernelShims"),
    module("Diagnostics"),
    module("RunRecords"),
    module("RandomStreams"),
    // Tier 1
    module("SimulationKernel", ["CKernelShims"]),
    module("NumericalMethods", ["CGSL"]),
    module("Plotting", ["RunRecords", "Diagnostics"]),
    module("ResultsStore", ["RunRecords", .product(name: "GRDB", package: "GRDB.swift")]),
    // Tier 2
    module("Statistics", ["NumericalMethods"]),
    module("ColonyMechanisms", ["SimulationKernel", "RandomStreams", "RunRecords"]),
    module("Agents", ["SimulationKernel", "RandomStreams", "RunRecords"]),
    // Tier 3
    module(
      "ColonyModels", ["ColonyMechanisms", "NumericalMethods", "SimulationKernel", "RandomStreams", "RunRecords"]),
    module("ColonyOptimization", ["ColonyMechanisms", "RandomStreams", "RunRecords", "Diagnostics"]),
    module("SwarmArchitectures", ["Agents", "ColonyMechanisms", "RandomStreams", "RunRecords"]),
    module(
      "LiveBackends",
      [
        "Agents", "RandomStreams", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    // Tier 4
    module(
      "Experiments",
      [
        "SwarmArchitectures", "ColonyModels", "Agents", "Statistics", "RandomStreams", "SimulationKernel", "RunRecords",
        "Diagnostics", .product(name: "Crypto", package: "swift-crypto"), "Yams",
      ]),
    // Tier 5
    module(
      "Reports",
      [
        "Experiments", "ColonyModels", "ResultsStore", "Plotting", "Statistics", "RunRecords",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    // Tier 6
    .executableTarget(
      name: "antbed",
      dependencies: [
        "Reports", "Experiments", "ResultsStore", "Plotting", "Statistics", "ColonyOptimization", "ColonyModels",
        "SwarmArchitectures",
        "LiveBackends", "Agents", "NumericalMethods", "RunRecords", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Tests
    .target(
      name: "TestSupport",
      dependencies: [
        "SwarmArchitectures", "Agents", "Statistics", "NumericalMethods", "RandomStreams", "RunRecords",
        "SimulationKernel",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("DiagnosticsTests", ["Diagnostics"], exclude: ["Goldens"]),
    tests("SimulationKernelTests", ["SimulationKernel", "RandomStreams"], exclude: ["Goldens"]),
    tests("RandomStreamsTests", ["RandomStreams", "NumericalMethods"], exclude: ["Reference"]),
    tests("NumericalMethodsTests", ["NumericalMethods"]),
    tests("StatisticsTests", ["Statistics", "NumericalMethods"], resources: [.copy("Resources")]),
    tests("ColonyMechanismsTests", ["ColonyMechanisms", "RandomStreams", "SimulationKernel"]),
    tests(
      "ColonyModelsTests",
      ["ColonyModels", "ColonyMechanisms", "NumericalMethods", "RandomStreams", "SimulationKernel", "RunRecords"]),
    tests(
      "ColonyOptimizationTests",
      ["ColonyOptimization", "ColonyMechanisms", "RandomStreams", "RunRecords", "Diagnostics"]),
    tests("PlottingTests", ["Plotting", "RunRecords"], exclude: ["Goldens"]),
    tests("ResultsStoreTests", ["ResultsStore", "RunRecords", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("AgentsTests", ["Agents", "SimulationKernel", "RandomStreams", "NumericalMethods"]),
    tests(
      "SwarmArchitecturesTests", ["SwarmArchitectures", "Agents", "SimulationKernel", "RandomStreams", "RunRecords"]),
    tests(
      "LiveBackendsTests",
      [
        "LiveBackends", "Experiments", "SwarmArchitectures", "Agents", "SimulationKernel", "RandomStreams",
        "RunRecords", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    tests(
      "ExperimentsTests",
      [
        "Experiments", "SwarmArchitectures", "ColonyModels", "Agents", "Statistics", "RandomStreams",
        "SimulationKernel", "RunRecords", "Diagnostics",
      ], exclude: ["Goldens", "Malformed"]),
    tests(
      "ReportsTests", ["Reports", "Experiments", "ColonyModels", "Plotting", "Statistics", "RunRecords"],
      exclude: ["Goldens"]),
    tests("AntbedTests", ["antbed"]),
    tests("RepositoryTests", []),
    tests(
      "ValidationTests",
      [
        "Experiments", "SwarmArchitectures", "ColonyModels", "ColonyMechanisms", "NumericalMethods", "Agents",
        "Statistics", "RandomStreams", "SimulationKernel", "RunRecords",
      ]),
  ]
)
