import Agents
import RunRecords
import Statistics
import TestSupport
import Testing

@testable import Experiments

@Suite("Metrics of rounds")
struct MetricRoundTests {
  /// Three agents: one is converted to the right, one to the wrong side and back, one stays wrong.
  private let debate = [
    Said(0, "1"), Said(1, "0"), Said(2, "2"),
    Said(0, "0", round: 1), Said(1, "2", round: 1), Said(2, "2", round: 1),
    Said(0, "0", round: 2), Said(1, "0", round: 2), Said(2, "1", round: 2),
  ]

  @Test("Flips are shares of the steps from one round to the next")
  func flips() throws {
    let run = MetricSample.run([debate])
    #expect(isNear(try #require(run.value("flips_right_to_wrong")), 100.0 / 6))
    #expect(isNear(try #require(run.value("flips_wrong_to_right")), 200.0 / 6))
  }

  @Test("A turn that was repeated counts once, and who was silent for a round took no step")
  func repeated() {
    let run = MetricSample.run([
      [
        Said(0, "0"), Said(0, "1"), Said(0, "1", round: 1), Said(1, "0"), Said(1, nil, round: 1),
        Said(1, "1", round: 2),
      ]
    ])
    #expect(run.outcomes[0].digest.answers?.rounds.map(\.transitions) == [0, 1, 0])
    #expect(run.value("flips_right_to_wrong") == 0)
  }

  @Test("The course over rounds has a value for each round that was held")
  func series() throws {
    let run = MetricSample.run([debate, [Said(0, "0")]])
    let series = StandardSeries.all.map { $0.record(run) }
    #expect(series.map(\.name) == ["accuracy_by_round", "right_to_wrong_by_round", "wrong_to_right_by_round"])
    #expect(series.allSatisfy { $0.points == (1...16).map(Double.init) })
    #expect(series[0].values.prefix(3).elementsEqual([50, 100.0 / 3, 200.0 / 3], by: { isNear($0, $1) }))
    #expect(series[0].values.dropFirst(3).allSatisfy { $0.isNaN })
    #expect(series[1].values[0].isNaN)
    #expect(series[1].values[1...2].elementsEqual([100.0 / 3, 0], by: { isNear($0, $1) }))
    #expect(series[2].values[1...2].elementsEqual([100.0 / 3, 100.0 / 3], by: { isNear($0, $1) }))
  }

  @Test("A round far away takes no more room than the last one that is counted")
  func farAway() {
    let answers = MetricSample.digest([Said(0, "0", round: .max), Said(1, "0", round: -5)]).answers
    #expect(answers?.rounds.count == 4_096)
    #expect(answers?.rounds.first?.positions == 1)
  }

  @Test("Consensus is there after the first round in which all hold the same")
  func consensus() throws {
    let agreed = [
      Said(0, "1"), Said(1, "2"), Said(0, "2", round: 1), Said(1, "1", round: 1), Said(0, "1", round: 2),
      Said(1, "2", round: 3),
    ]
    #expect(MetricSample.run([agreed]).value("time_to_consensus") == 3)
    let atOnce = [Said(0, "0"), Said(1, "0"), Said(1, "1", round: 1)]
    #expect(MetricSample.run([agreed, atOnce]).value("time_to_consensus") == 2)
    // Who is still to speak has not agreed; and an agreement in the midst of a round is none.
    let late = [Said(0, "0"), Said(1, "0", round: 1)]
    #expect(MetricSample.run([late]).value("time_to_consensus") == 2)
    let inTheMidst = [Said(0, "0"), Said(1, "1"), Said(0, "1", round: 1), Said(1, "0", round: 1)]
    #expect(MetricSample.run([inTheMidst]).value("time_to_consensus") == nil)
  }
}
