import Agents
import Experiments
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Rules in a file")
struct SwarmRulesFileTests {
  /// Each rule with a value that is not its default, as a file has it.
  private static let others: [(name: String, value: String)] = SwarmRules.parameters.map { rule in
    switch rule.kind {
    case .choice(let fallback, let allowed): (rule.name, allowed.first { $0 != fallback } ?? "")
    case .integer(let fallback, _): (rule.name, String(fallback + 1))
    default: (rule.name, "0.25")
    }
  }

  private func rules(_ lines: String) throws -> ParameterValues {
    try SampleSwarm.file("matching: none\n" + lines).swarm.architectures[0].ruleValues
  }

  private func text(_ rule: String, in values: ParameterValues) -> String? {
    values.sorted.first { $0.name == rule }?.value.text
  }

  @Test("Every rule is read, of the swarm and of one architecture", arguments: others)
  func read(name: String, value: String) throws {
    #expect(try text(name, in: rules("architectures: [{kind: debate}]\n")) != value)
    for lines in [
      "swarm: {rules: {\(name): \(value)}}\narchitectures: [{kind: debate}]\n",
      "architectures: [{kind: debate, rules: {\(name): \(value)}}]\n",
    ] {
      let file = try SampleSwarm.file("matching: none\n" + lines)
      #expect(text(name, in: file.swarm.architectures[0].ruleValues) == value)
      #expect(file.resolvedYAML.contains("\n      \(name): \(value)\n"))
      #expect(try SampleFile.file(file.resolvedYAML).configurationHash == file.configurationHash)
    }
  }

  @Test("A rule changes the digest of the architecture that has it, and of no other", arguments: others)
  func digests(name: String, value: String) throws {
    func digests(_ rules: String) throws -> [String] {
      ExperimentPlan(
        try SampleSwarm.file("matching: none\narchitectures: [{kind: debate\(rules)}, {kind: collaborative}]\n")
      ).cells.map(\.cell.digest)
    }
    let (plain, changed) = (try digests(""), try digests(", rules: {\(name): \(value)}"))
    #expect(plain[0] != changed[0] && plain[1] == changed[1])
  }

  @Test("What nobody gives is the default")
  func defaults() throws {
    #expect(
      try SampleSwarm.file("architectures: [{kind: debate}]\n").swarm.architectures.allSatisfy {
        $0.rules == .standard
      })
  }

  @Test("What an architecture says goes before its preset, the preset before the swarm, the swarm before the default")
  func precedence() throws {
    // The preset of Du says 'first' and 'answers', and nothing of what is done about failures.
    let swarm = "swarm: {rules: {tie_break: random, rounds_count: exchanges, failure: substitute}}\n"
    let plain = try rules(swarm + "architectures: [{kind: debate}]\n")
    #expect(plain["tie_break"] == "random" && plain["rounds_count"] == "exchanges" && plain["failure"] == "substitute")
    let preset = try rules(swarm + "architectures: [{kind: debate, preset: du-2023}]\n")
    #expect(preset["tie_break"] == "first" && preset["rounds_count"] == "answers" && preset["failure"] == "substitute")
    let own = try rules(
      swarm + "architectures: [{kind: debate, preset: du-2023, rules: {tie_break: judge, failure: retry}}]\n")
    #expect(own["tie_break"] == "judge" && own["rounds_count"] == "answers" && own["failure"] == "retry")
    #expect(own["order"] == "synchronous")
  }

  @Test("The baselines that matching adds live by the rules of the swarm")
  func baselines() throws {
    let swarm = try SampleSwarm.file("swarm: {rules: {unparseable: retry}}\narchitectures: [{kind: debate}]\n").swarm
    #expect(swarm.architectures.count == 3)
    #expect(swarm.architectures.allSatisfy { $0.rules.unparseable == .retry })
  }

  @Test("Idle agents count where failed turns are handed on to them, and nowhere else")
  func idleAgents() throws {
    func digests(_ failure: String, agents: Int) throws -> [String] {
      ExperimentPlan(
        try SampleSwarm.file(
          "matching: none\nswarm: {agents: \(agents), rules: {failure: \(failure)}}\narchitectures: [{kind: debate}]\n")
      ).cells.map(\.cell.digest)
    }
    #expect(try digests("retry", agents: 3) == digests("retry", agents: 9))
    #expect(try digests("reassign", agents: 3) != digests("reassign", agents: 9))
  }
}
