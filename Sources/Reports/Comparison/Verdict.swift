/// What the runs say about one architecture against another, on one metric.
public enum Verdict: String, Sendable, Hashable, Encodable {
  /// The first is better, and chance is an unlikely reason.
  case better
  /// The first is worse, and chance is an unlikely reason.
  case worse
  /// Both have the same value in every replication there is: no sign of a difference, whatever the reason.
  case equal
  /// The runs cannot tell: more replications may.
  case undecided

  /// Whether it says that one of the two is better.
  public var isDecided: Bool { self == .better || self == .worse }
}
