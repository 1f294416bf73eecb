import Agents
import RandomStreams
import Statistics
import TestSupport
import Testing

@testable import Experiments

@Suite("Journal of an episode")
struct MetricEpisodeTests {
  @Test("An observed episode is written down as it was played, and the account agrees")
  func observed() async throws {
    let task = SwarmTask(index: 7)
    // Agent 2 is wrong at first, and agent 1 fails once.
    let backend = ScriptedBackend { request in
      if request.turn.agent.index == 1 && request.turn.round == 1 { return Completion(.outage, attempts: 4) }
      return Completion(request.turn.agent.index == 2 && request.turn.round == 0 ? "3" : "0", confidence: 0.8)
    }
    let journal = EpisodeJournal([.calls, .answers, .confidences], of: task, questions: NumberQuestions())
    let episode = Episode(task: task, agentCount: 3, backend: backend, observer: journal)
    let first = try await episode.ask(episode.agents)
    _ = try await episode.ask(episode.agents, reading: first, round: 1)
    let digest = journal.digest()
    let calls = try #require(digest.calls)
    #expect(calls.turns + calls.failureCount() == episode.account.calls)
    #expect(calls.attempts == 5 + 4)
    #expect(calls.turnsByAgent == [2, 1, 2])
    #expect(digest.answers?.firstAnswers == [IntraclassCorrelation.Group(successes: 2, trials: 3)])
    #expect(digest.answers?.rounds.map(\.wrongToRight) == [0, 1])
    #expect(digest.answers?.roundsToConsensus == 2)
    #expect(digest.forecasts.count == 5)
    #expect(digest.timing == nil)
  }

  @Test("What an architecture does is the same with and without a journal")
  func unseen() async throws {
    func account(_ journal: EpisodeJournal?) async throws -> EpisodeAccount {
      let episode = Episode(
        task: SwarmTask(index: 0), agentCount: 2, backend: ScriptedBackend { _ in Completion("0") }, observer: journal)
      _ = try await episode.ask(episode.agents)
      return episode.account
    }
    let journal = EpisodeJournal(MetricSample.everything, of: SwarmTask(index: 0), questions: NumberQuestions())
    #expect(try await account(journal) == account(nil))
    #expect(journal.digest().calls?.turns == 2)
  }

  @Test("A journal of nothing has nothing to say")
  func nothing() {
    #expect(MetricSample.digest([Said(0, "0").with { $0.confidence = 0.5 }], []) == EpisodeDigest())
  }

  @Test("Each text is judged once, however often it is given")
  func judgedOnce() {
    let questions = CountingQuestions()
    let task = SwarmTask(index: 0)
    let journal = EpisodeJournal(.answers, of: task, questions: questions)
    for call in 0..<12 {
      journal.completed(
        CompletionRequest(task: task, turn: Turn(AgentID(call), .answer), call: 0), Completion(String(call % 3)),
        money: 0)
    }
    #expect(questions.asked.values.count == 3)
    #expect(journal.digest().answers?.lastPairs == 66)
    #expect(journal.digest().answers?.equalLastPairs == 18)
  }
}

/// Questions that count how often they are asked what an answer is.
private struct CountingQuestions: QuestionSet {
  static let name = "counting"
  static let summary = "Questions for tests."
  let asked = Recorder<String>()

  init(streams: StreamFamily, wrongAnswers: Int) {}

  init() {}

  func text(of task: SwarmTask, subtask: Int) -> String? { nil }

  func content(ofOption option: Int, to task: SwarmTask, subtask: Int) -> String { String(option) }

  func option(of content: String, to task: SwarmTask, subtask: Int) -> Int? {
    asked.record(content)
    return Int(content)
  }
}
