import RandomStreams

extension WorkerModel {
  func answer(to request: CompletionRequest, recalling memory: inout Memory) -> Answer {
    let task = request.task
    var stream = streams.answer.stream(for: request.entity)
    guard task.structure.count == 1 else { return dividedAnswer(to: request, from: &stream, recalling: &memory) }
    let option = self.option(for: request, subtask: 0, penalty: 0, from: &stream, recalling: &memory)
    return Answer(
      content(ofOption: option, to: task, recalling: &memory),
      confidence: confidence(in: request, isRight: option == 0, entity: (option, 0)))
  }

  /// The option that the agent gives to one question.
  ///
  /// - Parameters:
  ///   - penalty: The logits by which it is worse than usual.
  ///   - stream: One number is taken of it, whatever is asked.
  func option(
    for request: CompletionRequest, subtask: Int, penalty: Double, from stream: inout RandomStream,
    recalling memory: inout Memory
  ) -> Int {
    let view = view(of: request.task, subtask: subtask, agent: request.turn.agent, recalling: &memory)
    guard !request.turn.reading.isEmpty else {
      if profile.correctness.sampling == .sampled {
        return draw(from: &stream, by: view, boost: -penalty, request.task, subtask, recalling: &memory)
      }
      return draw(
        weights(of: view, boost: -penalty, request.task, subtask, recalling: &memory), for: request, subtask,
        from: &stream)
    }
    let heard = heard(in: request, about: subtask)
    if profile.reading.lockIn == .right, heard.own == 0 { return 0 }
    if request.turn.instruction == .reflect, let own = heard.own, !reconsiders(request, subtask) { return own }
    var weights = weights(of: view, after: heard, in: request, subtask, penalty: penalty, recalling: &memory)
    if request.turn.instruction == .oppose { oppose(&weights, in: request, subtask, view: view, recalling: &memory) }
    return draw(weights, for: request, subtask, from: &stream)
  }

  /// The agent's own view and what it has read, together.
  private func weights(
    of view: View, after heard: Heard, in request: CompletionRequest, _ subtask: Int, penalty: Double,
    recalling memory: inout Memory
  ) -> OptionWeights {
    let reading = profile.reading
    var boost = heard.hasPlan ? reading.planGain - penalty : -penalty
    if request.turn.instruction == .reflect { boost += reading.reflectionGain }
    if heard.isEmpty { return weights(of: view, boost: boost, request.task, subtask, recalling: &memory) }
    if reading.rederivation > 0, heard.isDivided, rederives(request, subtask) {
      let boost = boost + reading.rederivationGain
      return weights(of: view, boost: boost, request.task, subtask, recalling: &memory)
    }
    var weights = weights(of: view, boost: boost, request.task, subtask, recalling: &memory)
    let strength = priorStrength(of: request.turn.agent, request.turn.instruction)
    for option in 0..<weights.count { weights[option] = strength * weights[option] + heard.counts[option] }
    if request.turn.instruction == .merge, reading.mergeSkill != 0 {
      weights[0] *= PortableMath.exp(reading.mergeSkill)
    }
    return weights
  }

  /// Whether an agent who sees disagreement works the task out anew, whatever the others say.
  private func rederives(_ request: CompletionRequest, _ subtask: Int) -> Bool {
    var stream = streams.rederivation.stream(for: request.entity)
    stream.discard(subtask)
    return stream.bernoulli(profile.reading.rederivation)
  }

  /// Whether an agent who looks over its own answer works it out anew.
  private func reconsiders(_ request: CompletionRequest, _ subtask: Int) -> Bool {
    var stream = streams.reflection.stream(for: request.entity)
    stream.discard(subtask)
    return stream.bernoulli(profile.reading.reflectionFlip)
  }

  /// Leaves what an agent can say against the answers of others: its own view without them; where nothing is left,
  /// without the last of them.
  private func oppose(
    _ weights: inout OptionWeights, in request: CompletionRequest, _ subtask: Int, view: View,
    recalling memory: inout Memory
  ) {
    let own = self.weights(of: view, boost: 0, request.task, subtask, recalling: &memory)
    var rest = own
    var last: Int?
    for message in request.turn.reading where message.author != request.turn.agent {
      guard let option = option(in: message, of: request.task, about: subtask) else { continue }
      rest[option] = 0
      last = option
    }
    guard let last else { return }
    weights = rest
    if weights.total > 0 { return }
    weights = own
    weights[last] = 0
    // Nothing has a weight: whatever it names, it is not the answer that it argues against.
    if weights.total <= 0 { weights[last == 0 ? 1 : 0] = 1 }
  }

  private func draw(
    _ weights: OptionWeights, for request: CompletionRequest, _ subtask: Int, from stream: inout RandomStream
  ) -> Int {
    guard profile.correctness.sampling == .greedy else { return weights.draw(from: &stream) }
    let greatest = weights.greatest
    var flip = streams.flip.stream(for: request.entity)
    flip.discard(2 * subtask)
    guard flip.bernoulli(profile.correctness.flip) else { return greatest }
    var others = weights
    others[greatest] = 0
    return others.total > 0 ? others.draw(from: &flip) : greatest
  }

  // MARK: Confidence

  /// How sure the agent says it is of an answer.
  ///
  /// - Parameter entity: What tells the answer from other answers to the same question.
  func confidence(in request: CompletionRequest, isRight: Bool, entity: (answer: Int, subtask: Int)) -> Double {
    let confidence = profile.confidence
    var ofCall = streams.confidence.stream(for: request.entity)
    var deviation = ofCall.normal()
    if confidence.consistency > 0 {
      var ofAnswer = streams.answerConfidence.stream(
        for: StreamEntity(task: request.task.index, agent: entity.answer, call: entity.subtask))
      deviation =
        confidence.consistency.squareRoot() * ofAnswer.normal() + (1 - confidence.consistency).squareRoot() * deviation
    }
    let logit = confidence.center + (isRight ? confidenceShift : 0) + confidence.spread * deviation
    // Models state round figures; in twentieths, so that equal figures are equal numbers.
    var level = confidenceEdges.count
    while level > 0, logit < confidenceEdges[level - 1] { level -= 1 }
    return Double(level) / 20
  }
}
