import Agents
import RandomStreams

extension Episode {
  /// The agents of one round in groups that speak one after another; those of a group speak at once.
  ///
  /// - Returns: One group, or one agent a group, as the rules have the order.
  func speakingOrder(of agents: [AgentID], round: Int) -> [[AgentID]] {
    switch rules.order {
    case .synchronous: return [agents]
    case .sequential: return agents.map { [$0] }
    case .random:
      var draws = stream("order", round)
      var order = agents
      draws.shuffle(&order)
      return order.map { [$0] }
    }
  }

  /// Whether so many of `count` agents agree that the rules let the rounds end.
  func isSettled(by messages: [Message], outOf count: Int) -> Bool {
    guard rules.earlyStop > 0 else { return false }
    let leader = Ballot(messages, under: rules).leaders.first?.supporters.count ?? 0
    // A share of 0.28 of 25 agents is 7 of them, whatever becomes of the product in binary.
    return Double(leader) + 1e-9 >= rules.earlyStop * Double(count)
  }
}

extension Sequence<Message> {
  /// The messages as the rules show them to readers.
  func shown(under rules: SwarmRules) -> [Message] { map { $0.seen(under: rules) } }

  /// Whether anybody gave an answer.
  var haveAnswer: Bool { contains { $0.answer.content != nil } }
}
