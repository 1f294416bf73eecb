public import RunRecords

/// One metric's differences from the baseline.
public struct DifferencePanel: Sendable, Hashable {
  public let metric: MetricSpecification
  /// At most one row an architecture other than the baseline.
  public let rows: [DifferenceRow]

  public init(metric: MetricSpecification, rows: [DifferenceRow]) {
    self.metric = metric
    self.rows = rows
  }
}

/// One architecture's mean difference from the baseline, in the metric's unit: architecture minus baseline.
public struct DifferenceRow: Sendable, Hashable {
  public let architecture: String
  public let difference: Estimate
  /// The verdict in a word: better, worse, equivalent, undecided.
  public let verdict: String
  /// Whether the verdict is more than "undecided": the symbol is filled.
  public let isDecided: Bool

  public init(architecture: String, difference: Estimate, verdict: String, isDecided: Bool) {
    self.architecture = architecture
    self.difference = difference
    self.verdict = verdict
    self.isDecided = isDecided
  }
}
