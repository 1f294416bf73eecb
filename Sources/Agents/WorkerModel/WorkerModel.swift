public import RandomStreams

/// The stochastic model of a language model as a worker: what one call answers, how long it takes, how much it says.
///
/// It keeps no state: every draw belongs to a task, an agent and a call, so that two architectures see the same tasks,
/// and the same answers where they make the same calls.
///
/// - Correctness: `DifficultyCurve`; wrong answers by shares from a Dirichlet distribution, one draw a task.
/// - Reading: the answers read are counts that are added to the agent's own view s · p, and the answer is drawn from
///   the sum, normalised: the Dirichlet compound multinomial of Choi, Zhu, Li (2025), arXiv:2508.17536, with an extra
///   weight δ for right answers.
public struct WorkerModel: Sendable {
  private let profile: WorkerProfile
  private let curve: DifficultyCurve
  private let confidenceShift: Double
  private let streams: Streams

  private struct Streams: Sendable {
    let difficulty, opinion, wrongAnswers, solution: NamedStreams
    let answer, confidence, answerConfidence, promptTokens, completionTokens, firstToken, speed: NamedStreams

    init(_ family: StreamFamily) {
      difficulty = family.named("task/difficulty")
      solution = family.named("task/solution")
      wrongAnswers = family.named("task/wrong-answers")
      promptTokens = family.named("task/prompt-tokens")
      opinion = family.named("agent/opinion")
      answer = family.named("call/answer")
      confidence = family.named("call/confidence")
      answerConfidence = family.named("answer/confidence")
      completionTokens = family.named("call/completion-tokens")
      firstToken = family.named("call/first-token")
      speed = family.named("call/speed")
    }
  }

  /// - Parameter curve: The profile's difficulty curve, where the caller has solved it already.
  public init(_ profile: WorkerProfile, curve: DifficultyCurve? = nil, streams: StreamFamily) {
    self.profile = profile
    let correctness = profile.correctness
    self.curve =
      curve ?? DifficultyCurve(accuracy: correctness.accuracy, errorCorrelation: correctness.errorCorrelation)
    confidenceShift = profile.confidence.spread * 2.0.squareRoot() * normalQuantile(profile.confidence.auroc)
    self.streams = Streams(streams)
  }

  /// The right answer to a task.
  public func solution(of task: SwarmTask) -> String {
    label(of: 0, solution: solutionIndex(of: task))
  }

  /// What the worker answers to a request.
  public func answer(to request: CompletionRequest) -> Answer {
    guard request.turn.instruction != .plan else { return .none }
    let solution = solutionIndex(of: request.task)
    var weights = view(of: request.task, agent: request.turn.agent)
    if !request.turn.reading.isEmpty {
      weights = weights.map { $0 * profile.reading.priorStrength }
      for message in request.turn.reading {
        guard let option = option(of: message.answer, solution: solution) else { continue }
        let own = message.author == request.turn.agent
        weights[option] +=
          own ? profile.reading.ownWeight : (option == 0 ? 1 + profile.reading.correctPull : 1)
      }
    }
    var stream = streams.answer.stream(for: request.entity)
    let option = stream.categorical(weights)
    return Answer(label(of: option, solution: solution), confidence: confidence(in: request, option: option))
  }

  /// The tokens that a request and its completion hold: the task's text and all that is read, and what is said.
  public func usage(of request: CompletionRequest) -> TokenUsage {
    var ofTask = streams.promptTokens.stream(for: StreamEntity(request.task.index))
    var ofCall = streams.completionTokens.stream(for: request.entity)
    let read = request.turn.reading.reduce(TokenCount.zero) { $0 + $1.tokens }
    return TokenUsage(
      prompt: tokens(profile.promptTokens.draw(from: &ofTask)) + read,
      completion: tokens(profile.completionTokens.draw(from: &ofCall)))
  }

  /// The seconds that an endpoint is busy with a request: the time to the first token, then the speed decides.
  public func serviceSeconds(of request: CompletionRequest, usage: TokenUsage) -> Double {
    var firstToken = streams.firstToken.stream(for: request.entity)
    var speed = streams.speed.stream(for: request.entity)
    return profile.firstToken.draw(from: &firstToken)
      + Double(usage.completion.value) / profile.speed.draw(from: &speed)
  }

  /// The probabilities of all options for one agent, the right one first.
  private func view(of task: SwarmTask, agent: AgentID) -> [Double] {
    var difficulty = streams.difficulty.stream(for: StreamEntity(task.index))
    var easiness = difficulty.normal()
    let shared = profile.correctness.sharedDifficulty
    if shared < 1 {
      var opinion = streams.opinion.stream(for: StreamEntity(task: task.index, agent: agent.index, call: 0))
      easiness = shared.squareRoot() * easiness + (1 - shared).squareRoot() * opinion.normal()
    }
    let right = curve.probability(easiness)
    var wrong = streams.wrongAnswers.stream(for: StreamEntity(task.index))
    let shares = wrong.dirichlet(
      concentration: profile.correctness.wrongAnswerConcentration, count: profile.correctness.wrongAnswers)
    return [right] + shares.map { (1 - right) * $0 }
  }

  private func confidence(in request: CompletionRequest, option: Int) -> Double {
    var ofCall = streams.confidence.stream(for: request.entity)
    var deviation = ofCall.normal()
    let consistency = profile.confidence.consistency
    if consistency > 0 {
      var ofAnswer = streams.answerConfidence.stream(
        for: StreamEntity(task: request.task.index, agent: option, call: 0))
      deviation = consistency.squareRoot() * ofAnswer.normal() + (1 - consistency).squareRoot() * deviation
    }
    let logit = profile.confidence.center + (option == 0 ? confidenceShift : 0) + profile.confidence.spread * deviation
    // Models state round figures; in twentieths, so that equal figures are equal numbers.
    return (logistic(logit) * 20).rounded(.toNearestOrEven) / 20
  }

  private func tokens(_ value: Double) -> TokenCount {
    TokenCount(Int(min(max(1, value.rounded(.toNearestOrEven)), 1e9)))
  }

  // Options are numbered from the right one; their labels are turned by a draw, so that no label is right more often.

  private func solutionIndex(of task: SwarmTask) -> Int {
    var stream = streams.solution.stream(for: StreamEntity(task.index))
    return stream.below(profile.correctness.wrongAnswers + 1)
  }

  private func label(of option: Int, solution: Int) -> String {
    let turned = (option + solution) % (profile.correctness.wrongAnswers + 1)
    return String(UnicodeScalar(UInt8(ascii: "A") + UInt8(turned)))
  }

  private func option(of answer: Answer, solution: Int) -> Int? {
    guard let letter = answer.content?.utf8.first, letter >= UInt8(ascii: "A") else { return nil }
    let count = profile.correctness.wrongAnswers + 1
    let turned = Int(letter - UInt8(ascii: "A"))
    return turned < count ? (turned - solution + count) % count : nil
  }
}
