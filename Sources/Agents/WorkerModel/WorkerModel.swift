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
  private let questions: any QuestionSet
  private let curve: DifficultyCurve
  private let confidenceShift: Double
  private let streams: Streams

  private struct Streams: Sendable {
    let difficulty, opinion, wrongAnswers: NamedStreams
    let answer, confidence, answerConfidence: NamedStreams

    init(_ family: StreamFamily) {
      difficulty = family.named("task/difficulty")
      wrongAnswers = family.named("task/wrong-answers")
      opinion = family.named("agent/opinion")
      answer = family.named("call/answer")
      confidence = family.named("call/confidence")
      answerConfidence = family.named("answer/confidence")
    }
  }

  /// - Parameter curve: The profile's difficulty curve, where the caller has solved it already.
  public init(
    _ profile: WorkerProfile, curve: DifficultyCurve? = nil, questions: any QuestionSet, streams: StreamFamily
  ) {
    self.profile = profile
    self.questions = questions
    let correctness = profile.correctness
    self.curve =
      curve ?? DifficultyCurve(accuracy: correctness.accuracy, errorCorrelation: correctness.errorCorrelation)
    confidenceShift = profile.confidence.spread * 2.0.squareRoot() * normalQuantile(profile.confidence.auroc)
    self.streams = Streams(streams)
  }

  /// How good it is at tasks of a type, as a logit; 0 for all alike.
  public func strength(type: Int) -> Double { 0 }

  /// What the worker answers to a request, given what the service makes of it.
  public func completion(of request: CompletionRequest, usage: TokenUsage, timing: CallTiming) -> Completion {
    Completion(answer: answer(to: request), usage: usage, timing: timing)
  }

  /// What the worker answers to a request.
  public func answer(to request: CompletionRequest) -> Answer {
    guard request.turn.instruction != .plan else { return .none }
    var weights = view(of: request.task, agent: request.turn.agent)
    if !request.turn.reading.isEmpty {
      weights = weights.map { $0 * profile.reading.priorStrength }
      for message in request.turn.reading {
        guard let option = message.answer.content.flatMap({ questions.option(of: $0, to: request.task, subtask: 0) })
        else {
          continue
        }
        let own = message.author == request.turn.agent
        weights[option] +=
          own ? profile.reading.ownWeight : (option == 0 ? 1 + profile.reading.correctPull : 1)
      }
    }
    var stream = streams.answer.stream(for: request.entity)
    let option = stream.categorical(weights)
    return Answer(
      questions.content(ofOption: option, to: request.task, subtask: 0),
      confidence: confidence(in: request, option: option))
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
}
