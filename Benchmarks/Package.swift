// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who uses the kernel does not build the competitors, and only a root package may use unsafe flags.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

// Contraction would fuse a multiplication and an addition, and the two languages would go apart in the last bit.
let competitorFlags: [CXXSetting] = [.unsafeFlags(["-O3", "-ffp-contract=off"])]

// `make bench COMPILER=g++` builds the competitors itself and says where; only the part without loops is then built here.
let library = Context.environment["COMPETITORS"]
let competitors: Target =
  if let library {
    .target(
      name: "Competitors", sources: ["contender.cpp"], cxxSettings: competitorFlags,
      linkerSettings: [.unsafeFlags(["-L" + library, "-lcompetitors"])])
  } else {
    .target(name: "Competitors", cxxSettings: competitorFlags)
  }

let package = Package(
  name: "antbed-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "antbed", path: "..")],
  targets: [
    .target(name: "CMeasurement"),
    competitors,
    .executableTarget(
      name: "Bench",
      dependencies: [
        "CMeasurement", "Competitors", .product(name: "SimulationKernel", package: "antbed"),
        .product(name: "Colony", package: "antbed"), .product(name: "SwarmArchitectures", package: "antbed"),
      ],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx20
)
