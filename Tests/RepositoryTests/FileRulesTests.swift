import Testing

@Suite("Files")
struct FileRulesTests {
  @Test("A file of more than 500 lines is found", arguments: [(500, false), (501, true)])
  func length(lines: Int, isTooLong: Bool) {
    #expect(FileRules.isTooLong(Array(repeating: "a", count: lines).joined(separator: "\n")) == isTooLong)
  }

  @Test(
    "A name that says nothing is found",
    arguments: [
      ("Utils", true), ("StringHelpers", true), ("Common+Text", true), ("RunManager", true), ("EventList", false),
      ("Commonality", false), ("CommonRandomNumbers", true), ("Managerial", false),
    ])
  func names(stem: String, saysNothing: Bool) {
    #expect(FileRules.saysNothing(stem) == saysNothing)
  }

  @Test("Two files of one name are found")
  func repeated() {
    #expect(FileRules.repeated(["A.swift", "B.swift", "a.swift"]) == ["a.swift"])
    #expect(FileRules.repeated(["A.swift", "B.swift"]) == [])
  }

  @Test("The checks find the files of this repository")
  func ownFiles() {
    #expect(Repository.sources.count > 100)
    #expect(Repository.textFiles.contains { $0.path == "Package.swift" })
    #expect(Repository.textFiles.contains { $0.path == "Tests/RepositoryTests/FileRulesTests.swift" })
  }

  @Test("No Swift file is longer than 500 lines, and none has a name that says nothing")
  func ownNamesAndLengths() {
    #expect(Repository.swiftFiles.filter { FileRules.isTooLong($0.text) }.map(\.path) == [])
    #expect(Repository.swiftFiles.filter { FileRules.saysNothing($0.stem) }.map(\.path) == [])
  }

  @Test("Within a module, every file has its own name")
  func ownUniqueNames() {
    let modules = Dictionary(grouping: Repository.swiftFiles) { file in
      file.path.split(separator: "/").prefix(2).joined(separator: "/")
    }
    for (module, files) in modules.sorted(by: { $0.key < $1.key }) {
      #expect(FileRules.repeated(files.map(\.name)) == [], "in \(module)")
    }
  }
}
