public import RandomStreams

/// The questions of a workload: what is asked, what is right, and which wrong answers there are to give.
///
/// Questions belong to the streams of a replication: task 7 is the same question for every architecture and backend.
public protocol QuestionSet: Sendable {
  /// The word for it in an experiment file.
  static var name: String { get }
  /// One sentence for people.
  static var summary: String { get }

  /// - Parameters:
  ///   - streams: What the questions are drawn from.
  ///   - wrongAnswers: How many wrong answers a question has, at least 1.
  init(streams: StreamFamily, wrongAnswers: Int)

  /// What an answer looks like; `text` where it is left out.
  var form: AnswerForm { get }

  /// The question as a model reads it; `nil` where there is nothing that a real model could answer.
  func text(of task: SwarmTask, subtask: Int) -> String?

  /// An answer to a question: option 0 is right, the others up to `wrongAnswers` are wrong.
  func content(ofOption option: Int, to task: SwarmTask, subtask: Int) -> String

  /// The option that an answer is; `nil` for one that is none of them.
  func option(of content: String, to task: SwarmTask, subtask: Int) -> Int?
}

extension QuestionSet {
  public var form: AnswerForm { .text }

  /// The right answer to the whole task.
  public func solution(of task: SwarmTask) -> String? {
    let structure = task.structure
    return structure.joined((0..<structure.count).map { Answer(content(ofOption: 0, to: task, subtask: $0)) }).content
  }

  /// Whether an answer to the whole task is right.
  public func isRight(_ answer: Answer, to task: SwarmTask) -> Bool {
    guard task.structure.count > 1 else { return answer.content.flatMap { option(of: $0, to: task, subtask: 0) } == 0 }
    return zip(0..., task.structure.parts(of: answer)).allSatisfy { subtask, part in
      part.content.flatMap { option(of: $0, to: task, subtask: subtask) } == 0
    }
  }
}
