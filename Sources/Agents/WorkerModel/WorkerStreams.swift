import RandomStreams

/// What each draw of a worker belongs to: a task, a family and a task, an agent and a task, a call, a pair of agents.
struct WorkerStreams: Sendable {
  let difficulty, wrongAnswers, familyDifficulty, opinion: NamedStreams
  // Of their own: the numbers of tasks and of subtasks would meet in one stream.
  let subtaskDifficulty, subtaskWrongAnswers, familySubtaskDifficulty: NamedStreams
  let answer, confidence, answerConfidence, flip, rederivation, reflection, propagation, judgement: NamedStreams
  let persuasion, stubbornness: NamedStreams

  init(_ streams: StreamFamily, family: String) {
    difficulty = streams.named("task/difficulty")
    wrongAnswers = streams.named("task/wrong-answers")
    familyDifficulty = streams.named("family/difficulty/\(family)")
    subtaskDifficulty = streams.named("subtask/difficulty")
    subtaskWrongAnswers = streams.named("subtask/wrong-answers")
    familySubtaskDifficulty = streams.named("family/subtask-difficulty/\(family)")
    opinion = streams.named("agent/opinion")
    answer = streams.named("call/answer")
    confidence = streams.named("call/confidence")
    answerConfidence = streams.named("answer/confidence")
    flip = streams.named("call/flip")
    rederivation = streams.named("call/rederivation")
    reflection = streams.named("call/reflection")
    propagation = streams.named("call/propagation")
    judgement = streams.named("call/judgement")
    persuasion = streams.named("pair/persuasion")
    stubbornness = streams.named("agent/stubbornness")
  }
}
