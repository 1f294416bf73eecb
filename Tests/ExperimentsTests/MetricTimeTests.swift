import Agents
import SimulationKernel
import TestSupport
import Testing

@testable import Experiments

@Suite("Metrics of time")
struct MetricTimeTests {
  @Test("The critical path is the longest chain of calls that did not overlap, without their waits")
  func criticalPath() {
    // Two waves of three, the second of which waits for a place, and a judge.
    let said = [
      Said(0, "0").at(0, 0, 2), Said(1, "0").at(0, 0, 5), Said(2, "0").at(0, 1, 3),
      Said(0, "0", round: 1).at(5, 5, 6), Said(1, "0", round: 1).at(5, 6, 10), Said(2, "0", round: 1).at(5, 5, 7),
      Said(0, "0", round: 2).at(10, 12, 13),
    ]
    let run = MetricSample.run([said])
    #expect(run.value("critical_path") == 10)
    #expect(run.value("parallelism") == 1.7)
  }

  @Test("The order in which calls are recorded does not matter to the critical path")
  func order() {
    let said = [
      Said(0, "0").at(0, 0, 1), Said(1, "0").at(1, 1, 1), Said(2, "0").at(1, 1, 4), Said(3, "0").at(4, 4, 4),
      Said(4, "0").at(2, 2, 3), Said(5, "0").at(4, 4, 6),
    ]
    #expect(MetricSample.run([said]).value("critical_path") == 6)
    #expect(MetricSample.run([said.reversed()]).value("critical_path") == 6)
  }

  @Test("The straggler gap is from the median to the last of a wave; calls one after another form none")
  func stragglers() {
    let wave = [Said(0, "0").at(0, 0, 2), Said(1, "0").at(0, 0, 9), Said(2, "0").at(0, 0, 3)]
    let pair = [Said(0, "0", round: 1).at(9, 9, 10), Said(1, "0", round: 1).at(9, 9, 12)]
    #expect(MetricSample.run([wave]).value("straggler_gap") == 6)
    #expect(MetricSample.run([wave + pair]).value("straggler_gap") == 3.5)
    let inTurn = [Said(0, "0").at(0, 0, 2), Said(1, "0").at(2, 2, 9)]
    #expect(MetricSample.run([inTurn]).value("straggler_gap") == nil)
    // Two rounds, or a judge beside a worker, are not one wave.
    let mixed = [Said(0, "0").at(0, 0, 2), Said(1, nil).with { $0.instruction = .judge }.at(0, 0, 9)]
    #expect(MetricSample.run([mixed]).value("straggler_gap") == nil)
  }

  @Test("Quantiles of the time to answer")
  func quantiles() throws {
    let run = RunObservations(
      outcomes: (0...100).map { MetricSample.outcome($0, from: 10, to: 10 + Double($0)) }, services: [])
    #expect(run.value("latency_p50") == 50)
    #expect(isNear(try #require(run.value("latency_p95")), 95))
    #expect(isNear(try #require(run.value("latency_p99")), 99))
    #expect(run.value("latency") == 50)
    #expect(run.value("makespan") == 110)
  }

  @Test("Waits count by calls, utilisation by places")
  func services() throws {
    func waits(_ seconds: [Double]) -> Tally { seconds.reduce(into: Tally()) { $0.record($1) } }
    let run = RunObservations(
      outcomes: [MetricSample.outcome(0)],
      services: [
        ServiceReadout("small", capacity: 1, waits: waits([1, 2, 6]), utilization: 0.9),
        ServiceReadout("large", capacity: 3, waits: waits([0]), utilization: 0.1),
        ServiceReadout("endless", capacity: nil, waits: waits([]), utilization: 0),
      ])
    #expect(run.value("queue_wait") == 2.25)
    #expect(isNear(try #require(run.value("utilization")), 30))
  }
}
