/// How votes are counted.
public enum VotingRule: String, Sendable, Hashable, CaseIterable {
  /// The most votes win.
  case plurality
  /// More than half of the votes are needed.
  case majority
  /// A share of the votes is needed: the quorum.
  case supermajority
  /// Votes weigh by the softmax of the stated confidences.
  case confidence
  /// Votes weigh by steps of the stated confidence.
  case confidenceBuckets = "confidence-buckets"
  /// Votes weigh by the log-odds of the voters' track records.
  case record
  /// Each approves of the first few in its order; the most approvals win.
  case approval
  /// Places in the voters' orders are points; the most points win.
  case borda
  /// Majorities between two answers are kept from the greatest on, as long as they do not contradict each other.
  case rankedPairs = "ranked-pairs"

  /// Whether voters are asked for an order of the answers.
  public var isRanked: Bool { self == .approval || self == .borda || self == .rankedPairs }
}
