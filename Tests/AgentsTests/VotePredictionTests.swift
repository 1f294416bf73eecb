import Agents
import RandomStreams
import TestSupport
import Testing

@Suite("Vote prediction")
struct VotePredictionTests {
  @Test("One vote is one answer, and two votes are no better", arguments: [(0.724, 0.5), (0.3, 0), (0.9, 0.95)])
  func fewVotes(accuracy: Double, correlation: Double) {
    let prediction = VotePrediction(accuracy: accuracy, errorCorrelation: correlation)
    #expect(abs(prediction.accuracy(votes: 1) - accuracy) < 1e-9)
    #expect(abs(prediction.accuracy(votes: 2) - accuracy) < 1e-9)
  }

  @Test("Without correlation and with one wrong answer it is the jury theorem", arguments: [3, 5, 9, 101])
  func jury(votes: Int) {
    let prediction = VotePrediction(accuracy: 0.6, errorCorrelation: 0, wrongAnswers: 1)
    var (chance, sum) = (1.0, 0.0)
    for _ in 0..<votes { chance *= 0.4 }
    for right in 0...votes {
      if 2 * right > votes { sum += chance }
      chance *= 1.5 * Double(votes - right) / Double(right + 1)
    }
    #expect(abs(prediction.accuracy(votes: votes) - sum) < 1e-9)
  }

  // 0.772454 was found for this model by enumerating all ways in which wrong answers fall on three options.
  @Test("At the defaults a vote of five reaches 0.7725")
  func defaults() {
    #expect(abs(VotePrediction(WorkerProfile().correctness).accuracy(votes: 5) - 0.772454) < 1e-6)
  }

  // A right implementation fails one case in 10⁷; a difference of 0.06 is found with probability 0.99.
  @Test(
    "It is what a simulated vote reaches",
    arguments: [(3, 3, 0.5), (8, 3, 0.1), (5, 20, 0.5), (7, 2, 40), (40, 20, 1)] as [(Int, Int, Double)])
  func simulation(votes: Int, wrongAnswers: Int, concentration: Double) {
    let tasks = votes > 20 ? 3_000 : 5_000
    let model = WorkerModel { profile in
      profile.correctness.accuracy = 0.55
      profile.correctness.wrongAnswers = wrongAnswers
      profile.correctness.wrongAnswerConcentration = concentration
    }
    let solved = (0..<tasks).count { index in
      let task = SwarmTask(index: index)
      let requests = (0..<votes).map { CompletionRequest(task, agent: $0) }
      var counts: [(content: String, votes: Int)] = []
      for content in model.completions(of: requests).compactMap(\.answer.content) {
        if let place = counts.firstIndex(where: { $0.content == content }) {
          counts[place].votes += 1
        } else {
          counts.append((content, 1))
        }
      }
      let winner = counts.reduce(counts[0]) { $1.votes > $0.votes ? $1 : $0 }
      return winner.content == model.solution(of: task)
    }
    let expected = VotePrediction(
      accuracy: 0.55, errorCorrelation: 0.5, wrongAnswers: wrongAnswers, concentration: concentration
    ).accuracy(votes: votes)
    expectProportion(solved, of: tasks, equals: expected, falseAlarm: 1e-7)
    #expect(smallestDetectableProportionDifference(n: tasks, p: expected, falseAlarm: 1e-7, power: 0.99) < 0.08)
  }

  @Test("The error correlation is found from the vote that it gives", arguments: [0.1, 0.5, 0.8])
  func inverse(correlation: Double) {
    let prediction = VotePrediction(accuracy: 0.6, errorCorrelation: correlation, wrongAnswers: 20)
    let found = VotePrediction.errorCorrelation(
      reaching: prediction.accuracy(votes: 5), votes: 5, accuracy: 0.6, wrongAnswers: 20)
    #expect(abs(found - correlation) < 1e-6)
  }

  @Test("Some answer is right more often than the vote, all are right less often than one")
  func bounds() {
    let prediction = VotePrediction(accuracy: 0.6, errorCorrelation: 0.4)
    #expect(prediction.anyRight(answers: 5) > prediction.accuracy(votes: 5))
    #expect(abs(prediction.anyRight(answers: 1) - 0.6) < 1e-9)
    // Two answers: p̄² + ρ p̄ (1 - p̄).
    #expect(abs(prediction.allRight(answers: 2) - (0.36 + 0.4 * 0.24)) < 1e-9)
  }

  @Test("Extreme numbers give probabilities", arguments: [(0.01, 0.95), (0.99, 0.95), (0.5, 0)], [0.001, 1e6])
  func extremes(numbers: (Double, Double), concentration: Double) {
    let prediction = VotePrediction(
      accuracy: numbers.0, errorCorrelation: numbers.1, wrongAnswers: 25, concentration: concentration)
    #expect((0...1).contains(prediction.accuracy(votes: 60)))
  }
}
