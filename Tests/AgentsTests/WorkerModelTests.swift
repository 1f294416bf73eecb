import Agents
import RandomStreams
import Testing

@Suite("Worker model")
struct WorkerModelTests {
  /// Calls of all kinds: tasks, agents, calls, with and without reading.
  private static let requests: [CompletionRequest] = (0..<40).map { number in
    let reading = number.isMultiple(of: 3) ? [Message(from: 1, "A"), Message(from: 2, "C")] : []
    return CompletionRequest(
      task: number % 5, agent: number % 4, call: number / 20, number % 7 == 6 ? .merge : .answer, reading: reading)
  }

  @Test("The same request gets the same completion, whatever was asked before")
  func stateless() {
    let (model, other) = (WorkerModel(), WorkerModel())
    let forwards = Self.requests.map { model.answer(to: $0) }
    let backwards = Array(Self.requests.reversed().map { other.answer(to: $0) }.reversed())
    #expect(forwards == backwards)
    #expect(Self.requests.map { model.usage(of: $0) } == Self.requests.map { other.usage(of: $0) })
    let usage = TokenUsage(completion: TokenCount(100))
    let seconds = Self.requests.map { model.serviceSeconds(of: $0, usage: usage) }
    #expect(seconds == Self.requests.map { other.serviceSeconds(of: $0, usage: usage) })
  }

  @Test("Another replication is other tasks with other answers")
  func replications() {
    let answers = (0..<3).map { replication in
      let model = WorkerModel(replication: replication)
      return (0..<20).map { model.answer(to: CompletionRequest(task: $0)) }
    }
    #expect(Set(answers).count == 3)
  }

  @Test("A curve that was solved before gives the same worker")
  func sharedCurve() {
    let model = WorkerModel(WorkerProfile(), streams: StreamFamily(rootSeed: 1, replication: 0))
    #expect(Self.requests.map { model.answer(to: $0) } == Self.requests.map { WorkerModel().answer(to: $0) })
  }

  @Test("The numbers of one part of the profile change nothing that another part draws")
  func separateStreams() {
    let slow = WorkerModel { profile in
      profile.firstToken = Lognormal(median: 9, sigma: 2)
      profile.speed = Lognormal(median: 1, sigma: 0)
      profile.completionTokens = Lognormal(median: 5, sigma: 0)
    }
    #expect(Self.requests.map { slow.answer(to: $0) } == Self.requests.map { WorkerModel().answer(to: $0) })
    let sure = WorkerModel { $0.confidence.center = 8 }
    let contents = Self.requests.map { sure.answer(to: $0).content }
    #expect(contents == Self.requests.map { WorkerModel().answer(to: $0).content })
  }

  @Test("Who is told to plan gives no answer, and says something all the same")
  func plans() {
    let request = CompletionRequest(.plan)
    #expect(WorkerModel().answer(to: request) == .none)
    #expect(WorkerModel().usage(of: request).completion > .zero)
  }

  @Test("Answers are labelled by the first letters, one for each option", arguments: [1, 3, 25])
  func labels(wrongAnswers: Int) {
    let model = WorkerModel { profile in
      profile.makeTasksAlike(accuracy: 0.2)
      profile.correctness.wrongAnswers = wrongAnswers
      profile.correctness.wrongAnswerConcentration = 1e3
    }
    let labels = Set((0..<1_000).compactMap { model.answer(to: CompletionRequest(task: $0)).content })
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".prefix(wrongAnswers + 1)).map(String.init)
    #expect(labels.sorted() == alphabet)
  }

  @Test("A call reads the task's text and the whole length of every message, its own included")
  func promptTokens() {
    let alone = WorkerModel().usage(of: CompletionRequest(task: 3))
    let reading = [
      Message(from: 0, "A", tokens: 20), Message(from: 1, nil, tokens: 3), Message(from: 2, "B", tokens: 100),
    ]
    let after = WorkerModel().usage(of: CompletionRequest(task: 3, reading: reading))
    #expect(after.prompt == alone.prompt + TokenCount(123))
    #expect(after.completion == alone.completion)
    // The text is the task's: another agent and another call read the same one, and write another one.
    let other = WorkerModel().usage(of: CompletionRequest(task: 3, agent: 1, call: 2))
    #expect(other.prompt == alone.prompt)
    #expect(other.completion != alone.completion)
  }

  @Test(
    "Lengths are whole numbers of at least 1", arguments: [(0.01, 1), (151.4, 151), (2.5, 2), (1e300, 1_000_000_000)])
  func tokenRange(median: Double, tokens: Int) {
    let model = WorkerModel { $0.completionTokens = Lognormal(median: median, sigma: 0) }
    #expect(model.usage(of: CompletionRequest()).completion == TokenCount(tokens))
  }

  @Test("A call takes the time to the first token and then the speed's time for each token")
  func serviceTime() {
    let model = WorkerModel { profile in
      profile.firstToken = Lognormal(median: 0.5, sigma: 0)
      profile.speed = Lognormal(median: 80, sigma: 0)
    }
    let usage = TokenUsage(prompt: TokenCount(1_000), completion: TokenCount(120))
    #expect(model.serviceSeconds(of: CompletionRequest(), usage: usage) == 2)
  }
}
