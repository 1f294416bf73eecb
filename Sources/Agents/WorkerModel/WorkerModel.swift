public import RandomStreams

/// The stochastic model of a language model as a worker: what one call answers, or says about what it read.
///
/// It keeps no state: every draw belongs to a task, an agent and a call, so that two architectures see the same tasks,
/// and the same answers where they make the same calls.
///
/// - Correctness: `DifficultyCurve`; wrong answers by shares from a Dirichlet distribution, one draw a task.
/// - Reading: the answers read are counts that are added to the agent's own view s · p, and the answer is drawn from
///   the sum, normalised: the Dirichlet compound multinomial of Choi, Zhu, Li (2025), arXiv:2508.17536, with an extra
///   weight δ for right answers.
/// - Judging: Thurstone (1927), "A law of comparative judgment", case V: the greatest of noisy impressions is chosen.
public struct WorkerModel: Sendable {
  let profile: WorkerProfile
  let questions: any QuestionSet
  let streams: WorkerStreams
  let curve: DifficultyCurve
  let judgingCurve, approvingCurve, refusingCurve: DifficultyCurve
  /// How many wrong answers there are to give.
  let wrongAnswers: Int
  /// `[type]`: logits.
  let strengths: [Double]
  let confidenceShift: Double
  /// The logits between which a confidence is rounded to 0, 1/20, ... 1.
  let confidenceEdges: [Double]
  /// √w, √(1 - w), √v, √(1 - v), √c, √(1 - c): the loadings of the parts of the difficulty.
  let loadings: Loadings

  struct Loadings: Sendable {
    let common, family, shared, own, task, subtask: Double
  }

  /// - Parameters:
  ///   - curve: The profile's difficulty curve, where the caller has solved it already.
  ///   - wrongAnswers: How many wrong answers the questions have, where they have fewer than the profile.
  ///   - typeNames: The names of the task types, by their place in the workload's list: what skills refer to.
  ///   - streams: Those of the replication: all workers of a swarm take the same.
  public init(
    _ profile: WorkerProfile, curve: DifficultyCurve? = nil, questions: any QuestionSet, wrongAnswers: Int? = nil,
    typeNames: [String] = [], streams: StreamFamily
  ) {
    self.profile = profile
    self.questions = questions
    self.streams = WorkerStreams(streams, family: profile.family)
    let correctness = profile.correctness
    self.wrongAnswers = min(correctness.wrongAnswers, wrongAnswers ?? correctness.wrongAnswers)
    precondition(1...25 ~= self.wrongAnswers, "there are \(self.wrongAnswers) wrong answers; there must be 1...25")
    strengths = typeNames.map { profile.skills[$0] ?? 0 }
    self.curve =
      curve ?? DifficultyCurve(accuracy: correctness.accuracy, errorCorrelation: correctness.errorCorrelation)
    confidenceShift = profile.confidence.spread * 2.0.squareRoot() * normalQuantile(profile.confidence.auroc)
    confidenceEdges = (0..<20).map { PortableMath.log((Double($0) + 0.5) / (19.5 - Double($0))) }
    let correlation = profile.judging.correlation
    judgingCurve = DifficultyCurve(accuracy: profile.judging.accuracy, errorCorrelation: correlation)
    approvingCurve = DifficultyCurve(accuracy: profile.verifying.truePositive, errorCorrelation: correlation)
    refusingCurve = DifficultyCurve(accuracy: profile.verifying.trueNegative, errorCorrelation: correlation)
    let (families, shared) = (correctness.sharedAcrossFamilies, correctness.sharedDifficulty)
    let subtasks = profile.subtasks.correlation
    loadings = Loadings(
      common: families.squareRoot(), family: (1 - families).squareRoot(), shared: shared.squareRoot(),
      own: (1 - shared).squareRoot(), task: subtasks.squareRoot(), subtask: (1 - subtasks).squareRoot())
  }

  /// How good it is at tasks of a type, as a logit; 0 for all alike.
  public func strength(type: Int) -> Double { strengths.indices.contains(type) ? strengths[type] : 0 }

  /// How many answers a completion holds, which decides its length: one for each subtask where the whole task is to be
  /// answered, 1 otherwise.
  public static func parts(of request: CompletionRequest) -> Int {
    guard request.turn.subtask == nil else { return 1 }
    switch request.turn.instruction {
    case .answer, .reflect, .merge, .oppose: return request.task.structure.count
    case .plan, .summarize, .rank, .judge, .score, .verify, .moderate, .bid: return 1
    }
  }

  /// What the worker answers to a request, given what the service makes of it.
  public func completion(of request: CompletionRequest, usage: TokenUsage, timing: CallTiming) -> Completion {
    var memory = Memory()
    let reply = reply(to: request, recalling: &memory)
    return Completion(answer: reply.answer, judgement: reply.judgement, usage: usage, timing: timing)
  }

  /// What the worker answers to several requests; usage, length and timing are left to the service.
  ///
  /// - Returns: `[request]`.
  /// - Complexity: What belongs to a task is drawn once for requests in a row that are about the same one.
  public func completions(of requests: [CompletionRequest]) -> [Completion] {
    var memory = Memory()
    return requests.map { request in
      let reply = reply(to: request, recalling: &memory)
      return Completion(answer: reply.answer, judgement: reply.judgement, usage: TokenUsage())
    }
  }

  /// What the worker answers to one of several requests, or says about what it read.
  ///
  /// - Parameter memory: Of this worker alone: what it drew for the last task, which saves drawing it anew.
  func reply(
    to request: CompletionRequest, recalling memory: inout Memory
  ) -> (answer: Answer, judgement: Judgement?) {
    switch request.turn.instruction {
    case .answer, .reflect, .merge, .oppose: (answer(to: request, recalling: &memory), nil)
    case .plan, .summarize: (.none, nil)
    case .rank, .judge, .score, .verify, .moderate, .bid: (.none, judgement(on: request, recalling: &memory))
    }
  }

  /// What the worker answers to a request; none where no answer is asked for.
  public func answer(to request: CompletionRequest) -> Answer {
    var memory = Memory()
    return reply(to: request, recalling: &memory).answer
  }

  /// What the worker says about what it reads; `nil` where it is not asked for that.
  public func judgement(on request: CompletionRequest) -> Judgement? {
    var memory = Memory()
    return reply(to: request, recalling: &memory).judgement
  }
}
