import Testing

@Suite("Extension lists")
struct ExtensionListTests {
  private static func faults(_ list: String, _ files: [String]) -> [String] {
    let text = "enum Doors {\n  // Not Front.self\n  static let all: [any Door.Type] = [\(list)]\n}\n"
    let folder = files.map { Repository.TextFile(path: "Sources/House/Doors/\($0).swift", text: "") }
    let found = ExtensionList.all(in: [.init(path: "Sources/House/Doors.swift", text: text)] + folder)
    #expect(found.count == 1)
    return found.flatMap(\.faults)
  }

  @Test("A list that holds exactly the types of its folder has no fault")
  func right() {
    #expect(Self.faults("Back.self, Front.self", ["Front", "Back", "Back+Lock"]) == [])
  }

  @Test(
    "What is forgotten, gone, twice or out of order is found",
    arguments: [
      ("Back.self", ["Back", "Front"]), ("Back.self, Front.self", ["Back"]), ("Back.self, Back.self", ["Back"]),
      ("Front.self, Back.self", ["Back", "Front"]),
    ])
  func wrong(list: String, files: [String]) {
    #expect(Self.faults(list, files).count == 1)
  }

  @Test("Every list holds exactly the types of its folder")
  func ownLists() {
    let lists = ExtensionList.all(in: Repository.sources)
    #expect(lists.map(\.folder).contains("Sources/SwarmArchitectures/Architectures"))
    #expect(lists.map(\.folder).contains("Sources/Plotting/Figures"))
    #expect(lists.flatMap(\.faults) == [])
  }
}
