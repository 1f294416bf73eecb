import Agents
import RandomStreams
import SimulationKernel
import TestSupport

@testable import Experiments

/// Questions whose answers are written as the number of their option: `0` is right, `00` too.
struct NumberQuestions: QuestionSet {
  static let name = "numbers"
  static let summary = "Questions for tests."

  init(streams: StreamFamily, wrongAnswers: Int) {}

  init() {}

  func text(of task: SwarmTask, subtask: Int) -> String? { nil }

  func content(ofOption option: Int, to task: SwarmTask, subtask: Int) -> String { String(option) }

  func option(of content: String, to task: SwarmTask, subtask: Int) -> Int? { Int(content) }
}

/// One completion as a test writes it.
struct Said {
  var agent: Int
  var content: String?
  var round = 0
  var instruction = Instruction.answer
  var confidence: Double?
  var subtask: Int?
  /// When it was made, taken up and answered.
  var seconds = (0.0, 0.0, 0.0)
  var attempts = 1
  var failure: CompletionFailure?

  init(_ agent: Int, _ content: String?, round: Int = 0) {
    self.agent = agent
    self.content = content
    self.round = round
  }

  func with(_ change: (inout Said) -> Void) -> Said {
    var copy = self
    change(&copy)
    return copy
  }

  func at(_ issued: Double, _ started: Double, _ ended: Double) -> Said {
    with { $0.seconds = (issued, started, ended) }
  }

  var completion: Completion {
    let timing = CallTiming(
      issued: EpisodeTime(seconds: seconds.0), started: EpisodeTime(seconds: seconds.1),
      ended: EpisodeTime(seconds: seconds.2))
    if let failure { return Completion(failure, timing: timing, attempts: attempts) }
    return Completion(
      answer: Answer(content, confidence: confidence), usage: TokenUsage(), timing: timing, attempts: attempts)
  }
}

/// Makes digests and runs from what was said.
enum MetricSample {
  static let everything: JournalContents = [.calls, .timing, .answers, .confidences]

  static func digest(
    _ said: [Said], _ contents: JournalContents = everything, structure: TaskStructure = .undivided
  ) -> EpisodeDigest {
    let task = SwarmTask(index: 0, structure: structure)
    let journal = EpisodeJournal(contents, of: task, questions: NumberQuestions())
    for said in said {
      let turn = Turn(AgentID(said.agent), said.instruction, subtask: said.subtask, round: said.round)
      journal.completed(CompletionRequest(task: task, turn: turn, call: 0), said.completion, money: 0)
    }
    return journal.digest()
  }

  /// One task, solved or not.
  static func outcome(
    _ task: Int, attempt: Int = 0, type: Int = 0, isSolved: Bool = true, from start: Double = 0, to end: Double = 1,
    account: EpisodeAccount = EpisodeAccount(), _ digest: EpisodeDigest = EpisodeDigest()
  ) -> TaskOutcome {
    TaskOutcome(
      task: SwarmTask(index: task, attempt: attempt, type: type), start: SimulationTime(seconds: start),
      end: SimulationTime(seconds: end), isSolved: isSolved, account: account, digest: digest)
  }

  /// A run of tasks, each with what was said; they are solved but for those that are named.
  static func run(_ said: [[Said]], unsolved: Set<Int> = []) -> RunObservations {
    RunObservations(
      outcomes: said.enumerated().map { outcome($0, isSolved: !unsolved.contains($0), digest($1)) }, services: [])
  }
}

extension RunObservations {
  /// The value of a metric by its name.
  func value(_ name: String) -> Double? {
    StandardMetric.all.first { $0.name == name }?.measure(self)
  }
}
