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

let package = Package(
  name: "antbed-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "antbed", path: "..")],
  targets: [
    .target(name: "CMeasurement"),
    .target(name: "Competitors", cxxSettings: competitorFlags),
    .executableTarget(
      name: "Bench",
      dependencies: ["CMeasurement", "Competitors", .product(name: "SimulationKernel", package: "antbed")],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx20
)
