import Agents
import Experiments
import RunRecords
import Testing

@Suite("A sweep of swarms")
struct SwarmSweepTests {
  private static let debate = "matching: none\narchitectures: [{kind: debate}]\n"

  private func file(_ sweep: String, _ lines: String = debate) throws -> ExperimentFile {
    try SampleSwarm.file(lines + "sweep: \(sweep)\n")
  }

  private func names(_ file: ExperimentFile) -> [String] { ExperimentPlan(file).cells.map(\.cell.name) }

  @Test("A grid has every level with every other, the last factor running fastest")
  func grid() throws {
    let file = try file(
      "{factors: {workload.tasks: [3, 5], architectures.debate.with.rounds: [1, 2, 3]}}")
    #expect(
      names(file) == [3, 5].flatMap { tasks in (1...3).map { "debate, tasks=\(tasks), rounds=\($0)" } })
    #expect(file.swarm.points.map(\.swarm.workload.tasks) == [3, 3, 3, 5, 5, 5])
    #expect(file.replicationContent == "3 to 5 tasks")
    #expect(file.swarm.points.map { $0.swarm.architectures[0].values["rounds"] } == [1, 2, 3, 1, 2, 3])
  }

  @Test("A zip takes the levels together, and a range is a list of levels")
  func zip() throws {
    let file = try file(
      "{design: zip, factors: {swarm.budget.calls: {from: 2, to: 6, steps: 3}, workload.tasks: [1, 2, 3]}}")
    #expect(names(file) == ["debate, calls=2, tasks=1", "debate, calls=4, tasks=2", "debate, calls=6, tasks=3"])
    #expect(file.swarm.points.map(\.swarm.budget.calls) == [2, 4, 6])
  }

  @Test(
    "A range over a key that takes whole numbers is one of whole numbers, each once",
    arguments: [
      ("architectures.debate.with.rounds: {from: 1, to: 10, steps: 4, scale: log}", ["1", "2", "5", "10"]),
      ("swarm.budget.calls: {from: 6, to: 9, steps: 7}", ["6", "7", "8", "9"]),
      ("workload.structure.subtasks: {from: 1, to: 4, steps: 3}", ["1", "3", "4"]),
      ("backends.mock.concurrency: {from: 1, to: 2, steps: 5}", ["1", "2"]),
      ("backends.mock.profile.confidence.spread: {from: 1, to: 2, steps: 3}", ["1", "1.5", "2"]),
    ])
  func wholeRanges(factor: String, levels: [String]) throws {
    let file = try file("{factors: {\(factor)}}")
    #expect(file.swarm.sweep.factors[0].levels.map(\.text) == levels)
  }

  @Test(
    "A range beyond all whole numbers is refused like any other that is wrong",
    arguments: [
      "{from: 0.5, to: 1e300, steps: 3}", "{from: -1e18, to: 0.5, steps: 4}", "{from: 0.5, to: 9.3e18, steps: 2}",
    ])
  func hugeRanges(range: String) {
    let complaint = SampleSwarm.complaint(
      Self.debate + "sweep: {factors: {architectures.debate.with.rounds: \(range)}}\n")
    #expect(complaint.contains("expected a whole number"), "\(complaint)")
  }

  @Test("Factors that end alike are told apart by the keys that differ")
  func shortNames() throws {
    let backends =
      "swarm: {backend: [a, b]}\nbackends: {a: {kind: profile, profile: {}}, b: {kind: profile, profile: {}}}\n"
    let accuracy = "profile.correctness.accuracy: [0.5, 0.6]"
    let file = try file("{factors: {backends.a.\(accuracy), backends.b.\(accuracy)}}", Self.debate + backends)
    #expect(file.swarm.sweep.factors.map(\.name) == ["a.accuracy", "b.accuracy"])
  }

  @Test("Where agents are varied, open widths are as small as a point needs them")
  func fewerAgents() throws {
    let file = try file(
      "{factors: {swarm.agents: [2, 5, 9]}}", "architectures: [{kind: debate}, {kind: collaborative}]\n")
    #expect(file.swarm.points.map { $0.swarm.architectures[0].values["debaters"] as Int } == [2, 3, 3])
    #expect(file.swarm.points.map { $0.swarm.architectures[1].values["voters"] as Int } == [2, 5, 6])
    let given = SampleSwarm.complaint(
      "architectures: [{kind: debate, with: {debaters: 3}}]\nsweep: {factors: {swarm.agents: [2, 5]}}\n")
    #expect(given.contains("with agents=2: architecture 'debate' needs 3 agents"), "\(given)")
  }

  @Test("Numbers of a profile are varied with a preset below them")
  func profiles() throws {
    let backends = "backends: {mock: {kind: profile, profile: choi-qwen2.5-7b}}\n"
    let file = try file(
      "{factors: {backends.mock.profile.correctness.error_correlation: [0, 0.25]}}", Self.debate + backends)
    var expected = try #require(ProfilePresets.named("choi-qwen2.5-7b")).profile.worker
    for (point, correlation) in Swift.zip(file.swarm.points, [0, 0.25]) {
      expected.correctness.errorCorrelation = correlation
      #expect(point.swarm.backend.profile.worker == expected)
    }
    let whole = try self.file(
      "{factors: {backends.mock.profile: [default, neutral]}}", Self.debate + backends)
    #expect(
      whole.swarm.points.map(\.swarm.backend.profile) == [ModelProfile(), ProfilePresets.named("neutral")?.profile])
  }

  @Test("Rules of the swarm are varied where no architecture has its own")
  func rules() throws {
    let file = try file(
      "{factors: {swarm.rules.tie_break: [random, judge]}}",
      "matching: none\narchitectures: [{kind: debate}, {name: firm, kind: debate, rules: {tie_break: confidence}}]\n")
    #expect(
      file.swarm.points.map { $0.swarm.architectures.map(\.rules.tieBreak) }
        == [[.random, .confidence], [.judge, .confidence]])
  }

  @Test("An architecture is found by its place and by its name; one in the place of an agent is a level too")
  func architectures() throws {
    let lines = "matching: none\narchitectures: [{kind: single}, {name: boss, kind: hierarchical}]\n"
    let places = try file("{factors: {'architectures[1].with.workers': [2, 3]}}", lines)
    let byName = try file("{factors: {architectures.boss.with.workers: [2, 3]}}", lines)
    #expect(places.swarm.points.map { $0.swarm.architectures[1].values["workers"] } == [2, 3])
    #expect(ExperimentPlan(places).cells.map(\.cell.digest) == ExperimentPlan(byName).cells.map(\.cell.digest))
    let teams = try file("{factors: {architectures.boss.with.worker: [single, debate]}}", lines)
    #expect(
      teams.swarm.points.map { $0.swarm.architectures[1].values["worker"] }
        == [NestedArchitecture("single"), NestedArchitecture("debate")])
    #expect(teams.swarm.agents == 13)
  }

  @Test("The digests of points differ, also of architectures that a factor does not touch, and no name comes twice")
  func digests() throws {
    let file = try file(
      "{factors: {architectures.debate.with.rounds: [1, 2], swarm.agents: [3, 9]}}",
      "matching: none\narchitectures: [{kind: debate}, {kind: single}]\n")
    let cells = ExperimentPlan(file).cells.map(\.cell)
    #expect(cells.count == 8 && Set(cells.map(\.digest)).count == 8 && Set(cells.map(\.name)).count == 8)
    // What is the first of its kind has the digest that it has without a sweep.
    let plain = try SampleSwarm.file("matching: none\narchitectures: [{kind: debate}, {kind: single}]\n")
    #expect(ExperimentPlan(plain).cells[1].cell.digest == cells[1].digest)
  }

  @Test("Cells that a factor does not touch have the same outcomes at all points")
  func untouched() async throws {
    let file = try file(
      "{factors: {architectures.debate.with.rounds: [1, 2]}}",
      "matching: none\narchitectures: [{kind: debate}, {kind: single}]\n")
    let plan = ExperimentPlan(file)
    var outcomes: [RunRecord.Outcome] = []
    for cell in plan.cells {
      outcomes.append(await ExperimentRunner.record(.init(cell: cell, replication: 0), of: plan).outcome)
    }
    #expect(outcomes[1] == outcomes[3] && outcomes[0] != outcomes[2])
  }

  @Test("Matched widths are those without the sweep, and so are the baselines")
  func matching() throws {
    let file = try file(
      "{factors: {architectures.debate.with.rounds: [1, 4]}}",
      "architectures: [{kind: debate, with: {debaters: 3}}, {kind: collaborative}]\n")
    for point in file.swarm.points {
      #expect(point.swarm.architectures.map(\.name) == file.swarm.architectures.map(\.name))
      #expect(point.swarm.architectures[1].values["voters"] == 6)
      #expect(point.swarm.architectures[3].values["samples"] == 6)
    }
  }

  @Test("The swarm has agents for the largest of all points, unless the file says how many")
  func agents() throws {
    let sweep = "{factors: {architectures.debate.with.debaters: [2, 9]}}"
    let swarm = try file(sweep).swarm
    #expect(swarm.agents == 9 && swarm.points.allSatisfy { $0.swarm.agents == 9 })
    let few = SampleSwarm.complaint("swarm: {agents: 5}\n" + Self.debate + "sweep: \(sweep)\n")
    #expect(few.contains("with debaters=9: architecture 'debate' needs 9 agents, and swarm.agents is 5"), "\(few)")
  }

  @Test(
    "What is resolved is the same experiment, point for point",
    arguments: [
      "{factors: {swarm.backend: [mock, other]}}", "{factors: {swarm.judge: [other, ~]}}",
      "{factors: {swarm.rules.tie_break: [random, judge], swarm.rules.order: [random, synchronous]}}",
      "{factors: {backends.mock.profile: [neutral, condorcet], workload.attempts: [1, 2]}}",
      "{factors: {backends.mock.profile.latency.first_token: ['lognormal(1 s, 0.2)', 2 s]}}",
      "{factors: {architectures.debate.with.debaters: [2, 9]}}", "{factors: {swarm.budget.deadline: [1 s, 1 min, ~]}}",
      "{factors: {'architectures[1].with.quorum': {from: 0.5, to: 1, steps: 3}}}",
    ])
  func roundTrip(sweep: String) throws {
    let file = try file(
      sweep,
      """
      architectures: [{kind: debate}, {kind: consensus, rules: {order: sequential}}]
      backends: {mock: {kind: profile}, other: {kind: profile, profile: hard-four-choice}}
      """ + "\n")
    let again = try SampleFile.file(file.resolvedYAML)
    #expect(again.configurationHash == file.configurationHash)
    #expect(ExperimentPlan(again).cells.map(\.cell) == ExperimentPlan(file).cells.map(\.cell))
  }

  @Test(
    "What is wrong with a level or a path is said at its own place",
    arguments: [
      ("workload.taks: [1, 2]", ":6:3: error: with taks=1: unknown key 'taks' in 'workload' [unknown-key]"),
      ("workload.tasks: [1, 0]", ":6:23: error: with tasks=0: tasks is 0; it must be in 1...1000000 [out-of-range]"),
      ("swarm.rules.order: [random, rndom]", ":6:31: error: with order=rndom: unknown order 'rndom' [unknown-name]"),
      ("swarm.backend: [mock, other]", ":6:25: error: with backend=other: no backend is named 'other' [unknown-name]"),
      ("swarm.budget.calls: [5, 0]", ":6:27: error: with calls=0: calls is 0; it must be in 1...1000000"),
      ("architectures.tolk.with.rounds: [1]", ":6:3: error: with rounds=1: there is no 'tolk' [unknown-path]"),
      ("'architectures[4].with.rounds': [1]", ":6:3: error: with rounds=1: there is no item [4] [unknown-path]"),
      ("a..b: [1]", ":6:3: error: 'a..b' is no path [syntax]"),
      ("name: [a, b]", ":6:3: error: 'name' cannot be varied [contradiction]"),
      ("matching: [calls, none]", ":6:3: error: 'matching' cannot be varied [contradiction]"),
      ("workloads.tasks: [1]", ":6:3: error: 'workloads' cannot be varied [contradiction]"),
      ("architectures.debate.kind: [single]", ":6:3: error: 'kind' cannot be varied [contradiction]"),
      ("architectures.debate.preset: [du-2023]", ":6:3: error: 'preset' cannot be varied [contradiction]"),
      ("workload: [a]", ":6:3: error: 'workload' cannot be varied [contradiction]"),
      ("workload.tasks: [1, 1]", ":6:19: error: workload.tasks has the level 1 twice [duplicate-name]"),
      ("workload.tasks: []", ":6:19: error: expected a list of levels, got an empty list [wrong-type]"),
      ("workload.tasks: [[1]]", ":6:20: error: expected a value, got a list [wrong-type]"),
      (
        "swarm.budget.deadline: {from: 1 s, to: 2 s, steps: 2}", ":6:33: error: expected a plain number as the end of a"
      ),
      (
        "architectures.debate.with.neighbours: [1, ~]",
        ":6:3: error: with neighbours=~: it is the same as with neighbours=1"
      ),
    ])
  func wrong(factor: String, says: String) {
    let complaint = SampleSwarm.complaint(
      "architectures: [{kind: debate}]\nsweep: {factors: {\n  \(factor)}}\n")
    #expect(complaint.contains("test.yaml" + says), "\(complaint)")
  }

  @Test("Ten thousand cells are the most")
  func size() {
    let factors = "{workload.tasks: {from: 1, to: 1000, steps: 1000}, workload.attempts: {from: 1, to: 11, steps: 11}}"
    let complaint = SampleSwarm.complaint(Self.debate + "sweep: {factors: \(factors)}\n")
    #expect(complaint.contains("the sweep has 11000 design points for each of 1 architectures [out-of-range]"))
    let zipped = SampleSwarm.complaint(
      Self.debate + "sweep: {design: zip, factors: {workload.tasks: [1, 2], workload.attempts: [3]}}\n")
    #expect(zipped.contains("the factors of a zip have 2, 1 levels [contradiction]"))
  }
}
