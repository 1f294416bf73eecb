public import Agents
import RandomStreams

/// Answers counted: which there are, who gave each, in the order in which they were first given.
public struct Ballot: Sendable {
  /// One answer and those who gave it.
  public struct Candidate: Sendable {
    public let content: String
    /// In the order in which they came, at least one.
    public var supporters: [Message]

    /// The mean of the stated confidences; one that is not stated counts as 0.
    public var meanConfidence: Double {
      supporters.reduce(0) { $0 + ($1.answer.confidence ?? 0) } / Double(supporters.count)
    }
  }

  /// In the order in which they were first given.
  public private(set) var candidates: [Candidate] = []
  /// Messages with an answer, and those without where these have a vote.
  public private(set) var votes = 0

  /// Counts answers, equal ones by the rules; those without an answer have a vote only where the rules call them wrong.
  ///
  /// - Complexity: O(messages × candidates).
  public init(_ messages: some Sequence<Message>, under rules: SwarmRules) {
    for message in messages {
      guard let content = message.answer.content else {
        if rules.unparseable == .wrong { votes += 1 }
        continue
      }
      votes += 1
      if let index = candidates.firstIndex(where: { rules.equality.areEqual($0.content, content) }) {
        candidates[index].supporters.append(message)
      } else {
        candidates.append(Candidate(content: content, supporters: [message]))
      }
    }
  }

  /// The answer given more often than every other one, with its share of the votes as its confidence; `nil` where
  /// there is none, and the rules have to decide.
  ///
  /// What a ballot would say, without one: no message is copied.
  static func soleWinner(of messages: [Message], under rules: SwarmRules) -> Answer? {
    var (first, second, votes, blank) = ((place: 0, votes: 0), 0, 0, 0)
    // An answer, and how many gave it; on the stack, for a swarm of the usual size.
    withUnsafeTemporaryAllocation(of: (place: Int, votes: Int).self, capacity: messages.count) { counts in
      var candidates = 0
      for place in messages.indices {
        guard let content = messages[place].answer.content else {
          if rules.unparseable == .wrong { blank += 1 }
          continue
        }
        let known = counts[..<candidates].firstIndex { known in
          messages[known.place].answer.content.map { rules.equality.areEqual($0, content) } ?? false
        }
        if let known {
          counts[known].votes += 1
        } else {
          counts.initializeElement(at: candidates, to: (place, 1))
          candidates += 1
        }
      }
      for count in counts[..<candidates] {
        votes += count.votes
        if count.votes > first.votes {
          (first, second) = (count, first.votes)
        } else {
          second = max(second, count.votes)
        }
      }
    }
    votes += blank
    guard first.votes > second, first.votes >= blank else { return nil }
    return Answer(messages[first.place].answer.content, confidence: Double(first.votes) / Double(votes))
  }

  /// Votes without an answer.
  public var blankVotes: Int { votes - candidates.reduce(0) { $0 + $1.supporters.count } }

  /// Those with the most votes, in the order in which they were first given; none where blank votes are more.
  public var leaders: [Candidate] {
    var (most, given) = (0, 0)
    for candidate in candidates {
      most = max(most, candidate.supporters.count)
      given += candidate.supporters.count
    }
    guard most > 0, most >= votes - given else { return [] }
    return candidates.filter { $0.supporters.count == most }
  }

  /// The share of all votes that the leader has, in 0...1; 0 where there is none.
  public var agreement: Double {
    votes == 0 ? 0 : Double(leaders.first?.supporters.count ?? 0) / Double(votes)
  }
}

extension Episode {
  /// The answer given most often; ties are broken by the rules.
  ///
  /// - Parameter round: Tells the votes of one episode apart where chance breaks ties, in 0..<4096.
  /// - Returns: The answer, its confidence being its share of the votes; none where nobody gave one.
  public nonisolated(nonsending) func vote(_ messages: [Message], round: Int = 0) async throws -> Answer {
    if let winner = Ballot.soleWinner(of: messages, under: rules) { return winner }
    let ballot = Ballot(messages, under: rules)
    guard let winner = try await breakTie(among: ballot.leaders, of: ballot, round: round) else { return .none }
    return Answer(winner.content, confidence: Double(winner.supporters.count) / Double(ballot.votes))
  }

  /// The one of several equals that the rules prefer; `nil` among none.
  nonisolated(nonsending) func breakTie(
    among tied: [Ballot.Candidate], of ballot: Ballot, round: Int = 0
  ) async throws -> Ballot.Candidate? {
    guard let first = tied.first, tied.count > 1 else { return tied.first }
    switch rules.tieBreak {
    case .first: return first
    case .random:
      // Not by what was spent so far: that depends on how fast other teams of the same episode are.
      var draws = stream("tie", round)
      return tied[draws.below(tied.count)]
    case .confidence:
      return tied.dropFirst().reduce(first) { $1.meanConfidence > $0.meanConfidence ? $1 : $0 }
    case .judge:
      let chosen = try await judge(tied.map { $0.supporters[0] }, by: agents[0], round: round)
      return tied.first { $0.content == chosen?.answer.content } ?? first
    case .revote: return try await revote(on: tied, of: ballot, round: round)
    }
  }

  /// Has all who gave an answer choose among the tied ones; where that leaves them tied, the first of them wins.
  private nonisolated(nonsending) func revote(
    on tied: [Ballot.Candidate], of ballot: Ballot, round: Int
  ) async throws -> Ballot.Candidate {
    // Those who voted; a swarm may be larger.
    let voters = Set(ballot.candidates.flatMap { $0.supporters.map(\.author) })
    let shown = tied.map { $0.supporters[0].seen(under: rules) }
    let again = try await ask(agents.filter(voters.contains), reading: shown, round: round)
    let votes = tied.map { candidate in
      again.count { message in
        message.answer.content.map { rules.equality.areEqual($0, candidate.content) } ?? false
      }
    }
    return tied[votes.indices.reduce(0) { votes[$1] > votes[$0] ? $1 : $0 }]
  }
}

extension Sequence<Message> {
  /// The answer stated with the greatest confidence; among equals the one that was given first.
  ///
  /// An answer without a confidence counts as stated with none.
  func mostConfident() -> Answer {
    var best: Answer?
    for answer in map(\.answer) where answer.content != nil {
      if best == nil || (answer.confidence ?? 0) > (best?.confidence ?? 0) { best = answer }
    }
    return best ?? .none
  }
}
