import Agents
import RunRecords
import Testing

@testable import Experiments

@Suite("Choosing metrics")
struct MetricSelectionTests {
  @Test("The standard ones are what every run has, and need nothing written down")
  func standard() {
    #expect(
      MetricSelection.standard.names
        == ["accuracy", "makespan", "latency", "tokens", "cost", "calls", "queue_wait"])
    #expect(MetricSelection.standard.needs == [])
    #expect(MetricSelection.standard.series.isEmpty)
  }

  @Test("Names and words keep their order, and count once")
  func order() throws {
    #expect(try MetricSelection(["ece", "calls", "ece"]).names == ["ece", "calls"])
    let both = try MetricSelection(["regret", "standard", "makespan"])
    #expect(both.names == ["regret"] + MetricSelection.standard.names)
    #expect(both.metrics.map(\.name) == both.names)
    #expect(try MetricSelection(["all"]) == .all)
    #expect(MetricSelection.all.names == StandardMetric.all.map(\.name))
  }

  @Test("A word that names no metric has the nearest one beside it")
  func unknown() {
    #expect(throws: UnknownMetric("acuracy")) { try MetricSelection(["cost", "acuracy"]) }
    #expect(UnknownMetric("acuracy").nearestMatch == "accuracy")
    #expect(UnknownMetric("standart").nearestMatch == "standard")
    #expect(UnknownMetric("happiness").nearestMatch == nil)
  }

  @Test("The courses over rounds come with the metrics that they are the course of")
  func series() throws {
    let flips = try MetricSelection(["flips_wrong_to_right"])
    #expect(flips.series.map(\.specification.name) == ["accuracy_by_round", "wrong_to_right_by_round"])
    #expect(flips.needs == .answers)
    let known = Set(StandardMetric.all.map(\.name))
    #expect(StandardSeries.all.allSatisfy { $0.metrics.allSatisfy(known.contains) })
  }

  @Test("No two metrics have one name, and none has that of a word")
  func names() {
    let names = StandardMetric.all.map(\.name) + ["all", "standard"]
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0 == "_" || $0.isLowercase || $0.isNumber } })
  }

  private static let said = [
    Said(0, "0").at(0, 0, 1).with { $0.confidence = 0.5 }, Said(1, "1").at(0, 0, 2).with { $0.confidence = 0.5 },
    Said(0, "1", round: 1).at(2, 2, 4), Said(1, "1", round: 1).at(2, 2, 3),
  ]

  @Test("What is written down for a metric suffices for it", arguments: MetricSelection.all.names)
  func needs(name: String) throws {
    func value(_ contents: JournalContents) throws -> Double? {
      let outcomes = (0...1).map { task in
        MetricSample.outcome(
          task, type: task, isSolved: task == 0,
          MetricSample.digest(task == 0 ? Self.said : [Self.said[0]], contents))
      }
      return try #require(try MetricSelection([name]).metrics.first)
        .measure(RunObservations(outcomes: outcomes, services: []))
    }
    let needs = try MetricSelection([name]).needs
    #expect(try value(needs) == (try value(MetricSample.everything)))
    // What needs nothing looks at nothing; what needs something has nothing to say without it.
    if !needs.isEmpty { #expect(try value([]) == nil) }
  }
}
