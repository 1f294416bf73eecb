import Agents

extension HierarchyRules {
  /// The workers of the first agent: all others, as many as there are seats for.
  func workforce(of episode: Episode) -> Workforce {
    Workforce(
      seat, teams: seat.teams(count, of: episode.agents.dropFirst()),
      inspector: isVerified ? episode.agents[0] : nil, reassignments: reassignments)
  }

  /// Who does what: of a whole task that has subtasks each worker some of them, of all else everybody everything.
  func assignment(of workforce: Workforce, in episode: Episode) -> WorkAssignment {
    let structure = episode.task.structure
    guard structure.count > 1, episode.subtask == nil else { return WorkAssignment(wholeTaskFor: count) }
    // A team is as good as its best member; chances are that it listens to it.
    let strengths = workforce.teams.map { $0.map(episode.strength).max() ?? 0 }
    return WorkAssignment(structure, strengths: strengths, policy: policy)
  }

  /// One answer from what the workers found, as the manager hands it back or on.
  ///
  /// - Returns: The manager's own message, or in its name the text that the answer is from.
  nonisolated(nonsending) func merged(
    _ found: [Message], reading brief: [Message], of assignment: WorkAssignment, round: Int, in episode: Episode
  ) async throws -> Message {
    let manager = episode.agents[0]
    let length = found.map(\.tokens).max() ?? .zero
    if assignment.isDivided {
      var parts = Array(repeating: Answer.none, count: episode.task.structure.count)
      for message in found { message.subtask.map { parts[$0] = message.answer } }
      return Message(
        author: manager, answer: episode.task.structure.joined(parts),
        tokens: found.reduce(.zero) { $0 + $1.tokens })
    }
    switch merge {
    case .manager:
      let seen = found.map { $0.seen(under: episode.rules) }
      let verdict = try await episode.ask(manager, .merge, reading: brief + seen, round: round)
      if verdict.failure != .budget { return verdict }
      // Without the means for a merge the swarm still has what was found.
      fallthrough
    case .vote: return Message(author: manager, answer: try await episode.vote(found, round: round), tokens: length)
    case .concat:
      let first = found.first { $0.answer.content != nil }?.answer ?? .none
      return Message(author: manager, answer: first, tokens: length)
    }
  }
}

extension Episode {
  /// What others found that a piece of work needs.
  func solutions(neededFor piece: WorkAssignment.Piece, among found: [Message]) -> [Message] {
    guard let subtask = piece.subtask else { return [] }
    let needed = task.structure.dependencies[subtask]
    return found.filter { $0.subtask.map(needed.contains) ?? false }.map { $0.seen(under: rules) }
  }
}
