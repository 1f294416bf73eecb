import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

/// Condorcet (1785): when voters are right independently of each other, each with probability above one half, the
/// majority is right more often than any of them.
@Suite("Jury theorem")
struct JuryTheoremTests {
  @Test("Majority vote of independent voters follows the jury theorem", arguments: [1, 3, 5, 9], [0.4, 0.6, 0.75])
  func independent(voters: Int, accuracy: Double) async throws {
    let tasks = 4_000
    var profile = WorkerProfile()
    profile.correctness.accuracy = accuracy
    profile.correctness.errorCorrelation = 0
    // With one wrong answer plurality is majority.
    profile.correctness.wrongAnswers = 1
    let vote = Collaborative(["voters": .integer(voters)])
    let solved = try await countSolved(vote, profile, tasks: tasks)
    // Exact binomial interval, its level shared by the twelve cases: right code fails one seed in 10⁷, a probability
    // that is off by 0.06 is found with probability above 0.99.
    let falseAlarm = 1e-7 / 12
    expectProportion(solved, of: tasks, equals: majority(of: voters, accuracy), falseAlarm: falseAlarm)
    #expect(smallestDetectableProportionDifference(n: tasks, p: 0.5, falseAlarm: falseAlarm, power: 0.99) < 0.07)
  }

  @Test("With strongly correlated errors a vote is worth little more than one voter")
  func correlated() async throws {
    var profile = WorkerProfile()
    profile.correctness.errorCorrelation = 0.9
    profile.correctness.wrongAnswers = 1
    let (tasks, accuracy) = (4_000, profile.correctness.accuracy)
    let counts = ProfilePrediction(accuracy: accuracy, errorCorrelation: 0.9).correctCounts
    let exact = counts[3...].reduce(0, +)
    #expect(exact - accuracy < 0.02)
    #expect(majority(of: 5, accuracy) - accuracy > 0.13)
    // Exact binomial interval: right code fails one seed in 10⁷, a vote of independent voters is found for certain.
    let solved = try await countSolved(Collaborative(), profile, tasks: tasks)
    expectProportion(solved, of: tasks, equals: exact, falseAlarm: 1e-7)
  }

  /// The probability that more than half of an odd number of independent voters are right.
  private func majority(of voters: Int, _ accuracy: Double) -> Double {
    var (sum, coefficient) = (0.0, 1.0)
    for right in 0...voters {
      if right > voters / 2 {
        var term = coefficient
        for _ in 0..<right { term *= accuracy }
        for _ in right..<voters { term *= 1 - accuracy }
        sum += term
      }
      coefficient = coefficient * Double(voters - right) / Double(right + 1)
    }
    return sum
  }
}
