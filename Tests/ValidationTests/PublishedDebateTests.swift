import Agents
import RandomStreams
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

/// Debates of the literature beside what their presets give: Du et al. (2023), arXiv:2305.14325, where debate gains,
/// and Choi, Zhu and Li (2025), arXiv:2508.17536, where it loses against the vote that it starts from.
///
/// Right code fails one comparison in 10⁷. What a comparison allows is the stated tolerance of the fit and 5.4 standard
/// errors of the simulation; for the tables of Du et al. the published standard errors, 0.023 and more, are not used.
@Suite("Published debates")
struct PublishedDebateTests {
  struct Figure: Sendable, CustomTestStringConvertible {
    let preset: String
    let debaters: Int
    /// First answers included.
    let rounds: Int
    let published: Double
    let tolerance: Double

    var testDescription: String { "\(preset), \(debaters) debaters, \(rounds) rounds, \(published)" }
  }

  static let figures = [
    Figure(preset: "du-arithmetic", debaters: 3, rounds: 2, published: 0.818, tolerance: 0.01),
    Figure(preset: "du-gsm8k", debaters: 3, rounds: 2, published: 0.85, tolerance: 0.01),
    Figure(preset: "choi-qwen2.5-7b", debaters: 5, rounds: 3, published: 0.7377, tolerance: 0.01),
    Figure(preset: "choi-qwen2.5-7b", debaters: 5, rounds: 6, published: 0.7065, tolerance: 0.01),
    Figure(preset: "choi-llama3.1-8b", debaters: 5, rounds: 3, published: 0.699, tolerance: 0.01),
  ]

  // With 2,000 tasks 5.4 standard errors are at most 0.055: with the tolerance, and at a power of 0.99, a difference of
  // 0.09 is found.
  @Test("A debate reaches what was published for it", arguments: figures)
  func debate(figure: Figure) async throws {
    let tasks = figure.rounds > 3 ? 1_500 : 2_000
    let debate = Debate(["debaters": .integer(figure.debaters), "rounds": .integer(figure.rounds)])
    let solved = try await ModelSwarm(figure.preset).solved(debate, tasks: tasks)
    let found = Double(solved) / Double(tasks)
    let error = (found * (1 - found) / Double(tasks)).squareRoot()
    #expect(abs(found - figure.published) < figure.tolerance + 5.4 * error, "\(found) ± \(error)")
  }

  // The same tasks and first answers on both sides: differences are paired, with deviations below 0.008 at 2,000 tasks.
  // They are 0.03 and more: right code fails one seed in 10⁴, and a difference of the wrong sign is found as surely.
  @Test("The same debate gains with the presets of Du et al. and loses with those of Choi et al.")
  func bothSides() async throws {
    let tasks = 2_000
    for (preset, size, sign) in [("du-arithmetic", 3, 1), ("du-gsm8k", 3, 1), ("choi-qwen2.5-7b", 5, -1)] {
      let swarm = ModelSwarm(preset)
      let vote = try await swarm.solved(Collaborative(["voters": .integer(size)]), tasks: tasks)
      let debate = try await swarm.solved(Debate(["debaters": .integer(size), "rounds": .integer(3)]), tasks: tasks)
      #expect((debate - vote) * sign > 0, "\(preset): vote \(vote), debate \(debate)")
    }
  }

  // 6,000 tasks: 5.4 standard errors are at most 0.033.
  @Test(
    "Looking over the own answer helps in arithmetic and harms on GSM8K, as published",
    arguments: [("du-arithmetic", 0.721), ("du-gsm8k", 0.75)])
  func reflection(preset: String, published: Double) {
    let tasks = 6_000
    let swarm = ModelSwarm(preset)
    let solved = (0..<tasks).count { index in
      let first = Message(author: AgentID(0), answer: swarm.answer(index))
      return swarm.isRight(swarm.answer(index, call: 1, .reflect, after: [first]), to: index)
    }
    expectProportion(solved, of: tasks, equals: published, falseAlarm: 1e-7)
    #expect(smallestDetectableProportionDifference(n: tasks, p: published, falseAlarm: 1e-7, power: 0.99) < 0.06)
  }

  // Without new answers nothing that is weighed reaches the published 0.818: the best selection ends far below. Any
  // right answer among three is the bound of all selections; it is missed in a quarter of the tasks.
  @Test("No selection among the first answers explains the debate in arithmetic: a misfit without rederivation")
  func selectionIsNotEnough() async throws {
    let preset = try #require(ProfilePresets.named("du-arithmetic"))
    let bound = VotePrediction(preset.profile.worker.correctness).anyRight(answers: 3)
    #expect((0.74...0.76).contains(bound))
    let tasks = 1_500
    let swarm = ModelSwarm("du-arithmetic") { profile in
      profile.reading.rederivation = 0
      profile.reading.correctPull = 100
    }
    let solved = try await swarm.solved(Debate(), tasks: tasks)
    #expect(Double(solved) / Double(tasks) < 0.818 - 0.03)
  }

  // MARK: Interventions

  private enum Intervention: CaseIterable {
    case vanilla, conformist, follower, oracle
  }

  /// Accuracy of the vote after the first answers and after each exchange, up to five.
  private func accuracies(_ intervention: Intervention, tasks: Int) -> [Double] {
    let swarm = ModelSwarm("choi-qwen2.5-7b") { $0.reading.lockIn = intervention == .oracle ? .right : .none }
    let choices = StreamFamily(rootSeed: 1, replication: 0).named("follow")
    var solved = Array(repeating: 0, count: 6)
    for index in 0..<tasks {
      var (history, last): ([Message], [Message]) = ([], [])
      for round in 0...5 {
        let majority = last.mostFrequent
        var said = swarm.answers(index, round: round, agents: 5, history)
        for agent in said.indices where round > 0 {
          var choice = choices.stream(for: StreamEntity(task: index, agent: agent, call: round))
          switch intervention {
          case .conformist where last[agent].answer.content == majority.content: said[agent] = last[agent]
          case .follower where choice.bernoulli(0.3): said[agent].answer = majority
          case .vanilla, .conformist, .follower, .oracle: break
          }
        }
        if swarm.isRight(said.mostFrequent, to: index) { solved[round] += 1 }
        history += said
        last = said
      }
    }
    return solved.map { Double($0) / Double(tasks) }
  }

  // Published: vanilla 0.705 to 0.738, conformist 0.7524, follower 0.7577, oracle 0.8289. All four see the same tasks and
  // first answers, so that differences have deviations below 0.009 at 1,500 tasks. In 40,000 they were 0.708,
  // 0.773, 0.739 and 0.921: right code fails one seed in 10⁴.
  @Test("Interventions rank as published but for the pair that no model of this form puts in order")
  func interventions() {
    let found = Intervention.allCases.map { accuracies($0, tasks: 1_500) }
    #expect(Set(found.map { $0[0] }).count == 1)
    let (vanilla, conformist, follower, oracle) = (found[0][5], found[1][5], found[2][5], found[3][5])
    #expect(oracle > conformist && conformist > vanilla && follower > vanilla)
    // The misfits: the paper has the follower just above the conformist, and an oracle of 0.83.
    #expect(conformist > follower)
    #expect(oracle > 0.87)
  }

  // Known: 14 to 15 % and 33 to 36 %, recomputed independently for the first exchange at the defaults. Over 7,000 right
  // and 2,700 wrong answers deviations are below 0.007 and 0.02, since answers to one task go together.
  @Test("In one exchange 15 of 100 right answers turn wrong, and 35 of 100 wrong ones right")
  func flips() {
    let swarm = ModelSwarm("default")
    var (rights, lost, wrongs, won) = (0, 0, 0, 0)
    for index in 0..<2_000 {
      let first = swarm.answers(index, round: 0, agents: 5, [])
      let second = swarm.answers(index, round: 1, agents: 5, first)
      for (before, after) in zip(first, second) {
        let isRight = swarm.isRight(after.answer, to: index)
        if swarm.isRight(before.answer, to: index) {
          rights += 1
          lost += isRight ? 0 : 1
        } else {
          wrongs += 1
          won += isRight ? 1 : 0
        }
      }
    }
    #expect((0.12...0.18).contains(Double(lost) / Double(rights)))
    #expect((0.28...0.42).contains(Double(won) / Double(wrongs)))
  }

  // 37 % of answers change under reflection alone on MMLU-Pro (summarised, not checked), which is hard: by quadrature
  // 0.75 times the chance that two answers differ. 4,000 tasks: 5.4 standard errors are 0.041.
  @Test("On hard questions more than a third of the answers change when they are looked over")
  func reflectionFlips() {
    let tasks = 4_000
    let swarm = ModelSwarm("hard-four-choice")
    let changed = (0..<tasks).count { index in
      let first = swarm.answer(index)
      let second = swarm.answer(index, call: 1, .reflect, after: [Message(author: AgentID(0), answer: first)])
      return second.content != first.content
    }
    expectProportion(changed, of: tasks, equals: 0.37, falseAlarm: 1e-7)
  }
}
