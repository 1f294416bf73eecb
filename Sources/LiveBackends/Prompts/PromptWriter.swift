public import Agents

/// Puts what an agent is to do into words.
///
/// A chat has a system message, always given because some servers put in one of their own where it is missing, and one
/// message of the user: the question first, so that a server that keeps what it has read can use it again; then what
/// the agent reads; then what to do and the form of the answer.
public struct PromptWriter: Sendable {
  private let questions: any QuestionSet
  private let style: LiveSettings.PromptStyle
  private let asksForConfidence: Bool

  public init(_ questions: any QuestionSet, style: LiveSettings.PromptStyle, asksForConfidence: Bool) {
    self.questions = questions
    self.style = style
    self.asksForConfidence = asksForConfidence
  }

  static let system = """
    You are one of several agents who work on the same problem. Be brief. Keep exactly to the form that is asked of \
    you, since a program reads your last lines.
    """

  /// The chat for a turn.
  ///
  /// - Complexity: O(length of what is read).
  public func chat(for request: CompletionRequest) -> [ChatMessage] {
    let question = question(of: request)
    guard style == .instructed else { return [ChatMessage(role: .user, content: question)] }
    let turn = request.turn
    let parts =
      ["The problem:\n" + question] + readings(of: turn)
      + [([Self.task(of: turn)] + form(of: request)).joined(separator: "\n")]
    return [
      ChatMessage(role: .system, content: Self.system),
      ChatMessage(role: .user, content: parts.joined(separator: "\n\n")),
    ]
  }

  // MARK: What is asked

  private func question(of request: CompletionRequest) -> String {
    let task = request.task
    func text(_ subtask: Int) -> String { questions.text(of: task, subtask: subtask) ?? "" }
    if let subtask = request.turn.subtask { return text(subtask) }
    guard task.structure.count > 1 else { return text(0) }
    return (0..<task.structure.count).map { "Part \($0 + 1): \(text($0))" }.joined(separator: "\n")
  }

  // MARK: What is read

  /// Numbered as they are judged, those without content too: a choice is made by number. What was said before the task
  /// was handed on has none.
  private func readings(of turn: Turn) -> [String] {
    turn.reading.enumerated().map { place, message in
      let author =
        if message.isAnonymous {
          "an agent"
        } else if message.author == turn.agent {
          "you, earlier"
        } else {
          "agent \(message.author.index + 1)"
        }
      let title = place < turn.briefing ? "Said before" : "Message \(place - turn.briefing + 1)"
      return "\(title), from \(author):\n\(Self.content(of: message))"
    }
  }

  private static func content(of message: Message) -> String {
    if let text = message.text { return text }
    var lines: [String] = []
    if let content = message.answer.content {
      let confidence = message.answer.confidence.map { " (confidence: \(Self.percent($0))%)" } ?? ""
      lines.append("The answer is \(content)\(confidence).")
    }
    if !message.quotes.isEmpty {
      lines.append("Answers so far: " + message.quotes.map { $0.content ?? "none" }.joined(separator: ", "))
    }
    return lines.isEmpty ? "(nothing)" : lines.joined(separator: "\n")
  }

  private static func percent(_ share: Double) -> Int { Int((100 * min(max(0, share), 1)).rounded()) }

  // MARK: What is to be done

  private static func task(of turn: Turn) -> String {
    switch turn.instruction {
    case .answer where turn.reading.isEmpty: "Solve the problem. Work in a few short steps."
    case .answer:
      """
      Solve the problem. Take the messages as advice that may be wrong: check them, and keep to your own result where \
      it is better.
      """
    case .reflect: "The answer above is yours. Go through it step by step, look for mistakes, and answer anew."
    case .plan: "Do not solve the problem. Say in at most four short sentences how others should go about it."
    case .merge: "Check the answers above against the problem, and give the one answer that all shall stand by."
    case .oppose: "Argue against the answers above, and give the best other answer that you can find."
    case .summarize: "Retell the messages in at most four short sentences, with every answer in them. Add none."
    case .rank: "Put the answers in order, the best one first."
    case .judge: "Say which message has the best answer. Trust neither their order nor their length."
    case .score: "Say how likely it is that the last message is right, from 0 to 100."
    case .verify: "Check whether the answer of the last message is right."
    case .moderate: "Say whether those who wrote the messages have settled on a right answer."
    case .bid: "Do not solve the problem. Say how likely it is that you would solve it, from 0 to 100."
    }
  }

  private func form(of request: CompletionRequest) -> [String] {
    switch request.turn.instruction {
    case .plan, .summarize: []
    case .rank: ["End with one line of this form:\nRanking: best answer, next answer, and so on"]
    case .judge: ["End with one line of this form:\nChoice: number of the message"]
    case .score: ["End with one line of this form:\nScore: number from 0 to 100"]
    case .bid: ["End with one line of this form:\nConfidence: number from 0 to 100%"]
    case .verify, .moderate: ["End with one line, which is one of these two:\nVerdict: yes\nVerdict: no"]
    case .answer, .reflect, .merge, .oppose:
      asksForConfidence
        ? [
          "End with two lines of this form, the second one saying how sure you are:",
          "Answer: \(placeholder(request))", "Confidence: number from 0 to 100%",
        ]
        : ["End with one line of this form:", "Answer: \(placeholder(request))"]
    }
  }

  private func placeholder(_ request: CompletionRequest) -> String {
    let one =
      switch questions.form {
      case .number: "number"
      case .letter: "letter"
      case .text: "your answer"
      }
    let parts = request.turn.subtask == nil ? request.task.structure.count : 1
    guard parts > 1 else { return one }
    return (1...parts).map { "\(one) for part \($0)" }.joined(separator: " | ")
  }
}
