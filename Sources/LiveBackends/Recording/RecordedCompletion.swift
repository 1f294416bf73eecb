import Agents
import Foundation

/// One completion as it is recorded: who asked, with which body, and what came of it.
struct RecordedCompletion: Sendable {
  /// What tells a call apart within a run.
  struct Key: Sendable, Hashable {
    let task: Int
    let attempt: Int
    let agent: Int
    let call: Int
  }

  let key: Key
  /// For people; the body says it all.
  let instruction: String
  let round: Int
  let subtask: Int?
  /// The body of the request, in canonical JSON.
  let body: String
  let completion: Completion
  /// Whether the endpoint said nothing about tokens.
  let isUsageEstimated: Bool

  init(_ request: CompletionRequest, body: String, _ completion: Completion, isUsageEstimated: Bool) {
    key = Key(request)
    instruction = request.turn.instruction.rawValue
    round = request.turn.round
    subtask = request.turn.subtask
    self.body = body
    self.completion = completion
    self.isUsageEstimated = isUsageEstimated
  }
}

extension RecordedCompletion.Key {
  init(_ request: CompletionRequest) {
    self.init(
      task: request.task.index, attempt: request.task.attempt, agent: request.turn.agent.index, call: request.call)
  }
}

extension Judgement {
  /// One line for the record; exact, so that it comes back as it was.
  var recordText: String {
    switch self {
    case .choice(let place): "choice \(place)"
    case .score(let score): "score \(score)"
    case .approval(let isRight): "approval \(isRight)"
    case .ranking(let answers): "ranking \(CanonicalJSON.text(.list(answers.map(BodyValue.text))))"
    }
  }

  /// - Returns: `nil` for a text that is none.
  init?(recordText text: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return nil }
    let value = String(words[1])
    switch words[0] {
    case "choice":
      guard let place = Int(value) else { return nil }
      self = .choice(place)
    case "score":
      guard let score = Double(value) else { return nil }
      self = .score(score)
    case "approval":
      guard let isRight = Bool(value) else { return nil }
      self = .approval(isRight)
    case "ranking":
      // A text that is no list is no ranking.
      guard let answers = try? JSONDecoder().decode([String].self, from: Data(value.utf8)) else { return nil }
      self = .ranking(answers)
    default: return nil
    }
  }
}
