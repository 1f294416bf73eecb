public import Agents

/// Judges who decide by majority about what others said.
///
/// Judges favour places: what they read is turned by one place from judge to judge and from match to match, so that no
/// candidate is always read first.
public struct Panel: Sendable {
  private let episode: Episode
  private let judges: [AgentID]

  /// - Parameter judges: At least one for a decision; none for who never decides.
  public init(_ judges: some Collection<AgentID>, in episode: Episode) {
    self.episode = episode
    self.judges = Array(judges)
  }

  /// The message that most judges call the best of several; one call a judge, all at once.
  ///
  /// - Returns: `nil` where no judge says; an only answer without a call. Ties go to the earlier judge.
  public nonisolated(nonsending) func best(of candidates: [Message], round: Int = 0) async throws -> Message? {
    try await winners(of: [candidates], round: round)[0]
  }

  /// The best message of each of several matches, all judged at once.
  ///
  /// - Parameter first: The number of the first match, by which its order of reading is turned.
  /// - Returns: `[match]`, as `best(of:)` has it.
  public nonisolated(nonsending) func winners(
    of matches: [[Message]], first: Int = 0, round: Int = 0
  ) async throws -> [Message?] {
    let matches = matches.map { $0.filter { $0.answer.content != nil } }
    var turns: [Turn] = []
    var seats: [(match: Int, reading: [Message])] = []
    for (match, candidates) in matches.enumerated() where candidates.count > 1 {
      for (place, judge) in judges.enumerated() {
        let turned = (first + match + place) % candidates.count
        let reading = Array(candidates[turned...] + candidates[..<turned])
        seats.append((match, reading))
        turns.append(Turn(judge, .judge, reading: reading.map { $0.seen(under: episode.rules) }, round: round))
      }
    }
    var chosen = [[Message]](repeating: [], count: matches.count)
    for (seat, verdict) in zip(seats, try await episode.take(all: turns)) {
      guard case .choice(let index) = verdict.judgement, seat.reading.indices.contains(index) else { continue }
      chosen[seat.match].append(seat.reading[index])
    }
    return zip(matches, chosen).map { candidates, chosen in
      candidates.count == 1
        ? candidates[0] : Ballot(chosen, under: episode.rules).leaders.first?.supporters.first
    }
  }

  /// The message with the highest mean score; one call a judge and message with an answer, all at once.
  ///
  /// - Returns: `nil` where no judge gives a score; a score that is not given counts as 0. Ties go to the first.
  public nonisolated(nonsending) func highestScored(of candidates: [Message], round: Int = 0) async throws -> Message? {
    let readable = candidates.filter { $0.answer.content != nil }
    let verdicts = try await episode.take(
      all: readable.flatMap { message in
        judges.map { Turn($0, .score, reading: [message.seen(under: episode.rules)], round: round) }
      })
    var best: (message: Message, score: Double)?
    for (place, message) in readable.enumerated() {
      let scores = verdicts[place * judges.count..<(place + 1) * judges.count].compactMap { verdict in
        if case .score(let score) = verdict.judgement { score } else { nil }
      }
      guard !scores.isEmpty else { continue }
      let score = scores.reduce(0, +)
      if best.map({ score > $0.score }) ?? true { best = (message, score) }
    }
    return best?.message
  }

  /// Whether more than half of the judges call a message right; one call a judge, all at once.
  public nonisolated(nonsending) func accepts(_ message: Message, round: Int = 0) async throws -> Bool {
    try await verdicts(on: [message], round: round)[0]
  }

  /// Whether more than half of the judges call each of some messages right, all asked at once.
  ///
  /// - Returns: `[message]`; `false` without a call where there is no answer.
  public nonisolated(nonsending) func verdicts(on messages: [Message], round: Int = 0) async throws -> [Bool] {
    let answered = messages.indices.filter { messages[$0].answer.content != nil }
    let verdicts = try await episode.take(
      all: answered.flatMap { index in
        judges.map { Turn($0, .verify, reading: [messages[index].seen(under: episode.rules)], round: round) }
      })
    var accepted = [Bool](repeating: false, count: messages.count)
    for (place, index) in answered.enumerated() {
      let approvals = verdicts[place * judges.count..<(place + 1) * judges.count].count {
        $0.judgement == .approval(true)
      }
      accepted[index] = 2 * approvals > judges.count
    }
    return accepted
  }
}
