import RandomStreams

extension WorkerModel {
  /// What an agent has read on one question.
  struct Heard {
    /// The weights of the answers read, and how many could be read.
    var counts: OptionWeights
    var isEmpty = true
    /// The agent's own last answer.
    var own: Int?
    /// Whether the last answers of those who spoke, its own included, differ.
    var isDivided = false
    /// Whether somebody said how to go about it.
    var hasPlan = false
    fileprivate var latest: Int?

    init(options: Int) { counts = OptionWeights(count: options) }
  }

  /// What an agent reads on a task that is not divided, or on a subtask.
  ///
  /// Backwards: messages stand in the order of the rounds, so the last round ends where the last speaker is met again.
  func heard(in request: CompletionRequest, about subtask: Int) -> Heard {
    var heard = Heard(options: wrongAnswers + 1)
    let reading = request.turn.reading
    guard let last = reading.last else { return heard }
    let isUndivided = request.task.structure.count == 1
    // Most messages say what the one before said: whether that is right need not be looked up again.
    var known: (content: String?, option: Int?)
    var isLastRound = true
    var place = reading.count
    while place > 0 {
      place -= 1
      let message = reading[place]
      if isLastRound, place < reading.count - 1, message.author == last.author { isLastRound = false }
      if !isUndivided || known.content == nil || known.content != message.answer.content {
        known = (message.answer.content, option(in: message, of: request.task, about: subtask))
      }
      if let option = known.option {
        count(option, of: message, for: request.turn.agent, isLastRound, &heard)
      } else if message.answer.content == nil, message.judgement == nil, message.failure == nil {
        heard.hasPlan = heard.hasPlan || message.quotes.isEmpty
      }
      for quote in message.quotes {
        if let option = self.option(quote, of: request.task, about: subtask, isWhole: message.subtask == nil) {
          heard.counts[option] += option == 0 ? 1 + profile.reading.correctPull : 1
          heard.isEmpty = false
        }
      }
    }
    return heard
  }

  private func count(
    _ option: Int, of message: Message, for agent: AgentID, _ isLastRound: Bool, _ heard: inout Heard
  ) {
    heard.isEmpty = false
    if message.author == agent {
      heard.own = heard.own ?? option
      heard.counts[option] += profile.reading.ownWeight
    } else {
      heard.counts[option] += weight(of: message, saying: option, for: agent)
    }
    guard isLastRound else { return }
    if let latest = heard.latest, latest != option { heard.isDivided = true }
    heard.latest = option
  }

  private func weight(of message: Message, saying option: Int, for agent: AgentID) -> Double {
    let reading = profile.reading
    var weight = option == 0 ? 1 + reading.correctPull : 1
    if reading.confidenceWeight > 0, let confidence = message.answer.confidence {
      weight *= 1 - reading.confidenceWeight * (1 - confidence)
    }
    if reading.persuasion > 0, !message.isAnonymous {
      var stream = streams.persuasion.stream(
        for: StreamEntity(task: agent.index, agent: message.author.index, call: 0))
      weight *= PortableMath.exp(reading.persuasion * stream.normal())
    }
    return weight
  }

  /// The option that a message gives to a question; `nil` where it gives none.
  func option(in message: Message, of task: SwarmTask, about subtask: Int) -> Int? {
    if let about = message.subtask, about != subtask { return nil }
    return option(message.answer, of: task, about: subtask, isWhole: message.subtask == nil)
  }

  func option(_ answer: Answer, of task: SwarmTask, about subtask: Int, isWhole: Bool) -> Int? {
    guard let content = answer.content,
      let part = isWhole ? task.structure.part(subtask, of: content) : content,
      let option = questions.option(of: part, to: task, subtask: subtask)
    else { return nil }
    return option <= wrongAnswers ? option : nil
  }

  /// The weight s of an agent's own view.
  func priorStrength(of agent: AgentID, _ instruction: Instruction) -> Double {
    let reading = profile.reading
    let strength = instruction == .merge ? reading.mergeStrength ?? reading.priorStrength : reading.priorStrength
    guard reading.stubbornness > 0 else { return strength }
    var stream = streams.stubbornness.stream(for: StreamEntity(agent.index))
    return strength * PortableMath.exp(reading.stubbornness * stream.normal())
  }
}
