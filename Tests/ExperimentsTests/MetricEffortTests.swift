import Agents
import RunRecords
import TestSupport
import Testing

@testable import Experiments

@Suite("Metrics of effort and success")
struct MetricEffortTests {
  private func account(calls: Int, prompt: Int, completion: Int, cached: Int = 0, read: Int = 0) -> EpisodeAccount {
    var account = EpisodeAccount()
    account.calls = calls
    account.messagesRead = read
    account.usage = TokenUsage(
      prompt: TokenCount(prompt), completion: TokenCount(completion), cached: TokenCount(cached))
    account.money = Double(prompt) / 1e6
    return account
  }

  @Test("Accounts are averaged over tasks")
  func accounts() throws {
    let run = RunObservations(
      outcomes: [
        MetricSample.outcome(0, account: account(calls: 3, prompt: 300, completion: 60, cached: 40, read: 6)),
        MetricSample.outcome(
          1, isSolved: false, account: account(calls: 1, prompt: 100, completion: 20)),
      ], services: [])
    let expected: [(String, Double)] = [
      ("accuracy", 50), ("calls", 2), ("tokens", 240), ("prompt_tokens", 200), ("completion_tokens", 40),
      ("cached_tokens", 20), ("messages", 3), ("cost", 0.2), ("success_per_mtok", 1e6 / 480),
    ]
    for (name, value) in expected { #expect(isNear(try #require(run.value(name)), value), "\(name)") }
  }

  @Test("Tries, turns and failures are counted by call")
  func calls() throws {
    let said = [
      Said(0, "0"), Said(1, "0").with { $0.attempts = 3 }, Said(2, nil).with { $0.failure = .timeout },
      Said(2, nil).with {
        $0.failure = .serverError
        $0.attempts = 2
      }, Said(0, nil).with { $0.instruction = .plan },
    ]
    let digest = MetricSample.digest(said)
    let run = RunObservations(
      outcomes: [
        MetricSample.outcome(0, account: account(calls: 5, prompt: 1, completion: 1, read: 6), digest),
        MetricSample.outcome(1, MetricSample.digest([Said(0, "1")])),
      ], services: [])
    let expected: [(String, Double)] = [
      ("attempts", 9.0 / 6), ("turns", 2), ("message_density", 6.0 / 4), ("failures", 1), ("failure_share", 200.0 / 6),
      ("failures_timeout", 0.5), ("failures_server_error", 0.5),
    ]
    for (name, value) in expected { #expect(isNear(try #require(run.value(name)), value), "\(name)") }
    #expect(run.value("failures_outage") == 0)
  }

  @Test("Every kind of failure has its metric")
  func kinds() {
    let names = Set(StandardMetric.all.map(\.name))
    for kind in CompletionFailure.allCases {
      #expect(names.contains("failures_" + kind.rawValue.replacing("-", with: "_")))
    }
  }

  @Test("Agents with one type of task each are specialised, agents with the same tasks are not")
  func specialization() throws {
    func run(_ agents: [[Int]]) -> RunObservations {
      RunObservations(
        outcomes: agents.enumerated().map { task, agents in
          MetricSample.outcome(task, type: task % 2, MetricSample.digest(agents.map { Said($0, "0") }))
        }, services: [])
    }
    #expect(isNear(try #require(run([[0], [1], [0], [1]]).value("specialization")), 1))
    #expect(abs(try #require(run([[0, 1], [1, 0]]).value("specialization"))) < 1e-12)
    // Agent 0 does both types, agent 1 and 2 one each: I/H = 1 - H(type | agent)/H(type) = 1 - (2/4) · 1 / 1.
    #expect(isNear(try #require(run([[0, 1], [0, 2]]).value("specialization")), 0.5))
  }

  @Test("Attempts at a task belong together")
  func attempts() throws {
    // Solved by 3, 0 and 1 of three attempts, recorded out of order.
    let solved = [[true, true, true], [false, false, false], [false, true, false]]
    let outcomes = (0..<9).reversed().map { place in
      MetricSample.outcome(place % 3, attempt: place / 3, isSolved: solved[place % 3][place / 3])
    }
    let run = RunObservations(outcomes: outcomes, services: [], attempts: 3)
    #expect(isNear(try #require(run.value("pass_at_k")), 200.0 / 3))
    #expect(isNear(try #require(run.value("pass_hat_k")), 100.0 / 3))
    // Deviations by task, in shares: 3 - 4/3, -4/3, 1 - 4/3; times 3/2, by 9.
    let squares = (25.0 + 16 + 1) / 9
    #expect(isNear(try #require(run.value("accuracy_se")), 100 * (squares * 3 / 2).squareRoot() / 9))
    // A task that is short of attempts says nothing of so many.
    #expect(RunObservations(outcomes: outcomes, services: [], attempts: 4).value("pass_at_k") == nil)
  }
}
