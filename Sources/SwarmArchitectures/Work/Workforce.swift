public import Agents

/// Workers who are handed pieces of work, somebody who checks what they bring, and others who try what is not accepted.
public struct Workforce: Sendable {
  /// `[worker]`: the agents who are that worker.
  public let teams: [[AgentID]]
  private let seat: Seat
  private let inspector: AgentID?
  private let reassignments: Int

  /// - Parameters:
  ///   - inspector: Who says whether a result is right; results with an answer are accepted where there is nobody.
  ///   - reassignments: How often a piece is handed on, at least 0.
  public init(_ seat: Seat, teams: [[AgentID]], inspector: AgentID? = nil, reassignments: Int = 0) {
    self.seat = seat
    self.teams = teams
    self.inspector = inspector
    self.reassignments = reassignments
  }

  /// Has pieces worked on at once; those that fail or are rejected are handed to the next workers.
  ///
  /// - Parameter reading: What a piece is worked on in the light of.
  /// - Returns: The results in the order of the pieces. Of whole tasks what was rejected to the last is left out,
  ///   unless all of it was; of subtasks it stays, for want of another.
  public nonisolated(nonsending) func results(
    of pieces: [WorkAssignment.Piece], reading: (WorkAssignment.Piece) -> [Message], round: Int, in episode: Episode
  ) async throws -> [Message] {
    func work(_ index: Int, attempt: Int) -> Seat.Work {
      let piece = pieces[index]
      return Seat.Work(
        teams[(piece.worker + attempt) % teams.count], reading: reading(piece), subtask: piece.subtask, round: round)
    }
    var results = try await seat.answer(pieces.indices.map { work($0, attempt: 0) }, in: episode)
    var isAccepted = try await inspected(results, round: round, in: episode)
    var attempt = 0
    while attempt < reassignments, isAccepted.contains(false), !episode.isSpent {
      attempt += 1
      let open = pieces.indices.filter { !isAccepted[$0] }
      let again = try await seat.answer(open.map { work($0, attempt: attempt) }, in: episode)
      let verdicts = try await inspected(again, round: round, in: episode)
      for (index, (result, verdict)) in zip(open, zip(again, verdicts))
      where result.answer.content != nil || results[index].answer.content == nil {
        results[index] = result
        isAccepted[index] = verdict
      }
    }
    let accepted = zip(pieces, zip(results, isAccepted)).filter { $0.subtask != nil || $1.1 }.map(\.1.0)
    return accepted.isEmpty ? results : accepted
  }

  /// `[result]`: whether it has an answer that nobody rejects.
  private nonisolated(nonsending) func inspected(
    _ results: [Message], round: Int, in episode: Episode
  ) async throws -> [Bool] {
    var isAccepted = results.map { $0.answer.content != nil }
    guard let inspector else { return isAccepted }
    let readable = results.indices.filter { isAccepted[$0] }
    let verdicts = try await episode.take(
      all: readable.map { index in
        let result = results[index]
        return Turn(
          inspector, .verify, reading: [result.seen(under: episode.rules)], subtask: result.subtask, round: round)
      })
    for (index, verdict) in zip(readable, verdicts) where verdict.judgement == .approval(false) {
      isAccepted[index] = false
    }
    return isAccepted
  }
}
