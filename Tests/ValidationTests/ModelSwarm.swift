import Agents
import RandomStreams
import SwarmArchitectures

/// A swarm of copies of one model that answer at once: who answers what, without a service or a clock.
struct ModelSwarm: Backend {
  private let model: WorkerModel
  let questions: LetterQuestions

  init(_ profile: WorkerProfile, seed: UInt64 = 1) {
    let streams = StreamFamily(rootSeed: seed, replication: 0)
    questions = LetterQuestions(streams: streams, wrongAnswers: profile.correctness.wrongAnswers)
    model = WorkerModel(profile, questions: questions, streams: streams)
  }

  /// A preset's swarm, with some numbers changed.
  init(_ preset: String, seed: UInt64 = 1, _ change: (inout WorkerProfile) -> Void = { _ in }) {
    var profile = (ProfilePresets.named(preset)?.profile ?? ModelProfile()).worker
    change(&profile)
    self.init(profile, seed: seed)
  }

  var now: EpisodeTime { .zero }

  func bound(of request: CompletionRequest) -> TokenUsage { TokenUsage() }

  nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    model.completions(of: [request])[0]
  }

  nonisolated(nonsending) func complete(_ requests: [CompletionRequest]) async throws -> [Completion] {
    model.completions(of: requests)
  }

  /// How many tasks an architecture solves; tasks are independent, so the count is binomial.
  func solved(_ architecture: any SwarmArchitecture, tasks: Int) async throws -> Int {
    var solved = 0
    for index in 0..<tasks {
      let episode = Episode(task: SwarmTask(index: index), agentCount: architecture.agentsNeeded, backend: self)
      if questions.isRight(try await architecture.solve(episode), to: episode.task) { solved += 1 }
    }
    return solved
  }

  /// Whether an answer is right.
  func isRight(_ answer: Answer, to index: Int) -> Bool { questions.isRight(answer, to: SwarmTask(index: index)) }

  /// What one call answers.
  func answer(
    _ index: Int, call: Int = 0, _ instruction: Instruction = .answer, after reading: [Message] = []
  ) -> Answer {
    model.answer(to: request(index, 0, call, instruction, reading))
  }

  /// What agents answer at once, each after its own reading.
  func answers(_ index: Int, round: Int, agents: Int, _ reading: [Message]) -> [Message] {
    let requests = (0..<agents).map { request(index, $0, round, .answer, reading) }
    return model.completions(of: requests).enumerated().map { Message(author: AgentID($0), answer: $1.answer) }
  }

  /// What an agent says about messages.
  func judgement(_ index: Int, agent: Int, _ instruction: Instruction, _ reading: [Message]) -> Judgement? {
    model.judgement(on: request(index, agent, 0, instruction, reading))
  }

  private func request(
    _ index: Int, _ agent: Int, _ call: Int, _ instruction: Instruction, _ reading: [Message]
  ) -> CompletionRequest {
    CompletionRequest(
      task: SwarmTask(index: index), turn: Turn(AgentID(agent), instruction, reading: reading), call: call)
  }
}

extension Sequence<Message> {
  /// The answer given most often; of equals the one that came first.
  var mostFrequent: Answer {
    var counts: [(answer: Answer, votes: Int)] = []
    for message in self where message.answer.content != nil {
      if let place = counts.firstIndex(where: { $0.answer.content == message.answer.content }) {
        counts[place].votes += 1
      } else {
        counts.append((message.answer, 1))
      }
    }
    guard let first = counts.first else { return .none }
    return counts.reduce(first) { $1.votes > $0.votes ? $1 : $0 }.answer
  }
}
