import Agents

/// The different answers that were given in an episode: each text is judged once, however often it is given.
struct AnswerBook {
  private struct Known {
    let content: String
    let question: Int32
    let option: Int
    let id: Int32
  }

  private let task: SwarmTask
  private let questions: any QuestionSet
  private let isDivided: Bool
  private var known: [Known] = []
  /// How many different answers there are; they are numbered from 0.
  private(set) var count: Int32 = 0

  init(_ task: SwarmTask, _ questions: any QuestionSet) {
    self.task = task
    self.questions = questions
    isDivided = task.structure.count > 1
  }

  /// How many questions an episode can be about: the whole task, then each of its subtasks.
  var questionCount: Int { isDivided ? task.structure.count + 1 : 1 }

  /// The number of the question that a turn is about: 0 for the whole task.
  func question(_ subtask: Int?) -> Int32 {
    // The only subtask of an undivided task is the task.
    guard isDivided, let subtask else { return 0 }
    return Int32(clamping: subtask + 1)
  }

  /// The number of an answer, the same for the same answers; -1 for one that cannot be read.
  ///
  /// - Complexity: O(different answers).
  mutating func note(_ content: String?, to question: Int32) -> (id: Int32, isRight: Bool) {
    guard let content else { return (-1, false) }
    for answer in known where answer.question == question && answer.content == content {
      return (answer.id, answer.option == 0)
    }
    let option = option(of: content, question)
    // Two ways to write one option are one answer.
    let same = known.first { option >= 0 && $0.question == question && $0.option == option }
    let id = same?.id ?? count
    if same == nil { count += 1 }
    known.append(Known(content: content, question: question, option: option, id: id))
    return (id, option == 0)
  }

  /// The option that a text is, 0 for the right one; -1 for one that is none of them.
  private func option(of content: String, _ question: Int32) -> Int {
    if isDivided && question == 0 { return questions.isRight(Answer(content), to: task) ? 0 : -1 }
    return questions.option(of: content, to: task, subtask: isDivided ? Int(question) - 1 : 0) ?? -1
  }
}

/// One answer of one agent.
struct AnswerNote {
  let agent: Int32
  let round: Int32
  /// The question's number in the book.
  let question: Int32
  /// The answer's number in the book; -1 for one that cannot be read.
  let answer: Int32
  let instruction: Instruction
  let isRight: Bool

  /// Whether it is what the agent itself stands by, for the time being.
  var isPosition: Bool { answer >= 0 && (instruction == .answer || instruction == .reflect) }
}
