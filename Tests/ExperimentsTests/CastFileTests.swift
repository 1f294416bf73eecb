import Agents
import Experiments
import RunRecords
import Testing

@Suite("Several models in a file")
struct CastFileTests {
  private static let backends = """
    backends:
      weak: {kind: profile, profile: {correctness: {accuracy: 1 %}}}
      sure: {kind: profile, concurrency: 9, profile: {correctness: {accuracy: 99 %}, judging: {accuracy: 99 %}}}
    """

  private func file(_ swarm: String, _ architecture: String = "{kind: single}") throws -> ExperimentFile {
    try SampleSwarm.file(
      "matching: none\nswarm: {\(swarm)}\narchitectures: [\(architecture)]\n" + Self.backends,
      workload: "{kind: batch, tasks: 60}")
  }

  private func accuracy(_ swarm: String, _ architecture: String = "{kind: single}") async throws -> Double {
    let plan = ExperimentPlan(try file(swarm, architecture))
    return try #require(await ExperimentRunner.record(plan.runs[0], of: plan).value(of: "accuracy"))
  }

  @Test("The first of the backends is everybody's where none is named")
  func first() throws {
    let swarm = try file("").swarm
    #expect(swarm.backends.map(\.name) == ["weak"] && swarm.judge == nil)
    #expect(try file("backend: sure").swarm.backends.map(\.name) == ["sure"])
    #expect(try file("backend: [sure]").configurationHash == file("backend: sure").configurationHash)
  }

  @Test("Agents are the models in turn")
  func inTurn() async throws {
    // The first agent of a debate of one is the first model; in a vote of three, two are of it.
    #expect(try await accuracy("backend: [weak, sure]") < 20)
    #expect(try await accuracy("backend: [sure, weak]") > 80)
    #expect(try await accuracy("backend: [sure, weak]", "{kind: collaborative, with: {voters: 3}}") > 80)
    #expect(try await accuracy("backend: [weak, sure, sure]", "{kind: collaborative, with: {voters: 3}}") > 80)
  }

  @Test("A judge of its own judges for all")
  func judge() async throws {
    // Of a weak and a sure contender a judge who knows picks the right one; the weak model is at chance.
    let contest = "{kind: competitive, with: {contenders: 2, select: judge}}"
    #expect(try file("backend: weak, judge: sure").swarm.judge?.name == "sure")
    #expect(try await accuracy("backend: [weak, sure], judge: sure", contest) > 80)
    #expect(try await accuracy("backend: [weak, sure]", contest) < 95)
  }

  @Test("Who is which model is part of the digest, what they are called is not, and all is written out")
  func digests() throws {
    let casts = [
      "backend: weak", "backend: sure", "backend: [weak, sure]", "backend: [sure, weak]",
      "backend: [weak, weak, sure]", "backend: [weak, sure], judge: sure",
    ]
    let digests = try casts.map { ExperimentPlan(try file($0)).cells[0].cell.digest }
    #expect(Set(digests).count == casts.count)
    for cast in casts {
      let file = try file(cast)
      let again = try SampleFile.file(file.resolvedYAML)
      #expect(again.configurationHash == file.configurationHash)
      #expect(ExperimentPlan(again).cells.map(\.cell) == ExperimentPlan(file).cells.map(\.cell))
      let renamed = try SampleFile.file(file.resolvedYAML.replacing("weak", with: "meek"))
      #expect(ExperimentPlan(renamed).cells[0].cell.digest == ExperimentPlan(file).cells[0].cell.digest)
    }
  }
}
