public import Agents

extension Completion {
  /// Everybody says the same and finds it right, with a full heart.
  public static func agreeing(_ request: CompletionRequest) -> Completion {
    let structure = request.task.structure
    let content =
      request.turn.subtask == nil
      ? structure.joined(Array(repeating: Answer("A"), count: structure.count)).content : "A"
    return spoken(content, confidence: 1, score: 1, approval: true, request)
  }

  /// Everybody says something else each time, is not sure, and finds nothing right: nothing can end early.
  public static func disagreeing(_ request: CompletionRequest) -> Completion {
    let content = "\(request.turn.agent.index)/\(request.call)"
    return spoken(content, confidence: 0, score: 0.5, approval: false, request)
  }

  /// Nothing that anybody says can be read.
  public static func unreadable(_ request: CompletionRequest) -> Completion {
    Completion(nil, prompt: 100 + request.turn.reading.reduce(0) { $0 + $1.tokens.value })
  }

  /// Answers of `answerLength` tokens to prompts of `promptLength`; a judgement takes none to write.
  private static func spoken(
    _ content: String?, confidence: Double, score: Double, approval: Bool, _ request: CompletionRequest
  ) -> Completion {
    let read = request.turn.reading.reduce(0) { $0 + $1.tokens.value }
    func completion(_ content: String?, _ judgement: Judgement? = nil, length: Int) -> Completion {
      var completion = Completion(content, confidence: confidence, prompt: promptLength + read, completion: length)
      completion.judgement = judgement
      return completion
    }
    return switch request.turn.instruction {
    case .answer, .reflect, .merge, .oppose: completion(content, length: answerLength)
    case .plan, .summarize: completion(nil, length: answerLength)
    case .rank: completion(content, content.map { .ranking([$0]) }, length: 0)
    case .judge: completion(nil, .choice(0), length: 0)
    case .score, .bid: completion(nil, .score(score), length: 0)
    case .verify, .moderate: completion(nil, .approval(approval), length: 0)
    }
  }

  /// The tokens of a task's text in these scripts.
  public static let promptLength = 100
  /// The tokens of an answer in these scripts: fewer than those of a bare answer, so that no rule shortens it.
  public static let answerLength = 5
}
