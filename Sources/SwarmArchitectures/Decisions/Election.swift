public import Agents

/// Messages as votes, counted by a voting rule: who is ahead, and whether that is decided.
public struct Election: Sendable {
  /// The answers that anybody names, with those who name them.
  public let ballot: Ballot
  /// `[candidate]`: votes, weights, approvals or points, by the rule; with ranked pairs the votes in its worst contest.
  public let scores: [Double]
  /// The candidates who are ahead, in the order in which they were first named; none where no one has what it needs.
  public let leaders: [Int]
  /// Those who vote for no answer, by weight.
  private let blank: Double
  /// The score of a candidate that everybody votes for.
  private let best: Double
  /// How many votes there are, those for no answer included.
  private let votes: Int
  private let ranked: RankedBallots?
  private let rules: VotingRules

  /// - Parameters:
  ///   - messages: One a voter. One without a ranking ranks its answer alone; one without either has a vote only where
  ///     the common rules call it wrong.
  ///   - strength: What is known of a voter's track record, as a logit.
  /// - Complexity: O(messages × candidates), with ranked pairs also O(candidates³).
  public init(
    _ messages: [Message], by rules: VotingRules, under common: SwarmRules, strength: (AgentID) -> Double = { _ in 0 }
  ) {
    let ballots = messages.map { rules.rule.isRanked ? $0.places : [$0] }
    let ballot = Ballot(ballots.joined(), under: common)
    let silent = messages.filter { rules.rule.isRanked ? $0.places.isEmpty : $0.answer.content == nil }
    let blanks = common.unparseable == .wrong ? silent : []
    self.rules = rules
    self.ballot = ballot
    votes = messages.count - silent.count + blanks.count
    if rules.rule.isRanked {
      let orders = ballots.filter { !$0.isEmpty }.map { ballot.order(of: $0, under: common) }
      let ranked = RankedBallots(orders, candidateCount: ballot.candidates.count)
      self.ranked = ranked
      blank = Double(blanks.count)
      (scores, best, leaders) = rules.count(ranked, blank: blank)
    } else {
      func weight(_ voters: [Message]) -> Double { voters.reduce(0) { $0 + rules.weight(of: $1, strength) } }
      let weights = ballot.candidates.map { weight($0.supporters) }
      // Where nobody has a record to speak of, everybody's vote is worth the same.
      scores = weights.allSatisfy { $0 == 0 } ? ballot.candidates.map { Double($0.supporters.count) } : weights
      ranked = nil
      blank = weight(blanks)
      best = scores.reduce(blank, +)
      leaders = rules.leaders(scores, blank: blank, of: best)
    }
  }

  /// The share of all that there was to have that a candidate has, in 0...1.
  public func share(of candidate: Int) -> Double { best > 0 ? scores[candidate] / best : 0 }

  /// How many votes have to be cast at least before the count can be decided; 0 where it is.
  ///
  /// - Parameters:
  ///   - remaining: Voters who have not voted yet.
  ///   - heaviest: The weight of the weightiest of them.
  public func votesNeeded(remaining: Int, heaviest: Double = 1) -> Int {
    switch rules.rule {
    // A later ballot may bring up answers that nobody has named, and with them points for all.
    case .borda: return remaining
    case .rankedPairs:
      // Who is first for more than half of the voters wins every contest.
      let lead = 2 * (ranked?.firstPlaces.max() ?? 0) - votes
      return AdaptiveStop.votesNeeded(lead: Double(lead), remaining: remaining)
    case .majority where rules.fallback == .none, .supermajority where rules.fallback == .none:
      return AdaptiveStop.votesNeeded(
        first: Int(scores.max() ?? 0), required: rules.required(of: votes + remaining), remaining: remaining)
    default:
      let places = scores.sorted(by: >) + [0, 0]
      let lead = max(0, places[0] - max(places[1], blank))
      return AdaptiveStop.votesNeeded(lead: heaviest > 0 ? lead / heaviest : lead, remaining: remaining)
    }
  }
}

extension Message {
  /// What the author puts in order, the best first, each as a message of its own; the answer where it ranks nothing.
  fileprivate var places: [Message] {
    guard case .ranking(let contents) = judgement, !contents.isEmpty else {
      return answer.content == nil ? [] : [self]
    }
    return contents.map { content in
      var place = self
      place.answer = Answer(content, confidence: content == answer.content ? answer.confidence : nil)
      return place
    }
  }
}

extension Ballot {
  /// A voter's order as numbers of candidates; what is named again is left out.
  fileprivate func order(of places: [Message], under rules: SwarmRules) -> [Int] {
    var order: [Int] = []
    for place in places {
      let candidate = candidates.firstIndex { rules.equality.areEqual($0.content, place.answer.content ?? "") }
      if let candidate, !order.contains(candidate) { order.append(candidate) }
    }
    return order
  }
}

extension Episode {
  /// Messages counted by a voting rule, with what is known here of the voters.
  public func election(_ messages: [Message], by voting: VotingRules) -> Election {
    Election(messages, by: voting, under: rules, strength: strength)
  }

  /// How many of those who have not voted yet have to be asked at least before the vote can be decided; 0 where it is.
  public func votesNeeded(_ votes: [Message], _ waiting: [AgentID], by voting: VotingRules) -> Int {
    election(votes, by: voting).votesNeeded(
      remaining: waiting.count, heaviest: voting.heaviest(waiting, strength))
  }

  /// The answer that wins by a voting rule; ties are broken by the common rules.
  ///
  /// - Returns: The answer, its confidence being its share of the votes, the weights or the points; none where nobody
  ///   gave one, and where none has the votes that it needs.
  public nonisolated(nonsending) func elect(_ messages: [Message], by voting: VotingRules) async throws -> Answer {
    // The commonest rule goes the shortest way: a vote is what most simulated steps are for.
    if voting.rule == .plurality { return try await vote(messages) }
    let election = election(messages, by: voting)
    let tied = election.leaders.map { election.ballot.candidates[$0] }
    guard let winner = try await breakTie(among: tied, of: election.ballot),
      let place = election.ballot.candidates.firstIndex(where: { $0.content == winner.content })
    else { return .none }
    return Answer(winner.content, confidence: election.share(of: place))
  }
}
