public import Agents

extension Debate {
  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let debaters = Double(debaters)
    let exchanges = Double(Conversation.roundCount(rounds, under: rules) - 1)
    let verdicts = behaviour == .oracle ? debaters * exchanges : 0
    let judging: (calls: Double, readings: Double) =
      switch final {
      case .vote, .first, .confidence: (0, 0)
      case .judge: debaters > 1 ? (1, debaters) : (0, 0)
      case .quality: (debaters, debaters)
      }
    return Conversation.cost(speakers: self.debaters, rounds: rounds, hearing: hearing, under: rules)
      + ArchitectureCost(calls: verdicts + judging.calls, readings: verdicts + judging.readings, completions: 0)
  }
}
