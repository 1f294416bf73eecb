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
  }

  @Test("Requests made together get the completions that each gets alone", arguments: [1.0, 0.5])
  func batches(sharedDifficulty: Double) {
    let model = WorkerModel { profile in
      profile.correctness.sharedDifficulty = sharedDifficulty
      profile.judging.correlation = 0.3
    }
    let judging = [Instruction.judge, .rank, .score, .verify, .bid].enumerated().map { number, instruction in
      CompletionRequest(task: number / 2, instruction, reading: [Message(from: 1, "A"), Message(from: 2, "B")])
    }
    let requests = Self.requests + judging
    let together = model.completions(of: requests)
    #expect(together.map(\.answer) == requests.map { model.answer(to: $0) })
    #expect(together.map(\.judgement) == requests.map { model.judgement(on: $0) })
    #expect(together.suffix(5).allSatisfy { $0.judgement != nil })
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
    let streams = StreamFamily(rootSeed: 1, replication: 0)
    let correctness = WorkerProfile().correctness
    let model = WorkerModel(
      WorkerProfile(),
      curve: DifficultyCurve(accuracy: correctness.accuracy, errorCorrelation: correctness.errorCorrelation),
      questions: LetterQuestions(streams: streams, wrongAnswers: 3), streams: streams)
    #expect(Self.requests.map { model.answer(to: $0) } == Self.requests.map { WorkerModel().answer(to: $0) })
  }

  @Test("The numbers of one part of the profile change nothing that another part draws")
  func separateStreams() {
    let sure = WorkerModel { profile in
      profile.confidence.center = 8
      profile.judging.accuracy = 0.9
      profile.reading.reflectionFlip = 0
    }
    let contents = Self.requests.map { sure.answer(to: $0).content }
    #expect(contents == Self.requests.map { WorkerModel().answer(to: $0).content })
  }

  @Test("A task tried anew is the same task with other answers")
  func attempts() {
    let model = WorkerModel { $0.makeTasksAlike(accuracy: 0.5) }
    let answers = (0..<2).map { attempt in
      (0..<40).map { model.answer(to: CompletionRequest(SwarmTask(index: $0, attempt: attempt))).content }
    }
    #expect(answers[0] != answers[1])
    #expect(
      (0..<40).allSatisfy {
        model.solution(of: SwarmTask(index: $0, attempt: 1)) == model.solution(of: SwarmTask(index: $0))
      })
  }

  @Test("Who is told to plan or to summarize gives no answer", arguments: [Instruction.plan, .summarize])
  func silent(instruction: Instruction) {
    #expect(WorkerModel().answer(to: CompletionRequest(instruction)) == .none)
    #expect(WorkerModel().judgement(on: CompletionRequest(instruction)) == nil)
  }

  @Test("A completion holds an answer to each subtask only where the whole task is to be answered")
  func parts() {
    let task = SwarmTask(index: 0, structure: TaskStructure(dependencies: [[], [0], [1]]))
    #expect(WorkerModel.parts(of: CompletionRequest(task)) == 3)
    #expect(WorkerModel.parts(of: CompletionRequest(task, subtask: 1)) == 1)
    #expect(WorkerModel.parts(of: CompletionRequest(task, .judge)) == 1)
    #expect(WorkerModel.parts(of: CompletionRequest()) == 1)
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
}
