import Diagnostics
import Testing

@Suite("Secrets in what is quoted")
struct SecretsTests {
  @Test(
    "A key, a password and what stands before a host are masked, in as many columns",
    arguments: [
      ("api_key: sk-12", "api_key: *****"), ("{a: 1, apiKey: 'x, y', b: 2}", "{a: 1, apiKey: ******, b: 2}"),
      ("\"password\": \"é\"", "\"password\": ***"), ("--set a.api_key=sk", "--set a.api_key=**"),
      ("url: http://me:pw@host/v1", "url: http://******host/v1"),
      ("http://host/v1?key=abc d", "http://host/v1?******* d"),
      ("Authorization: Bearer abc", "Authorization: **********"),
      ("[{secret: a}, {secret: b}]", "[{secret: *}, {secret: *}]"),
    ])
  func masked(text: String, expected: String) {
    #expect(Secrets.masked(text) == expected)
  }

  @Test(
    "What is none stays",
    arguments: [
      "api_key: \"${env:LOCAL_KEY}\"", "{api_key: '${env:A}', b: 1}", "api_key: ${env:A}", "a secret b",
      "base_url: http://127.0.0.1:8000/v1", "max_tokens: 5", "token: 5", "api_keys", "",
    ])
  func kept(text: String) {
    #expect(Secrets.masked(text) == text)
  }

  @Test("A finding shows neither what its line nor what its flag hides")
  func rendered() {
    let finding = Diagnostic(
      code: "wrong-type", at: SourceLocation(source: "a", position: .init(line: 2, column: 1), length: 7), "no key here"
    )
    let text = DiagnosticRenderer(sources: ["a": "b\napi_key: sk-1\n"]).render([finding])
    #expect(text == "a:2:1: error: no key here [wrong-type]\n    2 | api_key: ****\n      | ^~~~~~~")
  }
}
