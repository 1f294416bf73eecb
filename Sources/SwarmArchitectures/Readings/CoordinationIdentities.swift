import RandomStreams

/// What Kim et al. (2025), arXiv:2512.08296, compute from turns, successes and errors, and the laws that they fit.
///
/// Only the overhead and the efficiency follow from the other columns of their table; `amplification` of the failures
/// there gives 1.2 for independent agents, where 17.2 is printed.
public enum CoordinationIdentities {
  /// The turns that a structure takes beyond those of a single agent, by the latter: (T - T₁) / T₁.
  ///
  /// - Parameters:
  ///   - turns: Of the structure, at least 0.
  ///   - single: Of a single agent, above 0.
  /// - Returns: At least -1; the paper prints it in per cent.
  public static func overhead(turns: Double, single: Double) -> Double { (turns - single) / single }

  /// The success by the turns it took, these in multiples of a single agent's: S / (T / T₁).
  public static func efficiency(success: Double, turns: Double, single: Double) -> Double {
    success / (turns / single)
  }

  /// The errors of a structure in multiples of a single agent's: E / E₁.
  ///
  /// - Parameter single: Above 0.
  public static func amplification(errors: Double, single: Double) -> Double { errors / single }

  /// The share of a single agent's errors that a structure does not make: (E₁ - E) / E₁, below 0 where it makes more.
  public static func absorption(errors: Double, single: Double) -> Double { (single - errors) / single }

  /// The turns that a number of agents take by the fitted law 2.72 (n + ½)^1.724.
  ///
  /// - Parameter agents: At least 0.
  public static func fittedTurns(agents: Double) -> Double { 2.72 * PortableMath.power(agents + 0.5, 1.724) }

  /// The success at a message density by the fitted law 0.73 + 0.28 ln c.
  ///
  /// - Parameter messageDensity: Messages between agents for each turn, above 0.
  /// - Returns: A share that is not kept within 0...1.
  public static func fittedSuccess(messageDensity: Double) -> Double {
    0.73 + 0.28 * PortableMath.log(messageDensity)
  }
}
