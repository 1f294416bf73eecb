/// What the intervals here have in common: a level, and the tail beyond either end.
enum ConfidenceLevel {
  /// Returns the probability beyond each end of a two-sided interval of the level.
  ///
  /// - Precondition: `level` is above 0 and below 1.
  static func tail(_ level: Double) -> Double {
    precondition(level > 0 && level < 1, "level is \(level); it must be above 0 and below 1")
    return (1 - level) / 2
  }
}
