import Testing

@Suite("The package manifest")
struct PackageManifestTests {
  private static let example = """
    func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
      .target(name: name, dependencies: dependencies)
    }
    let package = Package(
      dependencies: [
        // .package(url: "https://example.org/a/old-paint", from: "1.0.0"),
        .package(url: "https://example.org/a/swift-paint", from: "1.0.0"),
      ],
      targets: [
        .systemLibrary(name: "CLib", pkgConfig: "clib", providers: [.apt(["libclib-dev"])]),
        module("Ground"),
        module("House", ["Ground", "CLib", .product(name: "Paint", package: "swift-paint")]),
        module(
          "Street",
          [
            "House"
          ]),
        .executableTarget(
          name: "tool", dependencies: ["Street", .product(name: "Paint", package: "swift-paint")],
          swiftSettings: [.define("X")]),
        .testTarget(name: "HouseTests", dependencies: ["House"]),
      ])
    """

  @Test("Targets, dependencies and packages are read")
  func reading() {
    let manifest = PackageManifest(Self.example)
    #expect(manifest.packages == ["swift-paint"])
    #expect(
      manifest.targets == [
        .init(name: "CLib", dependencies: []), .init(name: "Ground", dependencies: []),
        .init(name: "House", dependencies: ["Ground", "CLib", "Paint"]),
        .init(name: "Street", dependencies: ["House"]), .init(name: "tool", dependencies: ["Street", "Paint"]),
      ])
  }

  @Test("A manifest that follows the table has no disagreement")
  func agreement() throws {
    let table = try #require(ModuleTable(ModuleTableTests.example))
    #expect(PackageManifest(Self.example).disagreements(with: table) == [])
  }

  @Test(
    "A manifest that does not follow the table is found",
    arguments: [
      ("module(\"Ground\")", "module(\"Ground\", [\"House\"])"),
      ("module(\"Ground\")", "module(\"Soil\")"),
      ("\"House\"\n", "\"House\", .product(name: \"Paint\", package: \"swift-paint\")\n"),
      (", .product(name: \"Paint\", package: \"swift-paint\")]),\n    module", "]),\n    module"),
      ("a/swift-paint", "a/swift-colour"),
    ])
  func disagreement(good: String, bad: String) throws {
    let table = try #require(ModuleTable(ModuleTableTests.example))
    let text = Self.example.replacing(good, with: bad)
    try #require(text != Self.example)
    #expect(!PackageManifest(text).disagreements(with: table).isEmpty)
  }

  @Test("Package.swift agrees with docs/architecture.md")
  func ownManifest() throws {
    let table = try #require(ModuleTable(try Repository.text(of: "docs/architecture.md")))
    #expect(PackageManifest(try Repository.text(of: "Package.swift")).disagreements(with: table) == [])
  }

  @Test("Every module that a target imports is among its own dependencies, not only among those of others")
  func ownDependencies() throws {
    let manifest = PackageManifest(try Repository.text(of: "Package.swift"))
    let table = try #require(ModuleTable(try Repository.text(of: "docs/architecture.md")))
    for target in manifest.targets {
      let files = Repository.sources.filter { $0.module == target.name }
      let imports = Set(files.flatMap { ImportLine.all(in: $0.text).map(\.module) })
      let missing = imports.subtracting(target.dependencies).subtracting(table.platform.keys)
      #expect(missing.sorted() == [], "\(target.name) imports what it does not declare")
    }
  }
}
