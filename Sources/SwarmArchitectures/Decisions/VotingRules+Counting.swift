import Agents

extension VotingRules {
  /// What a vote weighs, at most 1 but for track records.
  func weight(of vote: Message, _ strength: (AgentID) -> Double) -> Double {
    switch rule {
    case .confidence: VoteWeight.softmax(vote.answer.confidence ?? 0, temperature: temperature)
    case .confidenceBuckets: VoteWeight.bucket(vote.answer.confidence ?? 0)
    case .record: VoteWeight.logOdds(strength: strength(vote.author), ordinaryAccuracy: ordinaryAccuracy)
    default: 1
    }
  }

  /// The weight of the weightiest of some voters, known before they vote.
  func heaviest(_ voters: some Sequence<AgentID>, _ strength: (AgentID) -> Double) -> Double {
    guard rule == .record else { return 1 }
    let weights = voters.map { VoteWeight.logOdds(strength: strength($0), ordinaryAccuracy: ordinaryAccuracy) }
    return weights.max() ?? 1
  }

  /// How many of so many votes are enough to win alone.
  func required(of votes: Int) -> Int {
    guard rule == .supermajority else { return votes / 2 + 1 }
    // A quorum of 2/3 of 6 is 4, whatever the last bit of 2/3 is; and no votes win nothing.
    return max(1, Int((quorum * Double(votes) - 1e-9).rounded(.up)))
  }

  /// Who is ahead by votes that weigh.
  func leaders(_ scores: [Double], blank: Double, of total: Double) -> [Int] {
    let most = scores.max() ?? 0
    guard most > 0, most >= blank else { return [] }
    let needsShare = rule == .majority || rule == .supermajority
    if needsShare, fallback == .none, Int(most) < required(of: Int(total)) { return [] }
    // Sums of the same weights in another order differ in their last bits.
    return scores.indices.filter { scores[$0] >= most * (1 - 1e-12) }
  }

  /// What candidates have by ballots that put them in order, what they could have, and who is ahead.
  func count(_ ballots: RankedBallots, blank: Double) -> (scores: [Double], best: Double, leaders: [Int]) {
    let candidates = 0..<ballots.candidateCount
    let voters = Double(ballots.orders.count)
    guard !candidates.isEmpty else { return ([], 0, []) }
    if rule == .rankedPairs {
      let contests = PairwiseContests(ballots)
      let worst = candidates.map { candidate in
        candidates.filter { $0 != candidate }.map { Double(contests.preferences[candidate][$0]) }.min() ?? voters
      }
      return (worst, voters + blank, voters >= blank ? contests.rankedPairsWinners : [])
    }
    let scores = rule == .approval ? ballots.approvals(approvals).map(Double.init) : ballots.bordaPoints
    let most = scores.max() ?? 0
    let best = rule == .approval ? voters + blank : (voters + blank) * Double(max(1, candidates.count - 1))
    guard voters >= blank else { return (scores, best, []) }
    // With one candidate alone there are no points to be had, and it wins all the same.
    return (candidates.count == 1 ? [best - blank] : scores, best, candidates.filter { scores[$0] == most })
  }
}
