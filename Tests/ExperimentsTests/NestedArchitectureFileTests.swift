import Agents
import Experiments
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Architectures within architectures, in a file")
struct NestedArchitectureFileTests {
  private func first(_ architecture: String) throws -> SwarmExperiment.NamedArchitecture {
    try SampleSwarm.file("matching: none\narchitectures: [\(architecture)]\n").swarm.architectures[0]
  }

  @Test("A kind alone has its defaults; a mapping gives parameters, to any depth")
  func read() throws {
    let plain: NestedArchitecture = try first("{kind: hierarchical, with: {worker: debate}}").values["worker"]
    #expect(plain == NestedArchitecture("debate"))
    let deep: NestedArchitecture = try first(
      "{kind: hierarchical, with: {worker: {kind: collaborative, with: {voters: 3, voter: {kind: reflection, with: {reflections: 2}}}}}}"
    ).values["worker"]
    let reflection = NestedArchitecture("reflection", given: ["reflections": .integer(2)])
    #expect(
      deep == NestedArchitecture("collaborative", given: ["voters": .integer(3), "voter": .architecture(reflection)]))
  }

  @Test(
    "The agents of all levels are counted",
    arguments: [
      ("{kind: hierarchical, with: {workers: 2, worker: {kind: debate, with: {debaters: 4}}}}", 9),
      ("{kind: collaborative, with: {voters: 3, voter: {kind: hierarchical, with: {workers: 2}}}}", 9),
      ("{kind: competitive, with: {contenders: 2, contender: {kind: collaborative, with: {voters: 3}}}}", 6),
      ("{kind: pipeline, with: {stages: 3, stage: {kind: debate, with: {debaters: 2}}}}", 6),
    ])
  func agents(architecture: String, expected: Int) throws {
    let swarm = try SampleSwarm.file("matching: none\narchitectures: [\(architecture)]\n").swarm
    #expect(swarm.architectures[0].architecture.agentsNeeded == expected && swarm.agents == expected)
  }

  @Test("What is resolved reads the same, and a parameter far within changes the digest")
  func roundTrip() throws {
    func file(_ voters: Int) throws -> ExperimentFile {
      try SampleSwarm.file(
        "architectures: [{kind: hierarchical, with: {worker: {kind: collaborative, with: {voters: \(voters)}}}}]\n")
    }
    let three = try file(3)
    #expect(try SampleFile.file(three.resolvedYAML).configurationHash == three.configurationHash)
    #expect(three.resolvedYAML.contains("voters: 3"))
    #expect(ExperimentPlan(three).cells[0].cell.digest != ExperimentPlan(try file(4)).cells[0].cell.digest)
  }

  @Test("A kind alone and the same kind without parameters are one experiment")
  func sameMeaning() throws {
    let texts = ["debate", "{kind: debate}", "{kind: debate, with: {rounds: 2}}"]
    let hashes = try texts.map {
      try SampleSwarm.file("architectures: [{kind: hierarchical, with: {worker: \($0)}}]\n").configurationHash
    }
    #expect(Set(hashes).count == 1)
  }

  @Test("More agents than a swarm can have are refused, however deep they are hidden")
  func tooMany() {
    var nested = "hierarchical"
    for _ in 0..<12 { nested = "{kind: hierarchical, with: {workers: 1000, worker: \(nested)}}" }
    let complaint = SampleSwarm.complaint("architectures: [\(nested)]\n")
    #expect(complaint.contains("needs 1001001 agents [out-of-range]"), "\(complaint)")
    let flat = SampleSwarm.complaint(
      "architectures: [{kind: collaborative, with: {voters: 1000, voter: {kind: debate, with: {debaters: 101}}}}]\n")
    #expect(flat.contains("architecture 'collaborative' needs 101000 agents [out-of-range]"), "\(flat)")
  }
}
