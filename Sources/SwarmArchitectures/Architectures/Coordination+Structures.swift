public import Agents

extension Coordination {
  /// All work, and in each round after the first they read what all found; the last results are put to the vote.
  nonisolated(nonsending) func debated(by team: [AgentID], in episode: Episode) async throws -> Answer {
    var (heard, last): ([Message], [Message]) = ([], [])
    for round in 0..<rounds where !episode.isSpent && !episode.isSettled(by: last, outOf: agents) {
      let found = try await episode.work(team, reading: heard, turns: turns, round: round)
      if round == 0 || found.haveAnswer { last = found }
      heard = (episode.rules.context == .full ? heard : []) + found.shown(under: episode.rules)
    }
    return try await episode.vote(last)
  }

  /// The agents work in the light of the orchestrator's last verdict, and the orchestrator reads what they found.
  nonisolated(nonsending) func orchestrated(_ team: [AgentID], in episode: Episode) async throws -> Answer {
    var verdict: [Message] = []
    var found: [Message] = []
    for round in 0..<rounds where !episode.isSpent && !episode.isSettled(by: found, outOf: agents) {
      let brief = verdict.shown(under: episode.rules)
      var results = try await episode.work(team, reading: brief, turns: turns, round: round)
      if structure == .hybrid { try await exchange(&results, among: team, round, in: episode) }
      if round == 0 || results.haveAnswer { found = results }
      let merged = try await episode.ask(
        episode.agents[0], .merge, reading: brief + results.shown(under: episode.rules), round: round)
      if verdict.isEmpty || merged.answer.content != nil { verdict = [merged] }
    }
    guard let answer = verdict.first?.answer, answer.content != nil else { return try await episode.vote(found) }
    return answer
  }

  /// Some agents read a peer's result beside their own and answer anew: first each the one before it, then each the one
  /// before that.
  private nonisolated(nonsending) func exchange(
    _ results: inout [Message], among team: [AgentID], _ round: Int, in episode: Episode
  ) async throws {
    for first in stride(from: 0, to: peerEdges, by: agents) {
      let readers = 0..<min(agents, peerEdges - first)
      let shown = results.shown(under: episode.rules)
      let said = try await episode.take(
        all: readers.map { reader in
          let peer = (reader + agents - 1 - first / agents) % agents
          return Turn(team[reader], .answer, reading: [shown[reader], shown[peer]], round: round)
        })
      for (reader, message) in zip(readers, said) where message.answer.content != nil { results[reader] = message }
    }
  }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (agents, rounds) = (Double(agents), Double(rounds))
    switch structure {
    case .single: return loop(under: rules)
    case .independent: return agents * loop(under: rules)
    case .decentralized:
      let exchanges = rules.context == .full ? rounds * (rounds - 1) / 2 : rounds - 1
      return agents * rounds * loop(under: rules)
        + ArchitectureCost(calls: 0, readings: agents * Double(turns) * agents * exchanges)
    case .centralized, .hybrid:
      // In every round but the first, each call of a loop reads the verdict, and so does the orchestrator.
      let verdicts = (rounds - 1) * (agents * Double(turns) + 1)
      let peers = structure == .hybrid ? rounds * Double(peerEdges) : 0
      return agents * rounds * loop(under: rules)
        + ArchitectureCost(calls: rounds + peers, readings: rounds * agents + verdicts + 2 * peers)
    }
  }

  /// What one loop of one agent takes that reads nothing but its own notes.
  private func loop(under rules: SwarmRules) -> ArchitectureCost {
    let turns = Double(turns)
    return ArchitectureCost(
      calls: turns, readings: rules.context == .full ? turns * (turns - 1) / 2 : turns - 1)
  }
}

extension Episode {
  /// Has agents work in loops of steps: notes first, which they reread, and the answer at the last step.
  ///
  /// A step begins when all agents have made the one before it. Where the budget ends, the answer is tried at once.
  nonisolated(nonsending) func work(
    _ agents: some Collection<AgentID>, reading: [Message] = [], turns: Int, round: Int = 0
  ) async throws -> [Message] {
    let agents = Array(agents)
    var notes = [[Message]](repeating: [], count: agents.count)
    for _ in 1..<turns where !isSpent {
      let written = try await take(
        all: zip(agents, notes).map { Turn($0, .plan, reading: reading + $1, round: round) })
      for (place, note) in written.enumerated() {
        notes[place] = (rules.context == .full ? notes[place] : []) + [note]
      }
    }
    return try await take(all: zip(agents, notes).map { Turn($0, .answer, reading: reading + $1, round: round) })
  }
}
