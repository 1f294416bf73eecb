import Experiments
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Idle agents")
struct IdleAgentsTests {
  @Test(
    "A larger swarm changes no run: whom an architecture does not need is idle",
    arguments: Architectures.all.map { $0.name })
  func largerSwarm(kind: String) async throws {
    // Without a correlation of errors there is no difficulty curve to solve, which takes most of a small run's time.
    let small = try SampleExperiments.file(
      architectures: ["{kind: \(kind)}"],
      extra: "backends: {mock: {kind: profile, profile: {correctness: {error_correlation: 0}}}}")
    var large = small
    large.swarm.agents = 50
    let (one, other) = (ExperimentPlan(small), ExperimentPlan(large))
    for (run, again) in zip(one.runs, other.runs) {
      let (small, large) = (
        await ExperimentRunner.record(run, of: one), await ExperimentRunner.record(again, of: other)
      )
      #expect(RunResult(small) == RunResult(large))
    }
  }
}
