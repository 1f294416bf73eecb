import Agents
import Experiments
import RunRecords
import Testing

@Suite("Live backends in a file")
struct LiveBackendFileTests {
  private func text(_ lines: String, swarm: String = "backend: local") -> String {
    SampleSwarm.text(
      "swarm: {\(swarm)}\narchitectures: [{kind: single}]\nmatching: none\nbackends:\n  mock: {kind: profile}\n  local:\n"
        + lines.split(separator: "\n").map { "    \($0)\n" }.joined() + "  tape: {kind: recorded, of: local}",
      workload: "{kind: batch, tasks: 1, questions: sums}")
  }

  private static let plain = "kind: openai\nbase_url: http://127.0.0.1:8000/v1\nmodel: tiny\n"

  @Test("Every key is read, with its unit, and written out")
  func full() throws {
    let lines = """
      kind: openai
      base_url: https://host.example:8000/v1
      model: "a: model"
      api_key: "${env:SOME_KEY}"
      prompt: bare
      confidence: tokens
      temperature: 0.2
      top_p: 0.9
      max_tokens: 99
      concurrency: 2
      timeout: 1 min
      retries: 1
      backoff: 20 ms
      price: {input: 1 USD per Mtoken, output: 2 USD per Mtoken, cached: 0.1 USD per Mtoken}
      extra: {cache_prompt: false, "stop: it": [], deep: {list: [1, 2.5, null, "no", no], empty: {}}}
      """
    var expected = LiveSettings(baseURL: "https://host.example:8000/v1", model: "a: model", apiKeyVariable: "SOME_KEY")
    (expected.promptStyle, expected.confidence, expected.temperature, expected.topP) = (.bare, .tokens, 0.2, 0.9)
    (expected.maxTokens, expected.concurrency, expected.timeout) = (99, 2, 60)
    (expected.retries, expected.backoff) = (1, 0.02)
    expected.price = TokenPrice(input: 1, output: 2, cached: 0.1)
    expected.extra = [
      "cache_prompt": .bool(false), "stop: it": .list([]),
      "deep": .object([
        "list": .list([.integer(1), .number(2.5), .null, .text("no"), .text("no")]), "empty": .object([:]),
      ]),
    ]
    for backend in ["local", "tape"] {
      let file = try SampleFile.file(text(lines, swarm: "backend: \(backend)"))
      #expect(file.swarm.backend.world.settings == expected)
      let again = try SampleFile.file(file.resolvedYAML)
      #expect(again.swarm.backend.world == file.swarm.backend.world)
      #expect(again.configurationHash == file.configurationHash)
    }
  }

  @Test("What is left out has its default")
  func defaults() throws {
    let settings = try SampleFile.file(text(Self.plain)).swarm.backend.world.settings
    #expect(settings == LiveSettings(baseURL: "http://127.0.0.1:8000/v1", model: "tiny"))
  }

  @Test(
    "A secret is refused, and shown neither in a message nor in the line that is quoted",
    arguments: [
      "api_key: sk-hunter2", "api_key: \"sk-hunter2\"", "api_key:\n  sk-hunter2", "api_key: [sk-hunter2]",
      "api_key: ${env:sk-hunter2}", "api-key: sk-hunter2", "extra: {api_key: sk-hunter2}",
      "extra: {headers: {Authorization: Bearer sk-hunter2}}", "extra: {a: [{password: sk-hunter2}]}",
      "temperature: {api_key: sk-hunter2}", "api_key: 'sk-hunter2, and more'",
    ])
  func secrets(line: String) {
    let complaint = SampleFile.complaint(text(Self.plain + line))
    #expect(!complaint.isEmpty && !complaint.contains("hunter2"), "\(complaint)")
  }

  @Test(
    "A URL that holds one is refused, and not shown",
    arguments: [
      "http://me:hunter2@host/v1", "http://host/v1?key=hunter2", "https://hunter2@host", "http://host/v1#hunter2",
      "ftp://host", "host:8000", "http://", "http:///v1",
    ])
  func urls(url: String) {
    let complaint = SampleFile.complaint(text("kind: openai\nbase_url: \"\(url)\"\nmodel: tiny\n"))
    #expect(complaint.contains("'base_url' is a URL with http or https, a host and a path"), "\(complaint)")
    #expect(url.contains("#") || !complaint.contains("hunter2"), "\(complaint)")
  }

  @Test("A secret on the command line is not shown either")
  func overrides() {
    let complaint = SampleFile.complaint(
      text(Self.plain), overrides: ["backends.local.api_key=sk-hunter2", "backends.local.base_url=http://a:hunter2@b"])
    #expect(complaint.contains("--set backends.local.api_key=**") && !complaint.contains("hunter2"), "\(complaint)")
  }

  @Test("Neither a key nor the value of its variable is in what is written out")
  func resolved() throws {
    let file = try SampleFile.file(text(Self.plain + "api_key: \"${env:PATH}\""))
    #expect(file.resolvedYAML.contains(#"api_key: "${env:PATH}""#))
    #expect(!file.resolvedYAML.contains("/bin"))
  }

  @Test(
    "A live backend stands alone, and is asked what can be read",
    arguments: [
      ("backend: [local, mock]", "sums", "a swarm with a live or recorded backend has that one only"),
      ("backend: mock, judge: local", "sums", "a swarm with a live or recorded backend has that one only"),
      ("backend: local, judge: tape", "sums", "a swarm with a live or recorded backend has that one only"),
      ("backend: local", "letters", "the questions 'letters' have no words that a real model could read"),
      ("backend: tape", "letters", "the questions 'letters' have no words that a real model could read"),
    ])
  func worlds(swarm: String, questions: String, says: String) throws {
    let text = text(Self.plain, swarm: swarm).replacing("sums", with: questions)
    #expect(SampleFile.complaint(text).contains(says), "\(SampleFile.complaint(text))")
    #expect(SampleFile.complaint(text.replacing(swarm, with: "backend: mock")).isEmpty)
  }

  @Test("The same endpoint as judge is one world")
  func judge() throws {
    let swarm = try SampleFile.file(text(Self.plain, swarm: "backend: local, judge: local")).swarm
    #expect(swarm.judge == swarm.backend)
  }
}
