/// A rule that values pass or fail; a value itself, so that a monitor with a rule can be copied and stored.
///
/// ```swift
/// struct HasWaited: Criterion {
///   func holds(_ value: Double, at time: SimulationTime) -> Bool { value > 0 }
/// }
/// var delays = When(HasWaited(), Tally())  // waits of those who waited
/// ```
public protocol Criterion: Sendable {
  /// Whether a value that was seen at a time passes; may change what the rule remembers, as for every tenth value.
  mutating func holds(_ value: Double, at time: SimulationTime) -> Bool
}
