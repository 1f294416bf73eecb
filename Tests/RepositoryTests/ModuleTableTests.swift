import Testing

@Suite("The module table")
struct ModuleTableTests {
  static let example = """
    | tier | module | holds | may import |
    |---|---|---|---|
    | 0 | `CLib` | headers | – |
    | 0 | `Ground` | rocks | – |
    | 1 | `House` | rooms | `Ground`, `CLib` |
    | 2 | `Street` | houses | `House` |
    | 3 | `tool` | all | everything |

    | package | module | imported by |
    |---|---|---|
    | a library of the system | `CLib` | `House` |
    | `swift-paint` | `Paint` | `House`, `tool` |

    | platform module | from tier | why |
    |---|---|---|
    | `Synchronization` | 0 | |
    | `Foundation` | 1 | |
    """

  @Test(
    "A module may import what its row names and what those may import, but no package of theirs",
    arguments: [
      ("Ground", ["Synchronization"]),
      ("House", ["CLib", "Foundation", "Ground", "Paint", "Synchronization"]),
      ("Street", ["Foundation", "Ground", "House", "Synchronization"]),
      ("tool", ["Foundation", "Ground", "House", "Paint", "Street", "Synchronization"]),
      ("Nowhere", []),
    ])
  func allowed(module: String, expected: [String]) throws {
    let table = try #require(ModuleTable(Self.example))
    #expect(table.allowed(for: module).sorted() == expected)
    #expect(table.contradictions == [])
  }

  @Test(
    "What cannot be is found",
    arguments: [
      ("| 1 | `House` | rooms | `Ground`, `CLib` |", "| 1 | `House` | rooms | `Street` |"),
      ("| 1 | `House` | rooms | `Ground`, `CLib` |", "| 1 | `House` | rooms | `Sky` |"),
      ("| 0 | `Ground` |", "| 4 | `Ground` |"),
      ("| 0 | `Ground` |", "| 0 | `CLib` |"),
      ("`House`, `tool` |", "`House`, `gone` |"),
    ])
  func contradictions(good: String, bad: String) throws {
    let table = try #require(ModuleTable(Self.example.replacing(good, with: bad)))
    #expect(!table.contradictions.isEmpty)
  }

  @Test("The table of this repository has a row for every folder of Sources, and no contradiction")
  func ownTable() throws {
    let table = try #require(ModuleTable(try Repository.text(of: "docs/architecture.md")))
    #expect(table.contradictions == [])
    let folders = Set(Repository.textFiles.filter { $0.path.hasPrefix("Sources/") }.compactMap(\.module))
    #expect(table.modules.map(\.name).sorted() == folders.sorted())
  }
}
