import RandomStreams

// Tasks of several subtasks: a subtask whose answer builds on a wrong one is wrong itself.

extension WorkerModel {
  /// An answer to a divided task, or to one of its subtasks.
  func dividedAnswer(
    to request: CompletionRequest, from stream: inout RandomStream, recalling memory: inout Memory
  ) -> Answer {
    let structure = request.task.structure
    let given = request.turn.subtask.map { givenAnswers(to: $0, in: request) }
    let needed = given.map { $0.needed } ?? Array(repeating: true, count: structure.count)
    let isMerging = request.turn.instruction == .merge
    // What stands in the reading costs no effort: an answer that is built on, and one that is only to be merged.
    let solved = needed.indices.count { subtask in
      needed[subtask] && given?.options[subtask] == nil && !(isMerging && lastAnswer(to: subtask, in: request) != nil)
    }
    let penalty = profile.subtasks.load * PortableMath.log(Double(max(1, solved)))
    var options = given?.options ?? Array(repeating: nil, count: structure.count)
    for subtask in options.indices where needed[subtask] && options[subtask] == nil {
      var option = self.option(for: request, subtask: subtask, penalty: penalty, from: &stream, recalling: &memory)
      let isMisled = structure.dependencies[subtask].contains { options[$0] != 0 }
      if option == 0, isMisled, isWrongToo(request, subtask) {
        option = wrongOption(to: request, subtask, from: &stream, recalling: &memory)
      }
      options[subtask] = option
    }
    if let subtask = request.turn.subtask, let option = options[subtask] {
      return Answer(
        questions.content(ofOption: option, to: request.task, subtask: subtask),
        confidence: confidence(in: request, isRight: option == 0, entity: (option, 1 + subtask % 4_095)))
    }
    return whole(options, for: request)
  }

  private func whole(_ options: [Int?], for request: CompletionRequest) -> Answer {
    let parts = options.enumerated().map { subtask, option in
      Answer(option.map { questions.content(ofOption: $0, to: request.task, subtask: subtask) })
    }
    // One number for all options together: equal answers are to be stated alike where confidence is consistent.
    let code = options.reduce(1) { ($0 * 31 + ($1 ?? 0)) & 0xF_FFFF }
    let confidence = confidence(in: request, isRight: options.allSatisfy { $0 == 0 }, entity: (code, 0))
    return Answer(request.task.structure.joined(parts).content, confidence: confidence)
  }

  /// What a subtask builds on, and the answers to that which can be read.
  ///
  /// - Returns: `[subtask]`: whether it has to be known, and the option last given to it; one that none is counts as the
  ///   first wrong one.
  private func givenAnswers(to subtask: Int, in request: CompletionRequest) -> (needed: [Bool], options: [Int?]) {
    let dependencies = request.task.structure.dependencies
    var needed = Array(repeating: false, count: dependencies.count)
    var options = [Int?](repeating: nil, count: dependencies.count)
    needed[subtask] = true
    for needing in stride(from: subtask, through: 0, by: -1) where needed[needing] {
      // With its answer at hand, nobody asks what that was built on.
      if needing < subtask {
        options[needing] = lastAnswer(to: needing, in: request)
        if options[needing] != nil { continue }
      }
      for dependency in dependencies[needing] { needed[dependency] = true }
    }
    return (needed, options)
  }

  private func lastAnswer(to subtask: Int, in request: CompletionRequest) -> Int? {
    for message in request.turn.reading.reversed() where message.subtask == nil || message.subtask == subtask {
      guard let content = message.answer.content,
        let part = message.subtask == nil ? request.task.structure.part(subtask, of: content) : content
      else { continue }
      return questions.option(of: part, to: request.task, subtask: subtask) ?? 1
    }
    return nil
  }

  private func isWrongToo(_ request: CompletionRequest, _ subtask: Int) -> Bool {
    var stream = streams.propagation.stream(for: request.entity)
    stream.discard(subtask)
    return stream.bernoulli(profile.subtasks.propagation)
  }

  private func wrongOption(
    to request: CompletionRequest, _ subtask: Int, from stream: inout RandomStream, recalling memory: inout Memory
  ) -> Int {
    shares(request.task, subtask, &memory).draw(from: &stream)
  }
}
