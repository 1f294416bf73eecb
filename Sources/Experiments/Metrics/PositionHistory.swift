/// How the agents' positions on one question change from round to round.
struct PositionHistory {
  private struct Position {
    var round: Int32
    var answer: Int32
    var isRight: Bool
  }

  /// The answers that agents end with: one each, or several of one round where an agent is sampled.
  private(set) var last: [Int32] = []
  /// How many of them are right.
  private(set) var lastRight = 0
  /// The first round, from 0, after which all agents that ever take a position hold the same one.
  private(set) var consensusRound: Int?
  /// How many different answers there are in the episode.
  let answers: Int

  /// - Parameters:
  ///   - notes: Of one question, in the order of the completions.
  ///   - rounds: `[round]`: what was said there is added.
  init(_ notes: [AnswerNote], agents: Int, answers: Int, _ rounds: inout [AnswerDigest.Round]) {
    self.answers = answers
    let nobody = Position(round: -2, answer: -1, isRight: false)
    var before = [Position](repeating: nobody, count: agents)
    var current = before
    /// `[agent]`: where in the notes its latest samples begin.
    var begin = [Int](repeating: 0, count: agents)
    for (place, note) in notes.enumerated() where note.isPosition {
      let agent = Int(note.agent)
      if current[agent].round != note.round || notes[begin[agent]].instruction != note.instruction {
        begin[agent] = place
      }
      // What an agent says several times in a round counts once, as it ended.
      if current[agent].round != note.round {
        Self.record(before[agent], current[agent], &rounds)
        before[agent] = current[agent]
      }
      current[agent] = Position(round: note.round, answer: note.answer, isRight: note.isRight)
    }
    for position in zip(before, current) { Self.record(position.0, position.1, &rounds) }
    for (place, note) in notes.enumerated() where note.isPosition && place >= begin[Int(note.agent)] {
      last.append(note.answer)
      if note.isRight { lastRight += 1 }
    }
    consensusRound = Self.consensusRound(
      notes, agents: agents, answers: answers, current.count { $0.answer >= 0 })
  }

  private static func record(_ before: Position, _ now: Position, _ rounds: inout [AnswerDigest.Round]) {
    guard now.answer >= 0 else { return }
    let round = Int(now.round)
    while rounds.count <= round { rounds.append(AnswerDigest.Round()) }
    rounds[round].positions += 1
    if now.isRight { rounds[round].right += 1 }
    guard before.answer >= 0, before.round == now.round - 1 else { return }
    rounds[round].transitions += 1
    if before.isRight && !now.isRight { rounds[round].rightToWrong += 1 }
    if !before.isRight && now.isRight { rounds[round].wrongToRight += 1 }
  }

  private static func consensusRound(_ notes: [AnswerNote], agents: Int, answers: Int, _ holders: Int) -> Int? {
    guard holders > 1 else { return nil }
    var held = [Int32](repeating: -1, count: agents)
    var supporters = [Int](repeating: 0, count: answers)
    var round: Int32 = 0
    // All agree where some answer has every holder behind it; only the one given last can have become it.
    var newest: Int32 = -1
    for note in notes where note.isPosition {
      if note.round > round {
        if newest >= 0, supporters[Int(newest)] == holders { return Int(round) }
        round = note.round
      }
      let earlier = held[Int(note.agent)]
      if earlier >= 0 { supporters[Int(earlier)] -= 1 }
      held[Int(note.agent)] = note.answer
      supporters[Int(note.answer)] += 1
      newest = note.answer
    }
    return newest >= 0 && supporters[Int(newest)] == holders ? Int(round) : nil
  }
}
