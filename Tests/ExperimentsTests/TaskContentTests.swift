import Agents
import Diagnostics
import Experiments
import RunRecords
import Testing

@Suite("What the tasks of a workload are")
struct TaskContentTests {
  private func file(_ workload: String, _ profile: String = "{}", _ metrics: String = "standard") throws
    -> ExperimentFile
  {
    try SampleSwarm.file(
      """
      matching: none
      architectures: [{kind: single}, {kind: hierarchical}]
      metrics: \(metrics)
      backends: {mock: {kind: profile, profile: \(profile)}}
      """, workload: "{kind: batch, tasks: 200\(workload)}")
  }

  private func value(_ metric: String, _ file: ExperimentFile, cell: Int = 0) async throws -> Double {
    let plan = ExperimentPlan(file)
    let record = await ExperimentRunner.record(.init(cell: plan.cells[cell], replication: 0), of: plan)
    return try #require(record.value(of: metric))
  }

  @Test("Types are read in the order of their names, with their weights")
  func types() throws {
    let types = try file(", types: {review: 0.4, code: 3}").swarm.workload.types
    #expect(types.map(\.name) == ["code", "review"] && types.map(\.weight) == [3, 0.4])
    // A mapping has no order: the same file in another order is the same experiment, with the same tasks.
    let (first, second) = (try file(", types: {a: 1, b: 2}"), try file(", types: {b: 2, a: 1}"))
    #expect(first.configurationHash == second.configurationHash)
    #expect(first.swarm.workload.types == second.swarm.workload.types)
    #expect(try file("").swarm.workload.types.isEmpty)
  }

  @Test("Who is better at a type of tasks solves more of them")
  func skills() async throws {
    let types = ", types: {easy: 1, hard: 1}"
    let plain = try await value("accuracy", file(types))
    #expect(try await value("accuracy", file(types, "{skills: {easy: 6, hard: 6}}")) > plain + 10)
    #expect(try await value("accuracy", file(types, "{skills: {easy: -6, hard: -6}}")) < plain - 30)
    // Half of the tasks are as good as lost; the others are as they were.
    let half = try await value("accuracy", file(types, "{skills: {hard: -20}}"))
    #expect(abs(half - plain / 2) < 12)
    #expect(try await value("accuracy", file(types, "{skills: {other: 6}}")) == plain)
  }

  @Test(
    "A skill at a type that no task has is worth a warning where it stands, with the nearest type",
    arguments: [
      (", types: {easy: 1, hard: 1}", "there are: easy, hard. Did you mean 'hard'?"),
      ("", "name the types of tasks in workload.types"),
    ])
  func unknownSkill(types: String, remedy: String) throws {
    let text = """
      name: skills
      workload: {kind: batch, tasks: 5\(types)}
      architectures: [{kind: single}]
      backends:
        mock:
          kind: profile
          profile: {family: llama, skills: {hart: 1}}
      replications: {min: 10}
      """
    let warnings = try SampleFile.read(text).warnings
    #expect(warnings.map(\.code) == ["unknown-name"])
    #expect(warnings.first?.problem == "backend 'mock' has a skill at 'hart', and no task is of that type")
    #expect(warnings.first?.remedy == remedy)
    #expect(warnings.first?.location.position?.line == 7)
  }

  @Test("A task of several subtasks is harder than a whole one, and a hierarchy hands them out")
  func structures() async throws {
    let structure = ", structure: {subtasks: 6, depth: 3, needs: 1}"
    let decomposition = try file(structure).swarm.workload.decomposition
    #expect(decomposition.subtasks == 6 && decomposition.depth == 3 && decomposition.needs == 1)
    #expect(decomposition.structure.count == 6)
    let whole = try await value("accuracy", file(""))
    #expect(try await value("accuracy", file(structure)) < whole - 10)
    #expect(try await value("calls", file(structure), cell: 1) > value("calls", file(""), cell: 1))
    #expect(try file(", structure: {}").swarm.workload.decomposition.subtasks == 6)
    #expect(try file("").swarm.workload.decomposition.subtasks == 1)
  }

  @Test("With more attempts a task is tried anew: any of them is right more often than each, all of them less often")
  func attempts() async throws {
    let file = try file(", attempts: 3", "{}", "[standard, pass_at_k, pass_hat_k]")
    #expect(file.swarm.workload.attempts == 3)
    let accuracy = try await value("accuracy", file)
    #expect(try await value("pass_at_k", file) > accuracy + 2)
    #expect(try await value("pass_hat_k", file) < accuracy - 2)
    #expect(try await value("calls", file) == 1)
  }

  @Test("Questions of all kinds are read, and change what is asked", arguments: QuestionSets.all.map { $0.name })
  func questions(name: String) throws {
    let file = try file(", questions: \(name)")
    #expect(file.swarm.workload.questions.name == name)
    #expect(try SampleFile.file(file.resolvedYAML).configurationHash == file.configurationHash)
  }

  @Test(
    "Each of them changes the digest, and is written out",
    arguments: [
      ", attempts: 2", ", questions: sums", ", types: {a: 1, b: 1}", ", types: {a: 1, b: 2}",
      ", types: {'a: b': 1, 'no': 2, '\"': 3}", ", structure: {subtasks: 4}", ", structure: {subtasks: 4, depth: 2}",
      ", structure: {subtasks: 4, depth: 2, needs: 1}",
    ])
  func digests(workload: String) throws {
    let (plain, changed) = (try file(""), try file(workload))
    #expect(ExperimentPlan(plain).cells[0].cell.digest != ExperimentPlan(changed).cells[0].cell.digest)
    let again = try SampleFile.file(changed.resolvedYAML)
    #expect(again.configurationHash == changed.configurationHash)
    #expect(again.swarm.workload.types == changed.swarm.workload.types)
  }
}
