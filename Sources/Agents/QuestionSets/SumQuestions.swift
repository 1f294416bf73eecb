public import RandomStreams

/// Sums of two integers drawn from 10..<100: what even a very small language model can learn.
///
/// Nothing but the sum is asked, as in `37 + 45`, so that a model that knows sums and no language can be asked too. Wrong
/// options are a carry that is missed or made up, a slip in the last digit, and the difference.
public struct SumQuestions: QuestionSet {
  public static let name = "sums"
  public static let summary = "Sums of two integers in 10..<100."

  private let numbers: NamedStreams
  private let wrongAnswers: Int

  /// - Precondition: There is at least 1 wrong answer.
  public init(streams: StreamFamily, wrongAnswers: Int) {
    precondition(wrongAnswers >= 1, "there are \(wrongAnswers) wrong answers; there must be at least 1")
    numbers = streams.named("task/sum")
    self.wrongAnswers = wrongAnswers
  }

  public var form: AnswerForm { .number }

  public func text(of task: SwarmTask, subtask: Int) -> String? {
    let (first, second) = terms(of: task, subtask)
    return "\(first) + \(second)"
  }

  public func content(ofOption option: Int, to task: SwarmTask, subtask: Int) -> String {
    "\(misses(of: task, subtask).options[option])"
  }

  public func option(of content: String, to task: SwarmTask, subtask: Int) -> Int? {
    misses(of: task, subtask).option(of: content)
  }

  private func terms(of task: SwarmTask, _ subtask: Int) -> (Int, Int) {
    var draws = numbers.stream(for: StreamEntity(task: task.index, agent: subtask, call: 0))
    return (10 + draws.below(90), 10 + draws.below(90))
  }

  private func misses(of task: SwarmTask, _ subtask: Int) -> NearMisses {
    let (first, second) = terms(of: task, subtask)
    let sum = first + second
    return NearMisses(
      to: sum, mistakes: [sum - 10, sum + 10, sum + 1, sum - 1, sum - 100, sum + 100, abs(first - second)],
      count: wrongAnswers)
  }
}
