import Testing

@Suite("Words in code")
struct CodeRulesTests {
  @Test(
    "A word that ends the program is found",
    arguments: ["let a = try! f()", "  g(x as! Int)", "default: fatalError(\"no\")", "return (try! f())"])
  func crashes(line: String) {
    #expect(CodeRules.crashes(in: "import A\n" + line).map(\.line) == [2])
  }

  @Test(
    "A comment, a text, and words that only look alike are none",
    arguments: [
      "// try! and as! are bad", "let a = \"try!\"", "retry!", "x as? Int", "precondition(a)", "myfatalError()",
    ])
  func harmless(line: String) {
    #expect(CodeRules.crashes(in: line).isEmpty)
  }

  @Test(
    "An error is dropped with a reason or not at all",
    arguments: [
      ("let a = try? f()", [1]), ("// None is as good.\nlet a = try? f()", []), ("let a = try? f()  // none", []),
      ("// Far away.\n\nlet a = try? f()", [3]),
    ])
  func silentErrors(text: String, expected: [Int]) {
    #expect(CodeRules.silentErrors(in: text) == expected)
  }

  @Test(
    "What is put off names an issue",
    arguments: [
      ("// TODO: later", [1]), ("// TODO(#12): later", []), ("a()  // FIXME soon", [1]), ("let todo = \"TODO\"", []),
    ])
  func openEnds(text: String, expected: [Int]) {
    #expect(CodeRules.openEnds(in: text) == expected)
  }

  @Test("No source ends the program without a word or drops an error in silence")
  func ownSources() {
    let found = Repository.sources.flatMap { file in
      CodeRules.crashes(in: file.text).map { "\(file.path):\($0.line): \($0.word)" }
        + CodeRules.silentErrors(in: file.text).map { "\(file.path):\($0): an error is dropped" }
    }
    #expect(found == [])
  }

  @Test("No comment puts something off without naming an issue")
  func ownOpenEnds() {
    let found = Repository.swiftFiles.flatMap { file in
      CodeRules.openEnds(in: file.text).map { "\(file.path):\($0)" }
    }
    #expect(found == [])
  }
}
