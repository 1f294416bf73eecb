import Testing

@Suite("Imports")
struct ImportTests {
  @Test(
    "Every form of an import is read",
    arguments: [
      "import House", "  import House", "public import House", "@testable import House", "import struct House.Door",
      "@_exported public import House", "private import House // why", "import House.Cellar",
    ])
  func forms(line: String) {
    #expect(ImportLine.all(in: "let a = 1\n" + line).map(\.module) == ["House"])
    #expect(ImportLine.all(in: "let a = 1\n" + line).map(\.line) == [2])
  }

  @Test(
    "A comment or a text about an import is none",
    arguments: ["// import House", "let a = \"import House\"", "important()"])
  func others(line: String) {
    #expect(ImportLine.all(in: line).isEmpty)
  }

  @Test("An import that the table does not allow is found")
  func forbidden() throws {
    let table = try #require(ModuleTable(ModuleTableTests.example))
    let file = Repository.TextFile(path: "Sources/Street/Road.swift", text: "import House\nimport Paint\n")
    #expect(Self.violations([file], table) == ["Sources/Street/Road.swift:2: Street may not import Paint"])
  }

  @Test("Every import of Sources is allowed by the table in docs/architecture.md")
  func ownImports() throws {
    let table = try #require(ModuleTable(try Repository.text(of: "docs/architecture.md")))
    #expect(Self.violations(Repository.sources, table) == [])
  }

  @Test("One file starts gnuplot")
  func gnuplot() {
    let starters = Repository.sources.filter { file in
      let makesProcess = SwiftCode(file.text).lines.contains { $0.contains(/\bProcess\(/) }
      return makesProcess && file.text.lowercased().contains("gnuplot")
    }
    #expect(starters.map(\.path) == ["Sources/Plotting/GnuplotProcess.swift"])
  }

  private static func violations(_ files: [Repository.TextFile], _ table: ModuleTable) -> [String] {
    files.flatMap { file -> [String] in
      let module = file.module ?? ""
      let allowed = table.allowed(for: module)
      return ImportLine.all(in: file.text).filter { !allowed.contains($0.module) }
        .map { "\(file.path):\($0.line): \(module) may not import \($0.module)" }
    }
  }
}
