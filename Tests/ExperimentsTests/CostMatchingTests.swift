import Agents
import Experiments
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Matching of costs")
struct CostMatchingTests {
  private func swarm(_ matching: String, _ architectures: String, extra: String = "") throws -> SwarmExperiment {
    try SampleSwarm.file("matching: \(matching)\narchitectures: [\(architectures)]\n" + extra).swarm
  }

  private func cost(
    _ architecture: SwarmExperiment.NamedArchitecture, in swarm: SwarmExperiment, _ measure: String
  ) -> Double {
    let cost = ExpectedCost(architecture.cost, profile: swarm.backend.profile.serving)
    return measure == "calls" ? cost.calls : measure == "tokens" ? cost.tokens : cost.money
  }

  @Test(
    "An open width is the largest that costs no more than the dearest architecture",
    arguments: ["calls", "tokens", "money"], Architectures.all.filter { $0.width != nil }.map { $0.name })
  func widths(measure: String, kind: String) throws {
    // A debate of twelve in three rounds is dear.
    let dearest = "{name: dearest, kind: debate, with: {debaters: 12, rounds: 3}}"
    let swarm = try swarm(measure, "{name: open, kind: \(kind)}, \(dearest)")
    let (open, target) = (swarm.architectures[0], cost(swarm.architectures[1], in: swarm, measure) * (1 + 1e-9))
    let declared = open.kind.width
    let width = try #require(declared)
    let value: Int = open.values[width]
    let parameter = try #require(open.kind.parameters.first { $0.name == width })
    guard case .integer(_, let range) = parameter.kind else { return }
    #expect(cost(open, in: swarm, measure) <= target || value == range.lowerBound)
    guard value < range.upperBound else { return }
    var wider = open
    var given = Dictionary(uniqueKeysWithValues: open.values.sorted.map { ($0.name, $0.value) })
    given[width] = .integer(value + 1)
    wider.values = ParameterValues(given, for: open.kind.parameters)
    #expect(cost(wider, in: swarm, measure) > target)
  }

  @Test("Nobody is made wider than the budget of a task allows, nor for a cost that it does not allow")
  func budget() throws {
    let kinds = "{kind: auction}, {kind: collaborative}, {kind: hierarchical}, {kind: council}"
    let swarm = try swarm("calls", kinds, extra: "swarm: {budget: {calls: 6}}\n")
    #expect(swarm.architectures.map { cost($0, in: swarm, "calls") } == [6, 6, 6, 5, 1, 6])
    let dear = "{kind: collaborative}, {kind: debate, with: {debaters: 12, rounds: 3}}"
    let free = try self.swarm("tokens", dear).architectures[0].values["voters"] as Int
    let tokens = try self.swarm("tokens", dear, extra: "swarm: {budget: {tokens: 9000}}\n")
    #expect(cost(tokens.architectures[0], in: tokens, "tokens") <= 9_000)
    #expect(tokens.architectures[0].values["voters"] < free)
    // By whatever costs are matched, all of the budget counts.
    let money = try self.swarm("money", dear, extra: "swarm: {budget: {calls: 4}}\n")
    #expect(money.architectures[0].values["voters"] == 4)
  }

  @Test("The target is what the architectures cost with the agents that there are", arguments: [(2, 4.0), (3, 6)])
  func fewAgents(agents: Int, calls: Double) throws {
    let swarm = try swarm("calls", "{kind: debate}", extra: "swarm: {agents: \(agents)}\n")
    #expect(swarm.architectures.map(\.name) == ["debate", "single", "self-consistency"])
    #expect(cost(swarm.architectures[0], in: swarm, "calls") == calls)
    #expect(cost(swarm.architectures[2], in: swarm, "calls") == calls)
  }

  @Test("A width that is given stays, by the file or by a preset")
  func explicit() throws {
    let swarm = try swarm(
      "calls",
      "{kind: debate, preset: du-2023}, {name: vote, kind: collaborative, with: {voters: 2}}, {kind: competitive}")
    #expect(swarm.architectures[0].values["debaters"] == 3 && swarm.architectures[1].values["voters"] == 2)
    #expect(swarm.architectures[2].values["contenders"] == 6)
  }

  @Test("One agent, alone and with as many samples, is added where it is not there")
  func baselines() throws {
    #expect(try swarm("calls", "{kind: debate}").architectures.map(\.name) == ["debate", "single", "self-consistency"])
    let samples: Int = try swarm("calls", "{kind: debate}").architectures[2].values["samples"]
    #expect(samples == 6)
    #expect(try swarm("none", "{kind: debate}").architectures.map(\.name) == ["debate"])
    #expect(
      try swarm("calls", "{kind: debate}, {name: lone, kind: single}").architectures.map(\.name)
        == ["debate", "lone", "self-consistency"])
    #expect(
      try swarm("calls", "{name: self-consistency, kind: debate}").architectures.map(\.name)
        == ["self-consistency", "single"])
    // The samples cost what the file compares, however few that are.
    let few = try swarm("calls", "{kind: collaborative, with: {voters: 3}}")
    #expect(few.architectures[2].values["samples"] == 3)
    // One sample is what one agent does alone.
    #expect(try swarm("calls", "{kind: single}").architectures.map(\.name) == ["single"])
  }

  @Test("There are never more agents than the swarm has")
  func agents() throws {
    let swarm = try swarm(
      "calls", "{kind: collaborative}, {name: talk, kind: debate, with: {debaters: 4, rounds: 10}}",
      extra: "swarm: {agents: 7}\n")
    #expect(swarm.architectures[0].values["voters"] == 7 && swarm.agents == 7)
    let samples: Int = swarm.architectures[3].values["samples"]
    #expect(samples == 40)
  }

  @Test("A measure is read as it is written, and what is matched reads the same when all is written out")
  func roundTrip() throws {
    for measure in ["calls", "tokens", "money", "none"] {
      let file = try SampleSwarm.file("matching: \(measure)\narchitectures: [{kind: debate}, {kind: council}]\n")
      #expect(file.swarm.matching?.rawValue ?? "none" == measure)
      #expect(try SampleFile.file(file.resolvedYAML).configurationHash == file.configurationHash)
    }
    #expect(try SampleSwarm.file("architectures: [{kind: debate}]\n").swarm.matching == .calls)
  }
}
