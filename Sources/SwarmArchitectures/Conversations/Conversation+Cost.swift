public import Agents

extension Conversation {
  /// What a conversation takes when no turn fails and it does not end early.
  ///
  /// With N speakers, R rounds and S messages heard a round (N² where all hear all), R N calls and
  /// - S R (R - 1) / 2 readings with the full context, (R - 1) S with the last round;
  /// - with a summary those of the last round, and R - 2 retellings by one speaker (by each where not all hear all),
  ///   each of a round and the retelling before it; all read the latest;
  /// - where they speak in turn, also what was said sooner in the same round, E messages: R E more with the full
  ///   context, and E in the first round with the last, since then each reads the last word of everybody.
  ///
  /// - Parameters:
  ///   - speakers: N.
  ///   - rounds: As in a file: whether the first answers count is up to the rules.
  ///   - hearing: Who hears whom.
  ///   - order: As the rules have it where it is left out; a drawn order counts like a fixed one, which is exact where
  ///     whoever hears another is heard by it.
  ///   - isJudged: Whether somebody chooses among the last words at the end, if there is a choice.
  public static func cost(
    speakers count: Int, rounds: Int, hearing: Hearing = .everyone, order: SwarmRules.Order? = nil,
    isJudged: Bool = false, under rules: SwarmRules
  ) -> ArchitectureCost {
    let heard = hearing.messagesHeard(among: count)
    let (speakers, all, rounds) = (Double(count), Double(heard.all), Double(roundCount(rounds, under: rules)))
    let sooner = (order ?? rules.order) == .synchronous ? 0 : Double(heard.sooner)
    var answers = ArchitectureCost(calls: rounds * speakers)
    if isJudged, count > 1 { answers = answers + ArchitectureCost(calls: 1, readings: speakers, completions: 0) }
    switch rules.context {
    case .full:
      return answers + ArchitectureCost(calls: 0, readings: all * rounds * (rounds - 1) / 2 + rounds * sooner)
    case .lastRound:
      return answers + ArchitectureCost(calls: 0, readings: all * (rounds - 1) + sooner)
    case .summary:
      let isShared = hearing.isEveryone(among: count)
      let (tellers, retold) = isShared ? (1, speakers) : (speakers, all)
      let retellings = max(0, rounds - 2)
      return answers
        + ArchitectureCost(
          calls: retellings * tellers,
          readings: all * (rounds - 1) + sooner + retellings * (retold + speakers)
            + max(0, retellings - 1) * tellers)
    }
  }
}
