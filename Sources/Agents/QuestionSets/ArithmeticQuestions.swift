public import RandomStreams

/// Expressions a + b · c + d - e · f to be evaluated, the integers drawn from 0..<30.
///
/// The arithmetic task of Du et al. (2023), arXiv:2305.14325: it needs several steps and the order of operations, so
/// that wrong answers are of a few kinds. Those are the wrong options here: the operations taken in another order, a
/// sign mistaken, a term left out, a slip in one product; after them the neighbours of the right answer.
public struct ArithmeticQuestions: QuestionSet {
  public static let name = "arithmetic"
  public static let summary = "Expressions a+b*c+d-e*f of integers in 0..<30, to be evaluated."

  private let numbers: NamedStreams
  private let wrongAnswers: Int

  /// - Precondition: There is at least 1 wrong answer.
  public init(streams: StreamFamily, wrongAnswers: Int) {
    precondition(wrongAnswers >= 1, "there are \(wrongAnswers) wrong answers; there must be at least 1")
    numbers = streams.named("task/arithmetic")
    self.wrongAnswers = wrongAnswers
  }

  public var form: AnswerForm { .number }

  public func text(of task: SwarmTask, subtask: Int) -> String? {
    let (a, b, c, d, e, f) = terms(of: task, subtask)
    return "What is the result of \(a)+\(b)*\(c)+\(d)-\(e)*\(f)?"
  }

  public func content(ofOption option: Int, to task: SwarmTask, subtask: Int) -> String {
    // The right one is asked for most often, and needs no others.
    option == 0 ? "\(Self.value(terms(of: task, subtask)))" : "\(misses(of: task, subtask).options[option])"
  }

  public func option(of content: String, to task: SwarmTask, subtask: Int) -> Int? {
    misses(of: task, subtask).option(of: content)
  }

  private typealias Terms = (Int, Int, Int, Int, Int, Int)

  private func terms(of task: SwarmTask, _ subtask: Int) -> Terms {
    var draws = numbers.stream(for: StreamEntity(task: task.index, agent: subtask, call: 0))
    return (
      draws.below(30), draws.below(30), draws.below(30), draws.below(30), draws.below(30), draws.below(30)
    )
  }

  private static func value(_ terms: Terms) -> Int {
    let (a, b, c, d, e, f) = terms
    return a + b * c + d - e * f
  }

  private func misses(of task: SwarmTask, _ subtask: Int) -> NearMisses {
    let terms = terms(of: task, subtask)
    let (a, b, c, d, e, f) = terms
    let solution = Self.value(terms)
    return NearMisses(
      to: solution,
      mistakes: [
        // In another order.
        (((a + b) * c + d) - e) * f, (a + b) * c + d - e * f, a + b * (c + d) - e * f, (a + b * c + d - e) * f,
        a + b * c + (d - e) * f,
        // Another sign, a term left out.
        a + b * c + d + e * f, a + b * c - d - e * f, a + b * c + d, b * c + d - e * f, a + b * c - e * f,
        // A slip in a product, or in a carry.
        solution + b, solution - b, solution + f, solution - f, solution + 10, solution - 10, solution + 100,
        solution - 100,
      ], count: wrongAnswers)
  }
}
