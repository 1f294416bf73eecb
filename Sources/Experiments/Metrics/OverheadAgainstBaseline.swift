/// What a swarm takes and gives compared with a single agent that does the same tasks.
///
/// The coordination metrics of Kim et al. (2025), arXiv:2512.08296, from the means of two cells.
public struct OverheadAgainstBaseline: Sendable, Hashable {
  /// What is compared, of one cell.
  public struct Means: Sendable, Hashable {
    /// Share of the tasks that are solved, S, in 0...1.
    public let success: Double
    /// Turns for a task, T, above 0.
    public let turns: Double

    /// - Precondition: `success` is in 0...1, and `turns` finite and above 0.
    public init(success: Double, turns: Double) {
      precondition(0...1 ~= success, "success is \(success); it must be in 0...1")
      precondition(turns > 0 && turns.isFinite, "turns is \(turns); it must be finite and above 0")
      self.success = success
      self.turns = turns
    }
  }

  /// Turns beyond those of the baseline, by those of the baseline: `O = (T - T₀) / T₀`, in per cent.
  public let overhead: Double
  /// Success for as many turns as the baseline takes: `E_c = S / (T / T₀)`.
  public let efficiency: Double
  /// Errors by those of the baseline: `A_e = (1 - S) / (1 - S₀)`; `nil` where the baseline makes none.
  ///
  /// The paper's table has 4.4 to 17.2 for it, which does not follow from its shares of success.
  public let errorAmplification: Double?
  /// The share of the baseline's errors that are made no more: `(E₀ - E) / E₀`; `nil` where the baseline makes none.
  public let absorption: Double?

  /// Compares a swarm with its baseline.
  public init(_ swarm: Means, against baseline: Means) {
    overhead = 100 * (swarm.turns - baseline.turns) / baseline.turns
    efficiency = swarm.success * baseline.turns / swarm.turns
    let errors = 1 - baseline.success
    errorAmplification = errors > 0 ? (1 - swarm.success) / errors : nil
    absorption = errors > 0 ? (swarm.success - baseline.success) / errors : nil
  }
}
