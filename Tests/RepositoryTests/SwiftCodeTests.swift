import Testing

@Suite("The lexer of these checks")
struct SwiftCodeTests {
  @Test("A comment is no code, and keeps its line")
  func comments() {
    let code = SwiftCode("let a = 1  // why\n/// what\nlet b = 2")
    #expect(code.lines == ["let a = 1  ", "", "let b = 2"])
    #expect(code.comments == [" why", " what", nil])
  }

  @Test(
    "What stands in quotes is no code",
    arguments: [
      (#"f("try! // no")"#, #"f("")"#),
      (#"f("a \"b\" c", d)"#, #"f("", d)"#),
      (#"f("a \(g("b)")) c", d)"#, #"f("", d)"#),
      (##"f(#"a "b" c"#, d)"##, #"f("", d)"#),
      (#"text.firstMatch(of: /["{]/) // end"#, #"text.firstMatch(of: "") "#),
      ("a / b / c", "a / b / c"),
    ])
  func literals(text: String, expected: String) {
    #expect(SwiftCode(text).lines == [expected])
  }

  @Test("A string of several lines keeps the count of lines")
  func multiline() {
    let code = SwiftCode("let a = \"\"\"\n  SELECT \"x\"\n  \"\"\"\nlet b = 2")
    #expect(code.lines == ["let a = \"\"", "", "", "let b = 2"])
  }
}
