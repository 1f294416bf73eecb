import RandomStreams

extension WorkerModel {
  /// What a worker drew for the last task that it was asked about: none of it belongs to a call.
  ///
  /// Requests in a row about one task find here what they would draw again. It changes no answer.
  struct Memory: Sendable {
    fileprivate var task = -1
    fileprivate var subtask = -1
    /// The part of the easiness that belongs to the task and to the family, of unit variance.
    fileprivate var easiness = 0.0
    /// The view of all who have no part of their own.
    fileprivate var view = View(easiness: 0, logit: 0, right: 0.5)
    /// How probable each wrong answer is among them; drawn when first asked for.
    fileprivate var shares: OptionWeights?
    /// `[option]`: how it reads in the last task, where somebody has given it.
    fileprivate var contents: [String?] = []
    /// The task that they belong to.
    fileprivate var taskOfContents = -1
  }

  /// How an answer to a task that is not divided reads.
  func content(ofOption option: Int, to task: SwarmTask, recalling memory: inout Memory) -> String {
    if memory.taskOfContents != task.index {
      memory.taskOfContents = task.index
      if memory.contents.isEmpty { memory.contents = Array(repeating: nil, count: wrongAnswers + 1) }
      for option in memory.contents.indices { memory.contents[option] = nil }
    }
    if let known = memory.contents[option] { return known }
    let content = questions.content(ofOption: option, to: task, subtask: 0)
    memory.contents[option] = content
    return content
  }

  /// What one agent makes of one question before it reads anything.
  struct View {
    /// The easiness to this agent, standard normal.
    let easiness: Double
    /// The probability of a right answer, and its logit.
    let logit, right: Double
  }

  /// The view of an agent on a task that is not divided, or on a subtask.
  func view(of task: SwarmTask, subtask: Int, agent: AgentID, recalling memory: inout Memory) -> View {
    recall(task, subtask, &memory)
    guard loadings.own > 0 else { return memory.view }
    return view(
      of: task, easiness: loadings.shared * memory.easiness + loadings.own * opinion(of: agent, task, subtask))
  }

  private func view(of task: SwarmTask, easiness: Double) -> View {
    let logit = curve.location + curve.scale * easiness + strength(type: task.type)
    return View(easiness: easiness, logit: logit, right: logistic(logit))
  }

  /// The probabilities of all options in a view.
  ///
  /// - Parameter boost: The logits by which the agent is better than usual.
  func weights(
    of view: View, boost: Double, _ task: SwarmTask, _ subtask: Int, recalling memory: inout Memory
  ) -> OptionWeights {
    let right = boost == 0 ? view.right : logistic(view.logit + boost)
    var weights = shares(task, subtask, &memory)
    for option in 1..<weights.count { weights[option] *= 1 - right }
    weights[0] = right
    return weights
  }

  /// Draws from the probabilities of all options in a view: the wrong ones are looked at only where it is one of them.
  func draw(
    from stream: inout RandomStream, by view: View, boost: Double, _ task: SwarmTask, _ subtask: Int,
    recalling memory: inout Memory
  ) -> Int {
    let right = boost == 0 ? view.right : logistic(view.logit + boost)
    let number = stream.uniform()
    return number < right ? 0 : shares(task, subtask, &memory).option(at: (number - right) / (1 - right))
  }

  /// How probable each wrong answer is among them.
  func shares(_ task: SwarmTask, _ subtask: Int, _ memory: inout Memory) -> OptionWeights {
    recall(task, subtask, &memory)
    if let shares = memory.shares { return shares }
    var stream =
      task.structure.count == 1
      ? streams.wrongAnswers.stream(for: StreamEntity(task.index))
      : streams.subtaskWrongAnswers.stream(for: StreamEntity(task: task.index, agent: subtask, call: 0))
    let shares = OptionWeights.wrongShares(
      wrongAnswers, concentration: profile.correctness.wrongAnswerConcentration, from: &stream)
    memory.shares = shares
    return shares
  }

  private func recall(_ task: SwarmTask, _ subtask: Int, _ memory: inout Memory) {
    if memory.task == task.index, memory.subtask == subtask { return }
    var easiness = part(streams.difficulty, streams.subtaskDifficulty, task, subtask)
    if loadings.family > 0 {
      let ofFamily = part(streams.familyDifficulty, streams.familySubtaskDifficulty, task, subtask)
      easiness = loadings.common * easiness + loadings.family * ofFamily
    }
    (memory.task, memory.subtask) = (task.index, subtask)
    memory.easiness = easiness
    memory.shares = nil
    if loadings.own == 0 { memory.view = view(of: task, easiness: easiness) }
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
