import Testing

@Suite("Texts")
struct TextRulesTests {
  @Test(
    "A path of somebody's machine is found",
    arguments: ["see ^root/notes", "\"^home/ann/x\"", "^work/main", "cd=^Users/ann/"])
  func machinePaths(line: String) {
    #expect(TextRules.machinePaths(in: "fine\n" + line.replacing("^", with: "/")) == [2])
  }

  @Test(
    "A part of another path or address is none",
    arguments: ["https://example.org^work/a", "docs^home/a", "..^root/a", "$HOME^work/a", "/homework/a", "/opt/a"])
  func otherPaths(line: String) {
    #expect(TextRules.machinePaths(in: line.replacing("^", with: "/")) == [])
  }

  @Test(
    "A changelog has a heading for what is not released",
    arguments: [
      ("# Changelog\n\n## Unreleased\n", true), ("## [Unreleased]", true), ("Unreleased", false), ("## 1.0", false),
    ])
  func changelog(text: String, expected: Bool) {
    #expect(TextRules.hasUnreleasedChanges(text) == expected)
  }

  @Test("Another licence is not taken for GPL-3")
  func licence() {
    #expect(!TextRules.isGPL3("MIT License"))
    #expect(!TextRules.isGPL3("GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991"))
  }

  @Test("No text of this repository names a place on somebody's machine")
  func ownPaths() {
    let found = Repository.textFiles.flatMap { file in
      TextRules.machinePaths(in: file.text).map { "\(file.path):\($0)" }
    }
    #expect(found == [])
  }

  @Test("CHANGELOG.md has a heading for what is not released, and LICENSE is GPL-3")
  func ownTexts() throws {
    #expect(TextRules.hasUnreleasedChanges(try Repository.text(of: "CHANGELOG.md")))
    #expect(TextRules.isGPL3(try Repository.text(of: "LICENSE")))
  }
}
