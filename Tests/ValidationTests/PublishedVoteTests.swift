import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

/// Votes of the literature beside what their presets give.
///
/// Each figure is met twice: the quadrature is within a stated distance of the published one, and the simulation agrees
/// with the quadrature by an exact binomial interval. Right code fails one comparison in 10⁷; a difference of the stated
/// size is found with probability 0.99.
@Suite("Published votes")
struct PublishedVoteTests {
  struct Figure: Sendable, CustomTestStringConvertible {
    let preset: String
    let votes: Int
    let published: Double
    /// How far the prediction may be from it.
    let tolerance: Double

    var testDescription: String { "\(preset), \(votes) votes, \(published)" }
  }

  static let figures = [
    // Du et al. (2023): majority of three, each with a standard error of 0.04 and more.
    Figure(preset: "du-arithmetic", votes: 3, published: 0.69, tolerance: 0.01),
    Figure(preset: "du-gsm8k", votes: 3, published: 0.81, tolerance: 0.01),
    // Choi, Zhu and Li (2025), means over seven question sets.
    Figure(preset: "choi-qwen2.5-7b", votes: 1, published: 0.7205, tolerance: 0.001),
    Figure(preset: "choi-qwen2.5-7b", votes: 5, published: 0.7691, tolerance: 0.005),
    Figure(preset: "choi-llama3.1-8b", votes: 5, published: 0.7242, tolerance: 0.005),
    // Wang et al. (2023), PaLM-540B on GSM8K by the number of paths.
    Figure(preset: "palm-540b-gsm8k", votes: 1, published: 0.565, tolerance: 0.001),
    Figure(preset: "palm-540b-gsm8k", votes: 40, published: 0.744, tolerance: 0.005),
    // Li et al. (2024), recalled and not checked: 0.35 with one sample, 0.59 with 40.
    Figure(preset: "llama2-13b-gsm8k", votes: 40, published: 0.59, tolerance: 0.005),
  ]

  @Test("A vote reaches what was published for it", arguments: figures)
  func vote(figure: Figure) async throws {
    let preset = try #require(ProfilePresets.named(figure.preset))
    let predicted = VotePrediction(preset.profile.worker.correctness).accuracy(votes: figure.votes)
    #expect(abs(predicted - figure.published) <= figure.tolerance)
    let tasks = figure.votes == 40 ? 1_000 : 4_000
    let vote = Collaborative(["voters": .integer(figure.votes)])
    let solved = try await ModelSwarm(figure.preset).solved(vote, tasks: tasks)
    expectProportion(solved, of: tasks, equals: predicted, falseAlarm: 1e-7)
    let found = smallestDetectableProportionDifference(n: tasks, p: predicted, falseAlarm: 1e-7, power: 0.99)
    #expect(found < (figure.votes == 40 ? 0.13 : 0.07))
  }

  @Test("Five to ten paths get most of what forty get, one model asked as well as many")
  func selfConsistency() async throws {
    let preset = try #require(ProfilePresets.named("palm-540b-gsm8k"))
    let prediction = VotePrediction(preset.profile.worker.correctness)
    let curve = [1, 5, 10, 20, 40].map { prediction.accuracy(votes: $0) }
    #expect(curve == curve.sorted())
    let gains = curve.map { ($0 - curve[0]) / (curve[4] - curve[0]) }
    #expect(gains[1] > 0.5 && gains[2] > 0.75 && gains[3] > 0.9)
    let tasks = 3_000
    let solved = try await ModelSwarm("palm-540b-gsm8k").solved(
      SelfConsistency(["samples": .integer(10)]), tasks: tasks)
    expectProportion(solved, of: tasks, equals: curve[2], falseAlarm: 1e-7)
    #expect(smallestDetectableProportionDifference(n: tasks, p: curve[2], falseAlarm: 1e-7, power: 0.99) < 0.08)
  }

  @Test("Whoever leaves out the error correlation overstates what a vote gains three to four times")
  func correlation() {
    let gains = [0, 0.5].map { VotePrediction(accuracy: 0.7205, errorCorrelation: $0).accuracy(votes: 5) - 0.7205 }
    #expect((2.8...4).contains(gains[0] / gains[1]))
  }

  // MARK: Selections

  struct Row: Sendable, CustomTestStringConvertible {
    let preset: String
    /// From an independent simulation of 8,000 to 20,000 questions.
    let single, vote, bestByConfidence, bestByJudge, anyRight: Double
    var testDescription: String { preset }
  }

  /// Recomputed, not published: what five answers hold, and what each way to select among them makes of it.
  static let rows = [
    Row(preset: "modern-7b", single: 0.724, vote: 0.771, bestByConfidence: 0.765, bestByJudge: 0.821, anyRight: 0.903),
    Row(
      preset: "open-answers", single: 0.723, vote: 0.814, bestByConfidence: 0.771, bestByJudge: 0.820, anyRight: 0.905),
    Row(
      preset: "hard-four-choice", single: 0.407, vote: 0.433, bestByConfidence: 0.486, bestByJudge: 0.572,
      anyRight: 0.741),
  ]

  // Each known figure has a standard error of at most 0.0055 and each of 2,000 simulated tasks one of at most 0.0112:
  // 0.065 is more than five of both together. Right code fails one comparison in 10⁶, a difference of 0.1 is found.
  @Test("Selections from five answers are as good as an independent simulation found them", arguments: rows)
  func selections(row: Row) throws {
    let tasks = 2_000
    let swarm = ModelSwarm(row.preset)
    var (single, vote, sure, judged, any) = (0, 0, 0, 0, 0)
    for index in 0..<tasks {
      let messages = swarm.answers(index, round: 0, agents: 5, [])
      let rights = messages.map { swarm.isRight($0.answer, to: index) }
      single += rights[0] ? 1 : 0
      vote += swarm.isRight(messages.mostFrequent, to: index) ? 1 : 0
      let confidences = messages.map { $0.answer.confidence ?? 0 }
      sure += rights[confidences.firstIndex(of: confidences.max() ?? 0) ?? 0] ? 1 : 0
      if case .choice(let best) = swarm.judgement(index, agent: 9, .judge, messages) { judged += rights[best] ? 1 : 0 }
      any += rights.contains(true) ? 1 : 0
    }
    let found = [single, vote, sure, judged, any].map { Double($0) / Double(tasks) }
    let known = [row.single, row.vote, row.bestByConfidence, row.bestByJudge, row.anyRight]
    #expect(zip(found, known).allSatisfy { abs($0 - $1) < 0.065 }, "\(found), known \(known)")
    #expect(found[4] > found[3] && found[3] > found[1] - 0.02 && found[3] > found[2] && found[1] > found[0] - 0.01)
  }
}
