import Foundation
import Testing

/// Recomputes every number of the quickstart's profile from the recorded samples.
@Suite("Quickstart profile")
struct QuickstartProfileTests {
  /// The types of the profile: neither always right nor a coin flip, see the samples' README.
  private static let types: Set = ["add2", "add3", "sort3", "route"]

  private let rows: [[String]]
  private let readme: String
  private let items: [[RecordedSample]]
  private let everyType: SampleFit
  private let fit: SampleFit
  private let profile: ProfileNumbers

  init() throws {
    let quickstart = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Experiments/quickstart").standardized
    rows = try SampleTable.rows(of: quickstart.appending(path: "samples/qwen-samples.csv"))
    items = try SampleTable.items(from: rows)
    readme = try String(contentsOf: quickstart.appending(path: "samples/README.md"), encoding: .utf8)
    // Greedy answers are recorded too, but five copies of one answer say nothing about a swarm.
    let drawn = items.map { item in item.filter { $0.index > 0 } }
    everyType = SampleFit(drawn)
    fit = SampleFit(drawn.filter { Self.types.contains($0[0].type) })
    profile = try ProfileNumbers(file: quickstart.appending(path: "profiles/qwen-coder-0.5b.yaml"))
  }

  @Test("The samples are complete: ten types of 30 items, one greedy and five drawn answers each")
  func completeness() {
    #expect(rows[0] == SampleTable.header)
    #expect(items.count == 300)
    #expect(items.allSatisfy { $0.map(\.index) == [0, 1, 2, 3, 4, 5] })
    #expect(Set(items.map { $0[0].item }).count == 300)
    let perType = Dictionary(grouping: items) { $0[0].type }.mapValues(\.count)
    #expect(perType.count == 10)
    #expect(perType.values.allSatisfy { $0 == 30 })
    #expect(fit.items.count == 120)
    // No unreadable answer is correct, and quoted fields lost their quotes.
    #expect(items.joined().allSatisfy { $0.answer != nil || !$0.isCorrect })
    #expect(items.joined().first { $0.type == "json" }?.answer == #"{"name": "Iris", "age": 50}"#)
  }

  @Test("Accuracy, correlation and concentration are those of the samples")
  func correctness() {
    expectPrinted("correctness.accuracy", [100 * fit.accuracy])
    expectPrinted("correctness.error_correlation", [fit.errorCorrelation])
    expectPrinted("correctness.wrong_answer_concentration", [fit.wrongAnswerConcentration(options: 3)])
  }

  @Test("Center, spread, AUROC and consistency of the confidence are those of the samples")
  func confidence() {
    expectPrinted("confidence.center", [fit.confidenceCenter])
    expectPrinted("confidence.spread", [fit.confidenceSpread])
    expectPrinted("confidence.auroc", [fit.withinItemAUROC])
    expectPrinted("confidence.consistency", [fit.confidenceConsistency])
    #expect(printed(fit.pooledAUROC, as: "0.895") == "0.895")
    #expect(printed(fit.consistencyByTotalVariance, as: "0.923") == "0.923")
  }

  @Test("Token counts and times are those of the samples")
  func tokensAndTimes() {
    expectPrinted("tokens.prompt", fit.promptTokens)
    expectPrinted("tokens.completion", fit.completionTokens)
    expectPrinted("latency.first_token", fit.firstTokenMilliseconds)
    expectPrinted("latency.speed", fit.speed)
  }

  @Test("The samples' README states accuracy, correlation and vote of every type")
  func readmeTable() throws {
    for (type, group) in Dictionary(grouping: everyType.items, by: { $0[0].type }).sorted(by: { $0.key < $1.key }) {
      let fit = SampleFit(group)
      let line = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| \(type) |") })
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      // A type that is always right has no variance to correlate.
      let correlation = fit.accuracy == 1 ? "-" : printed(fit.errorCorrelation, as: "0.000")
      let expected = [printed(fit.accuracy, as: "0.000"), correlation, printed(fit.observedVote, as: "0.000")]
      #expect(Array(cells.suffix(3)) == expected, "\(type)")
    }
  }

  @Test("What no sample can tell is the published preset or the kind of swarm")
  func chosenNumbers() {
    let chosen = [
      "format": "1", "correctness.shared_difficulty": "1", "correctness.wrong_answers": "3",
      "reading.prior_strength": "2", "reading.own_weight": "0", "reading.correct_pull": "-0.15",
    ]
    for (name, value) in chosen.sorted(by: { $0.key < $1.key }) {
      #expect(profile.values[name] == value, "\(name)")
    }
    // Six chosen and eleven fitted values: a new key needs a test of its own.
    #expect(profile.values.count == 17)
  }

  @Test("The fit predicts the vote of five within its error where one profile fits, and not over all types")
  func votePrediction() {
    // Standard errors of observed minus predicted, refitted in 1,000 resamples of the items within each type.
    let predicted = prediction(fit).vote(concentration: fit.wrongAnswerConcentration(options: 3))
    #expect(printed(fit.observedVote, as: "0.775") == "0.775")
    #expect(printed(predicted, as: "0.785") == "0.785")
    #expect(abs(fit.observedVote - predicted) < 2 * 0.013)

    let overall = prediction(everyType).vote(concentration: everyType.wrongAnswerConcentration(options: 3))
    #expect(printed(everyType.observedVote, as: "0.653") == "0.653")
    #expect(printed(overall, as: "0.707") == "0.707")
    #expect(overall - everyType.observedVote > 4 * 0.011)
  }

  @Test("The fit predicts the most confident of five within its error where confidence belongs to the answer")
  func confidencePrediction() {
    // Standard errors as above.
    #expect(printed(fit.observedBestOfConfidence, as: "0.780") == "0.780")
    let predicted = bestOfConfidence(consistency: fit.confidenceConsistency)
    #expect(printed(predicted, as: "0.798") == "0.798")
    #expect(abs(fit.observedBestOfConfidence - predicted) < 2 * 0.011)

    let drawnAnew = bestOfConfidence(consistency: 0)
    #expect(printed(drawnAnew, as: "0.822") == "0.822")
    #expect(drawnAnew - fit.observedBestOfConfidence > 4 * 0.010)
  }

  @Test("The other ways to fit the confidence predict no better")
  func otherConfidenceFits() {
    let byTotalVariance = bestOfConfidence(consistency: fit.consistencyByTotalVariance)
    #expect(printed(byTotalVariance, as: "0.803") == "0.803")
    let overAllPairs = bestOfConfidence(consistency: fit.confidenceConsistency, auroc: fit.pooledAUROC)
    #expect(printed(overAllPairs, as: "0.847") == "0.847")
  }

  @Test("At the published defaults the prediction is the published one")
  func publishedDefaults() {
    let defaults = ProfilePrediction(accuracy: 0.724, errorCorrelation: 0.5)
    // Published as 0.771 and 0.765, from 8,000 to 20,000 simulated questions.
    #expect(abs(defaults.vote(concentration: 0.5) - 0.771) < 0.01)
    let mostConfident = defaults.bestOfConfidence(
      center: 1.9, spread: 0.9, auroc: 0.63, consistency: 0, concentration: 0.5)
    #expect(abs(mostConfident - 0.765) < 0.01)
  }

  private func bestOfConfidence(consistency: Double, auroc: Double? = nil) -> Double {
    prediction(fit).bestOfConfidence(
      center: fit.confidenceCenter, spread: fit.confidenceSpread, auroc: auroc ?? fit.withinItemAUROC,
      consistency: consistency, concentration: fit.wrongAnswerConcentration(options: 3))
  }

  private func prediction(_ fit: SampleFit) -> ProfilePrediction {
    ProfilePrediction(accuracy: fit.accuracy, errorCorrelation: fit.errorCorrelation)
  }

  private func expectPrinted(_ name: String, _ fit: LogNormalFit) {
    expectPrinted(name, [fit.median, fit.sigma])
  }

  private func expectPrinted(_ name: String, _ computed: [Double], location: SourceLocation = #_sourceLocation) {
    let stated = profile.numbers(name)
    #expect(stated.count == computed.count, "\(name): \(stated)", sourceLocation: location)
    for (value, text) in zip(computed, stated) {
      #expect(printed(value, as: text) == text, "\(name) is \(value)", sourceLocation: location)
    }
  }

  /// The value with as many decimals as the text.
  private func printed(_ value: Double, as text: String) -> String {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    return String(format: "%.\(decimals)f", value)
  }
}
