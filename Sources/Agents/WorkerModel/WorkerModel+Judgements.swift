import RandomStreams

extension WorkerModel {
  func judgement(on request: CompletionRequest, recalling memory: inout Memory) -> Judgement? {
    let judged = request.turn.judged
    switch request.turn.instruction {
    case .rank: return .ranking(ranking(in: request, recalling: &memory))
    case .judge:
      guard !judged.isEmpty else { return nil }
      let scores = scores(in: request, recalling: &memory)
      return .choice(scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 })
    case .score: return scores(in: request, recalling: &memory).first.map { .score($0) }
    case .verify: return judged.first.map { .approval(approves($0, in: request, recalling: &memory)) }
    case .moderate:
      var stream = streams.judgement.stream(for: request.entity)
      return .approval(isUnanimous(judged) != stream.bernoulli(profile.moderatingError))
    case .bid: return answer(to: request, recalling: &memory).confidence.map { .score($0) }
    case .answer, .reflect, .plan, .merge, .oppose, .summarize: return nil
    }
  }

  // MARK: Quality

  /// How much of a message's answer is right, in 0...1; 0 for none.
  private func quality(of message: Message, in request: CompletionRequest) -> Double {
    guard message.answer.content != nil else { return 0 }
    if let subtask = message.subtask ?? request.turn.subtask {
      return option(in: message, of: request.task, about: subtask) == 0 ? 1 : 0
    }
    let subtasks = request.task.structure.count
    let right = (0..<subtasks).count { option(in: message, of: request.task, about: $0) == 0 }
    return Double(right) / Double(subtasks)
  }

  /// The easiness of what is judged, to the judge.
  private func easiness(in request: CompletionRequest, recalling memory: inout Memory) -> Double {
    guard profile.judging.correlation > 0 else { return 0 }
    let subtask = request.turn.subtask ?? request.turn.judged.first?.subtask ?? 0
    return view(of: request.task, subtask: subtask, agent: request.turn.agent, recalling: &memory).easiness
  }

  /// `[message]`: how good each seems, in 0...1.
  ///
  /// Thurstone's case V: each is seen with a standard normal error, and what the right one is ahead in logits of being
  /// preferred to a wrong one becomes a distance on that scale.
  private func scores(in request: CompletionRequest, recalling memory: inout Memory) -> [Double] {
    let judging = profile.judging
    let logit = judgingCurve.location + judgingCurve.scale * easiness(in: request, recalling: &memory)
    var stream = streams.judgement.stream(for: request.entity)
    return request.turn.judged.enumerated().map { place, message in
      var advantage = logit * quality(of: message, in: request)
      if place == 0, request.turn.instruction == .judge { advantage += judging.positionBias }
      if message.author == request.turn.agent, !message.isAnonymous { advantage += judging.selfPreference }
      let preferred = min(max(logistic(advantage), 1e-15), 1 - 1e-15)
      return logistic(2.0.squareRoot() * normalQuantile(preferred) + stream.normal())
    }
  }

  private func approves(_ message: Message, in request: CompletionRequest, recalling memory: inout Memory) -> Bool {
    let easiness = easiness(in: request, recalling: &memory)
    let isRight = quality(of: message, in: request) == 1
    let chance = isRight ? approvingCurve.probability(easiness) : 1 - refusingCurve.probability(easiness)
    var stream = streams.judgement.stream(for: request.entity)
    return stream.bernoulli(chance)
  }

  /// Whether the last answers of all who spoke are the same; not where somebody gave none.
  private func isUnanimous(_ judged: ArraySlice<Message>) -> Bool {
    guard let last = judged.last else { return false }
    for place in judged.indices.reversed() {
      let message = judged[place]
      // The round before the last begins where the last speaker is met again.
      if place < judged.endIndex - 1, message.author == last.author { break }
      if message.answer.content == nil || message.answer.content != last.answer.content { return false }
    }
    return true
  }

  // MARK: Ranking

  /// The answers judged, or all that there are, in an order drawn by Plackett and Luce's model from the agent's view.
  private func ranking(in request: CompletionRequest, recalling memory: inout Memory) -> [String] {
    let isWhole = request.turn.subtask == nil && request.task.structure.count > 1
    if isWhole { return rankingOfWholes(in: request, recalling: &memory) }
    let subtask = request.turn.subtask ?? 0
    let view = view(of: request.task, subtask: subtask, agent: request.turn.agent, recalling: &memory)
    let own = weights(of: view, boost: 0, request.task, subtask, recalling: &memory)
    // What was said before the task was handed on is no candidate.
    let candidates = Set(request.turn.judged.compactMap { option(in: $0, of: request.task, about: subtask) })
    var weights = own
    if !candidates.isEmpty {
      for option in 0..<own.count { weights[option] = candidates.contains(option) ? max(own[option], 1e-300) : 0 }
    }
    var stream = streams.judgement.stream(for: request.entity)
    var ranking: [String] = []
    while weights.total > 0 {
      let option = weights.draw(from: &stream)
      weights[option] = 0
      ranking.append(questions.content(ofOption: option, to: request.task, subtask: subtask))
    }
    return ranking
  }

  /// The different answers judged, the better ones more often first, as a judge sees them.
  private func rankingOfWholes(in request: CompletionRequest, recalling memory: inout Memory) -> [String] {
    let scores = scores(in: request, recalling: &memory)
    let judged = Array(request.turn.judged)
    let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    var ranking: [String] = []
    for place in order {
      guard let content = judged[place].answer.content, !ranking.contains(content) else { continue }
      ranking.append(content)
    }
    if ranking.isEmpty, let own = answer(to: request, recalling: &memory).content { ranking.append(own) }
    return ranking
  }
}
