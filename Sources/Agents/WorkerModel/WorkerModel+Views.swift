import RandomStreams

extension WorkerModel {
  /// What a worker drew for the last task that it was asked about: none of it belongs to a call.
  ///
  /// Requests in a row about one task find here what they would draw again. It changes no answer.
  public struct Memory: Sendable {
    private(set) var task = -1
    private(set) var subtask = -1
    /// The part of the easiness that belongs to the task and to the family, of unit variance.
    private(set) var easiness = 0.0
    private(set) var shares = OptionWeights(count: 1)

    public init() {}

    fileprivate func holds(_ index: Int, _ subtask: Int) -> Bool { task == index && self.subtask == subtask }

    fileprivate mutating func keep(_ index: Int, _ subtask: Int, _ easiness: Double, _ shares: OptionWeights) {
      (task, self.subtask) = (index, subtask)
      (self.easiness, self.shares) = (easiness, shares)
    }
  }

  /// What one agent makes of one question before it reads anything.
  struct View {
    /// The easiness to this agent, standard normal.
    let easiness: Double
    /// The logit of the probability of a right answer.
    let logit: Double
    let shares: OptionWeights

    /// The probabilities of all options.
    ///
    /// - Parameter boost: The logits by which the agent is better than usual.
    func weights(boost: Double) -> OptionWeights {
      let right = logistic(logit + boost)
      var weights = shares
      for option in 1..<weights.count { weights[option] *= 1 - right }
      weights[0] = right
      return weights
    }
  }

  /// The view of an agent on a task that is not divided, or on a subtask.
  func view(of task: SwarmTask, subtask: Int, agent: AgentID, recalling memory: inout Memory) -> View {
    recall(task, subtask, &memory)
    var easiness = memory.easiness
    if loadings.own > 0 {
      easiness = loadings.shared * easiness + loadings.own * opinion(of: agent, task, subtask)
    }
    let logit = curve.location + curve.scale * easiness + strength(type: task.type)
    return View(easiness: easiness, logit: logit, shares: memory.shares)
  }

  private func recall(_ task: SwarmTask, _ subtask: Int, _ memory: inout Memory) {
    if memory.holds(task.index, subtask) { return }
    var easiness = part(streams.difficulty, streams.subtaskDifficulty, task, subtask)
    if loadings.family > 0 {
      let ofFamily = part(streams.familyDifficulty, streams.familySubtaskDifficulty, task, subtask)
      easiness = loadings.common * easiness + loadings.family * ofFamily
    }
    var stream =
      task.structure.count == 1
      ? streams.wrongAnswers.stream(for: StreamEntity(task.index))
      : streams.subtaskWrongAnswers.stream(for: StreamEntity(task: task.index, agent: subtask, call: 0))
    let shares = OptionWeights.wrongShares(
      wrongAnswers, concentration: profile.correctness.wrongAnswerConcentration, from: &stream)
    memory.keep(task.index, subtask, easiness, shares)
  }

  /// A part of the easiness that belongs to the task; of a subtask one part is the task's and one its own.
  private func part(
    _ ofTasks: NamedStreams, _ ofSubtasks: NamedStreams, _ task: SwarmTask, _ subtask: Int
  ) -> Double {
    var ofTask = ofTasks.stream(for: StreamEntity(task.index))
    let common = ofTask.normal()
    guard task.structure.count > 1 else { return common }
    var ofSubtask = ofSubtasks.stream(for: StreamEntity(task: task.index, agent: subtask, call: 0))
    return loadings.task * common + loadings.subtask * ofSubtask.normal()
  }

  /// The part of the easiness that belongs to one agent.
  private func opinion(of agent: AgentID, _ task: SwarmTask, _ subtask: Int) -> Double {
    var ofTask = streams.opinion.stream(for: StreamEntity(task: task.index, agent: agent.index, call: 0))
    let common = ofTask.normal()
    guard task.structure.count > 1 else { return common }
    var ofSubtask = streams.opinion.stream(
      for: StreamEntity(task: task.index, agent: agent.index, call: 1 + subtask % 4_095))
    return loadings.task * common + loadings.subtask * ofSubtask.normal()
  }
}
