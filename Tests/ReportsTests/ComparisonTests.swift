import Experiments
import Reports
import RunRecords
import Statistics
import TestSupport
import Testing

@Suite("Comparison")
struct ComparisonTests {
  private func metric(_ name: String, _ comparison: Comparison) throws -> MetricSpecification {
    try #require(comparison.metrics.first { $0.name == name })
  }

  @Test("A higher accuracy is better, a higher cost is worse")
  func directions() throws {
    let found = try SampleComparison().plain
    let (first, second) = (found.cells[0], found.cells[1])
    let accuracy = try #require(found.pair(first, against: second, on: try metric("accuracy", found)))
    let cost = try #require(found.pair(first, against: second, on: try metric("cost", found)))
    #expect(accuracy.verdict == .worse)
    #expect(accuracy.difference.mean < 0)
    #expect(cost.verdict == .better)
    #expect(cost.difference.mean < 0)
  }

  @Test("A pair seen from the other side has the opposite verdict and the mirrored interval")
  func otherSide() throws {
    let found = try SampleComparison().plain
    let accuracy = try metric("accuracy", found)
    let there = try #require(found.pair(found.cells[0], against: found.cells[1], on: accuracy))
    let back = try #require(found.pair(found.cells[1], against: found.cells[0], on: accuracy))
    #expect(back.verdict == .better)
    #expect(back.difference.low == -there.difference.high)
    #expect(back.difference.high == -there.difference.low)
    #expect(back.adjustedP == there.adjustedP)
  }

  @Test("What is alike in every replication is equal, what differs by noise alone is undecided")
  func equalAndUndecided() throws {
    let found = try SampleComparison().plain
    let (first, third) = (found.cells[0], found.cells[2])
    #expect(found.pair(first, against: third, on: try metric("calls", found))?.verdict == .equal)
    #expect(found.pair(first, against: third, on: try metric("accuracy", found))?.verdict == .undecided)
  }

  @Test("Every pair has a verdict on every metric, and all are corrected together")
  func family() throws {
    let found = try SampleComparison().plain
    #expect(found.pairs.count == 3 * found.metrics.count)
    let adjusted = MultiplicityCorrection.holm.adjusted(found.pairs.map(\.difference.pValue))
    #expect(found.pairs.map(\.adjustedP) == adjusted)
  }

  @Test("Many variants are compared with the baseline alone, and nobody is said to lead", arguments: [60, 61])
  func many(variants: Int) throws {
    let sample = try SampleComparison(
      architectures: (0..<variants).map { "v\($0)" }, replications: 3, extra: "baseline: v7")
    let found = Comparison(sample.plan, records: sample.records { _, cell, replication in Double(cell + replication) })
    let isCrossed = variants <= 60
    let pairs = isCrossed ? variants * (variants - 1) / 2 : variants - 1
    #expect(found.pairs.count == pairs * found.metrics.count)
    #expect(found.pairs.allSatisfy { isCrossed || $0.first.name == "v7" })
    #expect(found.estimates.contains(where: \.isLeading) == isCrossed)
    let text = ComparisonText(found, color: false).text
    #expect(text.contains("More than 60 architectures: each is compared with 'v7' alone.") != isCrossed)
    #expect(found.pair(found.cells[3], against: found.cells[7], on: try metric("accuracy", found)) != nil)
  }

  @Test("Metrics that the file names are those of the headlines, in its order")
  func namedMetrics() throws {
    let names = ["failures", "accuracy", "attempts", "calls", "latency_p99"]
    let sample = try SampleComparison(extra: "metrics: [\(names.joined(separator: ", "))]")
    let found = Comparison(sample.plan, records: sample.records { _, cell, _ in Double(cell) })
    #expect(found.headlineMetrics.map(\.name) == Array(names.prefix(4)))
    let other = try SampleComparison(extra: "metrics: [failures]")
    let lean = Comparison(other.plan, records: other.records { _, cell, _ in Double(cell) })
    #expect(lean.headline == "\(lean.metrics[0].title): highest 2 (rival), lowest 0 (single)")
  }

  @Test("Who never took a token is named")
  func silent() throws {
    let sample = try SampleComparison()
    func text(_ zeros: Int) -> String {
      ComparisonText(
        Comparison(
          sample.plan, records: sample.records { metric, cell, _ in metric == "tokens" && cell < zeros ? 0 : 5 }),
        color: false
      ).text
    }
    #expect(!text(0).contains("No call of"))
    #expect(text(1).contains("No call of single took a token in any run: do budget and service leave room for one?"))
    #expect(text(3).contains("No call of single and 2 more took a token"))
  }

  @Test("A winner over a sweep is said to be sure where the runs say so")
  func sureness() throws {
    let sample = try SampleComparison(
      architectures: ["one", "two"], extra: "sweep: {factors: {workload.tasks: [5, 6, 7]}}")
    let found = Comparison(
      sample.plan,
      records: sample.records { _, cell, replication in
        // At the last point the two differ by noise alone.
        cell < 4 ? Double(cell % 2) * 10 + Double(replication % 3) : Double((replication * 7 + cell) % 5)
      })
    #expect(found.headline.hasSuffix("points, surely at 2"))
  }

  @Test("A cell leads where no other is better beyond doubt")
  func leaders() throws {
    let found = try SampleComparison().plain
    #expect(found.leaders(on: try metric("accuracy", found)) == ["vote"])
    #expect(found.leaders(on: try metric("cost", found)) == ["single", "rival"])
    #expect(found.leaders(on: try metric("calls", found)) == ["single", "vote", "rival"])
    #expect(found.headline == "vote answers best; single and rival cost least")
  }

  @Test("Where nobody is surely better, no headline says so")
  func undecidedHeadline() throws {
    for (names, headline) in [
      (["a"], "One architecture, a: nothing to compare it with"),
      (["a", "b"], "Neither surely answers best; neither surely costs least"),
      (["a", "b", "c"], "None of the 3 surely answers best; none of the 3 surely costs least"),
    ] {
      let sample = try SampleComparison(architectures: names)
      #expect(
        Comparison(sample.plan, records: sample.records { _, _, replication in Double(replication) }).headline
          == headline)
    }
  }

  // Points are compared with the first alone: the second is not beaten by it, and yet below the third.
  @Test("Where one architecture is swept nobody is said to lead, and the headline names both ends")
  func oneCourse() throws {
    let sample = try SampleComparison(
      architectures: ["vote"],
      extra: "metrics: [accuracy, calls]\nsweep: {factors: {workload.in_flight: [1, 2, 3]}}")
    let found = Comparison(
      sample.plan, records: sample.records { _, cell, replication in Double(10 * cell + replication) })
    #expect(found.estimates.allSatisfy { !$0.isLeading })
    #expect(found.headline == "Accuracy: highest 24.5 (vote, in_flight=3), lowest 4.5 (vote, in_flight=1)")
    #expect(!ComparisonText(found, color: false).text.contains("not beaten"))
  }

  @Test("A comparison without costs says who answers best, and no more")
  func withoutCost() throws {
    let sample = try SampleComparison(extra: "metrics: [accuracy, calls]")
    let found = Comparison(
      sample.plan, records: sample.records { _, cell, replication in Double((cell == 1 ? 10 : 0) + replication) })
    #expect(found.headline == "vote answers best")
  }

  @Test("A failed run is missing from its own cell's mean only, and is counted")
  func failedRun() throws {
    let sample = try SampleComparison()
    let found = Comparison(
      sample.plan,
      records: sample.records { _, cell, replication in cell == 1 && replication == 4 ? nil : Double(replication) })
    let accuracy = try metric("accuracy", found)
    #expect(found.runsFailed == 1)
    #expect(found.estimate(accuracy, of: found.cells[0])?.values.count == 10)
    #expect(found.estimate(accuracy, of: found.cells[1])?.values.count == 9)
    // Replication 4 has no partner, so it is in no difference with the second cell.
    #expect(found.pair(found.cells[0], against: found.cells[1], on: accuracy)?.difference.n == 9)
    #expect(found.pair(found.cells[0], against: found.cells[1], on: accuracy)?.difference.mean == 0)
  }

  @Test("Without any run there are no values and no verdicts, and nothing breaks")
  func noRuns() throws {
    let found = Comparison(try SampleComparison().plan, records: [])
    #expect(found.pairs.isEmpty)
    #expect(found.estimates.allSatisfy { $0.estimate == nil && !$0.isLeading })
    #expect(found.headline == "Nobody answers best; nobody costs least")
    #expect(ComparisonText(found, color: false).text.contains("Not complete"))
  }

  @Test("One replication gives means, but no interval and no decided verdict")
  func oneReplication() throws {
    let sample = try SampleComparison(replications: 1)
    let found = Comparison(sample.plan, records: sample.records { _, cell, _ in Double(cell) })
    #expect(found.pairs.allSatisfy { $0.verdict == .undecided })
    let json = try StableJSON.text(ComparisonDocument(found))
    #expect(!json.contains("\"low\""))
  }

  @Test("The chance of any wrong verdict stays below the level when all architectures are the same")
  func familyWiseError() throws {
    // 400 experiments in which nothing differs; each says something wrong with probability at most 0.05. The count is
    // above 44 with probability below 10⁻⁶, and a level of 0.2 would be found with probability above 0.9999.
    let sample = try SampleComparison()
    var random = SplitMix(seed: 20_260_101)
    let wrong = (0..<400).count { _ in
      let found = Comparison(sample.plan, records: sample.records { _, _, _ in random.normal() })
      return found.pairs.contains { $0.verdict != .undecided }
    }
    #expect(wrong <= 44)
  }
}
