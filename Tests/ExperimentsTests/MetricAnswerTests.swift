import Agents
import Statistics
import TestSupport
import Testing

@testable import Experiments

@Suite("Metrics of who is right and who agrees")
struct MetricAnswerTests {
  @Test("Of first answers: correlation, effective votes, and the same wrong answer")
  func firstAnswers() throws {
    let run = MetricSample.run([
      // The second answer of an agent, and what others than answerers say, does not count.
      [
        Said(0, "0"), Said(1, "00"), Said(2, "4"), Said(2, "0", round: 1),
        Said(3, "0").with { $0.instruction = .merge },
      ],
      [Said(0, "1"), Said(1, "1"), Said(2, "2")],
      // An answer that cannot be read is wrong, but the same as no other.
      [Said(0, "0"), Said(1, nil), Said(2, "3")],
      [Said(0, "0"), Said(1, "0"), Said(2, "0")],
    ])
    #expect(run.outcomes.map(\.digest.answers?.firstAnswers.first?.successes) == [2, 0, 1, 3])
    // 6 of 12 are right: MSB = (14/3 - 3) / 3, MSW = (6 - 14/3) / 8, n = 3.
    let (between, within) = (5.0 / 9, 1.0 / 6)
    let correlation = (between - within) / (between + 2 * within)
    #expect(isNear(try #require(run.value("error_correlation")), correlation))
    #expect(isNear(try #require(run.value("effective_votes")), 3 / (1 + 2 * correlation)))
    // Pairs of wrong ones: three in the second task, one of which is the same.
    #expect(isNear(try #require(run.value("same_wrong")), 100.0 / 3))
  }

  @Test("An agent that is asked again because it could not be read has one first answer")
  func repeated() {
    let answers = MetricSample.digest([Said(0, nil), Said(1, "1"), Said(0, "0")]).answers
    #expect(answers?.firstAnswers.map(\.trials) == [2])
    #expect(answers?.firstAnswers.map(\.successes) == [1])
  }

  @Test("Of last answers: redundancy, wrong consensus and the right minority that lost")
  func lastAnswers() throws {
    let run = MetricSample.run(
      [
        // All agree on the wrong one in the end.
        [Said(0, "1"), Said(1, "0"), Said(1, "1", round: 1).with { $0.instruction = .reflect }, Said(2, "1")],
        // One of three is right and loses; of the others, in the next two, it does not lose, or is no minority.
        [Said(0, "0"), Said(1, "2"), Said(2, "2")],
        [Said(0, "0"), Said(1, "2"), Said(2, "3")],
        [Said(0, "0"), Said(1, "2")],
        // One agent agrees with nobody.
        [Said(0, "1")],
      ], unsolved: [0, 1, 3, 4])
    #expect(run.value("consensus_wrong") == 25)
    #expect(run.value("minority_right") == 25)
    #expect(isNear(try #require(run.value("redundancy")), 4.0 / 10))
  }

  @Test("Answers are the same as options, or else letter by letter")
  func same() {
    let said = [Said(0, "1"), Said(1, "01"), Said(2, "x"), Said(3, "x"), Said(4, "y")]
    let answers = MetricSample.digest(said).answers
    #expect(answers?.lastPairs == 10)
    #expect(answers?.equalLastPairs == 2)
    #expect(answers?.sameWrongPairs == 2)
  }

  @Test("Answers that one agent gives in one round are samples, each with a voice")
  func samples() throws {
    let run = MetricSample.run([
      [Said(0, "0"), Said(0, "1"), Said(0, "1"), Said(0, nil)],
      // Samples of the first round and of the last; what lies between has no voice in either.
      [
        Said(0, "0"), Said(0, nil), Said(0, "0"), Said(0, "1", round: 1), Said(0, "2", round: 2),
        Said(0, "2", round: 2),
      ],
    ])
    #expect(run.outcomes.map(\.digest.answers?.firstAnswers.first?.trials) == [4, 2])
    #expect(run.outcomes.map(\.digest.answers?.firstAnswers.first?.successes) == [1, 2])
    #expect(run.value("same_wrong") == 100)
    #expect(run.value("consensus_wrong") == 50)
    #expect(run.value("redundancy") == 0.5)
    #expect(run.value("time_to_consensus") == nil)
  }

  @Test("What an agent reconsiders within a round takes the place of what it said")
  func reconsidered() {
    let answers = MetricSample.digest([Said(0, "1"), Said(0, "0").with { $0.instruction = .reflect }, Said(1, "0")])
      .answers
    #expect(answers?.lastPairs == 1)
    #expect(answers?.equalLastPairs == 1)
  }

  @Test("Any answer that is right is one that the swarm could have given")
  func anyCorrect() {
    let run = MetricSample.run(
      [
        [Said(0, "0"), Said(1, "1")],
        [Said(0, "1"), Said(0, "0", round: 1), Said(0, "1", round: 2)],
        [Said(0, "1"), Said(1, "0").with { $0.instruction = .merge }],
        [Said(0, "1"), Said(1, nil)],
      ], unsolved: [1, 2, 3])
    #expect(run.value("any_correct") == 75)
    #expect(run.value("regret") == 50)
  }

  @Test("A divided task has a question for each subtask")
  func divided() {
    let structure = TaskStructure(dependencies: [[], []])
    func said(_ agent: Int, _ content: String, _ subtask: Int?) -> Said {
      Said(agent, content).with { $0.subtask = subtask }
    }
    let half = MetricSample.digest([said(0, "0", 0), said(1, "1", 0), said(0, "1", 1)], structure: structure)
    #expect(half.answers?.firstAnswers.map(\.trials) == [2, 1])
    #expect(half.answers?.sharedQuestions == 1)
    #expect(half.answers?.isAnyRight == false)
    let whole = MetricSample.digest([said(0, "0", 0), said(1, "0", 1)], structure: structure)
    #expect(whole.answers?.isAnyRight == true)
    let joined = MetricSample.digest([said(0, "0|0", nil), said(1, "0|1", nil)], structure: structure)
    #expect(joined.answers?.firstAnswers.map(\.successes) == [1])
    #expect(joined.answers?.isAnyRight == true)
  }

  @Test("The answer to the only subtask is the answer to the task")
  func undivided() {
    let answers = MetricSample.digest([Said(0, "0").with { $0.subtask = 0 }, Said(1, "0")]).answers
    #expect(answers?.firstAnswers.map(\.trials) == [2])
  }

  @Test("A call that failed gives no answer")
  func failed() {
    let answers = MetricSample.digest([Said(0, "0").with { $0.failure = .timeout }, Said(1, "1")]).answers
    #expect(answers?.firstAnswers.map(\.trials) == [1])
    #expect(answers?.isAnyRight == false)
  }

  @Test("Confidences are those of agents' answers, of all rounds, but not of those who argue the other side")
  func confidences() throws {
    func sure(_ said: Said, _ confidence: Double) -> Said { said.with { $0.confidence = confidence } }
    let run = MetricSample.run([
      [
        sure(Said(0, "0"), 0.9), sure(Said(1, "1"), 0.9), sure(Said(0, "0", round: 1), 1),
        sure(Said(2, "0"), 0.1).with { $0.instruction = .oppose }, sure(Said(3, nil), 0.5), sure(Said(3, "0"), 1.5),
        Said(4, "0"),
      ]
    ])
    #expect(run.forecasts.map(\.probability) == [0.9, 0.9, 1])
    #expect(isNear(try #require(run.value("brier")), (0.01 + 0.81) / 3))
    #expect(isNear(try #require(run.value("ece")), (2 * 0.4) / 3))
    #expect(isNear(try #require(run.value("brier_uncertainty")), 2.0 / 9))
    #expect(isNear(try #require(run.value("brier_reliability")), 2 * 0.16 / 3))
    #expect(isNear(try #require(run.value("brier_resolution")), (2 * pow2(0.5 - 2.0 / 3) + pow2(1.0 / 3)) / 3))
    #expect(run.value("auroc") == 0.75)
  }

  private func pow2(_ value: Double) -> Double { value * value }
}
