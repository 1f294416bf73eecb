import Diagnostics
import Experiments
import SwarmArchitectures
import Testing

@Suite("Resolved configuration")
struct ConfigurationTests {
  private func expectRoundTrip(_ text: String) throws {
    let file = try SampleFile.file(text)
    let again = try SampleFile.file(file.resolvedYAML)
    #expect(again.configurationHash == file.configurationHash)
    #expect(again.resolvedYAML == file.resolvedYAML)
    #expect(again.title == file.title)
  }

  @Test("reads as the same experiment", arguments: [SampleFile.smallest, SampleFile.full, SampleSwarm.full])
  func roundTrip(text: String) throws { try expectRoundTrip(text) }

  @Test("reads as the same experiment, whatever the architecture", arguments: Architectures.all.map { $0.name })
  func architectures(kind: String) throws {
    for workload in ["{kind: batch, tasks: 3, in_flight: 2}", "{kind: stream, tasks: 3, arrivals: poisson(7 per h)}"] {
      try expectRoundTrip("name: a\nworkload: \(workload)\narchitectures: [{kind: \(kind)}]\n")
    }
  }

  @Test(
    "keeps a title as it is",
    arguments: [
      #""a \"quoted\" one""#, "'it''s'", #""two\nlines\r\n""#, "🐜 and 👩‍💻", #""\e[31m\0\x7f\x85""#,
      "\"\\u2028\\u2029\\uFEFF\"",
      "'# no comment: [a, {b'", "' blanks '", "null", "'null'", "'~'", "''", #""\ttab \\ backslash""#, "e\u{301}",
      "|\n  some\n   lines\n",
    ])
  func hostileTitle(title: String) throws {
    try expectRoundTrip(SampleFile.smallest + "title: \(title)\n")
  }

  @Test(
    "keeps a name that another reader would take for something else, in quotes",
    arguments: ["null", "no", "On", "y", "12", "1e3", "0x1F", "2026-01-01", "true"])
  func hostileName(name: String) throws {
    let text = """
      name: "\(name)"
      workload: {kind: batch, tasks: 3}
      architectures: [{name: "\(name)", kind: single}]
      baseline: "\(name)"
      swarm: {backend: "\(name)"}
      backends: {"\(name)": {kind: profile}}
      """
    try expectRoundTrip(text)
    let file = try SampleFile.file(text)
    #expect(file.name == name && file.swarm.backend.name == name)
    #expect(file.resolvedYAML.contains("name: \"\(name)\""))
  }

  @Test(
    "keeps numbers to the last bit", arguments: ["1e-5", "0.1", "333.33333333333331", "1e12", "123456789.12345679"])
  func numbers(median: String) throws {
    try expectRoundTrip(
      SampleFile.smallest
        + "backends: {mock: {kind: profile, profile: {tokens: {prompt: \(median)}, latency: {first_token: \(median) ms}}}}\n"
    )
  }

  @Test("has a hash of what is meant: comments, order, quotes and units do not count")
  func hashOfMeaning() throws {
    let plain = try SampleFile.file(SampleFile.full).configurationHash
    #expect(plain.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    let same = [
      ("# Every key.", "# Each key."), ("700 ms", "0.7 s"), ("700 ms", "700000 us"), ("30 per min", "0.5 per s"),
      ("30 per min", "1800 per h"), ("61 %", "0.61"), ("90 %", "0.9"), ("0.002 USD per ktoken", "2 USD per Mtoken"),
      ("{agents: 7, backend: fast}", "{backend: 'fast', agents: 7}"), ("  slow: {kind: profile}\n", ""),
      ("false", "FALSE"), ("0.65", "+6.5e-1"), ("6000 per min", "0.1 per ms"),
    ]
    for (old, new) in same {
      #expect(SampleFile.full.contains(old), "\(old)")
      let text = SampleFile.full.replacing(old, with: new)
      #expect(try SampleFile.file(text).configurationHash == plain, "\(old) -> \(new)")
    }
    let (workload, rest) = ("workload: {kind: batch, tasks: 200}\n", "name: first\n")
    let turned = workload + rest + SampleFile.smallest.replacing(workload, with: "").replacing(rest, with: "")
    #expect(
      try SampleFile.file(turned).configurationHash == SampleFile.file(SampleFile.smallest).configurationHash)
  }

  @Test(
    "has another hash for another experiment",
    arguments: [
      "name: x", "title: x", "workload.tasks: 41", "workload.arrivals: poisson(31 per min)", "swarm.agents: 8",
      "swarm.backend: slow", "architectures[1].with.samples: 4", "architectures.talk.rules.context: full",
      "architectures[0].name: lone", "architectures[3].kind: collaborative", "baseline: boss",
      "backends.fast.concurrency: 4", "backends.fast.price.input: 1 USD per Mtoken",
      "backends.fast.profile.correctness.accuracy: 62 %", "backends.fast.profile.correctness.wrong_answers: 4",
      "backends.fast.profile.confidence.consistency: 0.2", "backends.fast.profile.reading.own_weight: 0.6",
      "backends.fast.profile.tokens.prompt: 500", "backends.fast.profile.latency.speed: 100 per s",
      "replications.min: 13", "replications.seed: 2", "replications.common_random_numbers: true",
      "statistics.confidence: 95 %", "statistics.correction: none",
    ])
  func hashOfChange(change: String) throws {
    let parts = change.split(separator: ":", maxSplits: 1)
    var text = SampleFile.full
    // Another kind has other parameters.
    if change.contains("kind") { text = text.replacing("with: {contenders: 4}", with: "with: {}") }
    let plain = try SampleFile.file(text).configurationHash
    let changed = try SampleFile.file(text, overrides: ["\(parts[0])=\(parts[1])"]).configurationHash
    #expect(changed != plain)
  }
}
