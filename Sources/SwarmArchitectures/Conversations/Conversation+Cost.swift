public import Agents

extension Conversation {
  /// What a conversation takes in which all hear all and no round is left out.
  ///
  /// Each speaker reads N messages of each round that it remembers; in turn, it reads also those of its own round.
  ///
  /// - Parameters:
  ///   - speakers: N.
  ///   - rounds: As in a file: whether the first answers count is up to the rules.
  ///   - isJudged: Whether somebody chooses among the last words at the end, if there is a choice.
  public static func cost(
    speakers: Int, rounds: Int, isJudged: Bool = false, under rules: SwarmRules
  ) -> ArchitectureCost {
    let (count, rounds) = (Double(speakers), Double(roundCount(rounds, under: rules)))
    let remembered = rules.context == .full ? rounds * (rounds - 1) / 2 : rounds - 1
    let withinRounds = rules.order == .synchronous ? 0 : rounds * count * (count - 1) / 2
    var talk = ArchitectureCost(calls: count * rounds, readings: count * count * remembered + withinRounds)
    if isJudged, speakers > 1 { talk = talk + ArchitectureCost(calls: 1, readings: count, completions: 0) }
    guard rules.context == .summary, rounds > 2 else { return talk }
    // From the third round on the first speaker retells the round before the last, and all read that.
    let summaries = rounds - 2
    return talk + ArchitectureCost(calls: summaries, readings: summaries * (count + count) + summaries - 1)
  }
}
