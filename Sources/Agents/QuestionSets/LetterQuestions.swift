public import RandomStreams

/// Questions without a text, answered by a letter: for backends that do not read.
public struct LetterQuestions: QuestionSet {
  public static let name = "letters"
  public static let summary = "Questions without a text, answered by one of a few letters."

  private let solutions: NamedStreams
  private let options: Int
  /// `[place in the alphabet]`, made once: every answer is one of them.
  private let letters: [String]

  /// - Precondition: There are 1...25 wrong answers.
  public init(streams: StreamFamily, wrongAnswers: Int) {
    precondition(1...25 ~= wrongAnswers, "there are \(wrongAnswers) wrong answers; there must be 1...25")
    solutions = streams.named("task/solution")
    options = wrongAnswers + 1
    letters = (0..<options).map { String(UnicodeScalar(UInt8(ascii: "A") + UInt8($0))) }
  }

  public var form: AnswerForm { .letter(among: options) }

  public func text(of task: SwarmTask, subtask: Int) -> String? { nil }

  public func content(ofOption option: Int, to task: SwarmTask, subtask: Int) -> String {
    // Turned by a draw, so that no letter is right more often than others.
    letters[(option + solution(of: task, subtask)) % options]
  }

  public func option(of content: String, to task: SwarmTask, subtask: Int) -> Int? {
    let letters = content.utf8
    guard letters.count == 1, let letter = letters.first, letter >= UInt8(ascii: "A") else { return nil }
    let turned = Int(letter - UInt8(ascii: "A"))
    return turned < options ? (turned - solution(of: task, subtask) + options) % options : nil
  }

  private func solution(of task: SwarmTask, _ subtask: Int) -> Int {
    var stream = solutions.stream(for: StreamEntity(task: task.index, agent: subtask, call: 0))
    return stream.below(options)
  }
}
