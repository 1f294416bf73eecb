public import RunRecords

/// One metric's estimates for all architectures.
public struct MetricPanel: Sendable, Hashable {
  public let metric: MetricSpecification
  /// At most one row an architecture; an architecture without a row is drawn as "no value".
  public let rows: [EstimateRow]

  public init(metric: MetricSpecification, rows: [EstimateRow]) {
    self.metric = metric
    self.rows = rows
  }
}

/// One architecture's estimate of one metric.
public struct EstimateRow: Sendable, Hashable {
  /// The architecture's name in the experiment file.
  public let architecture: String
  public let estimate: Estimate
  /// The value of each replication, in the order of replications; empty where they shall not be drawn.
  public let replications: [Double]
  /// Whether no other architecture is significantly better: its symbol is filled.
  public let isLeading: Bool

  public init(architecture: String, estimate: Estimate, replications: [Double], isLeading: Bool) {
    self.architecture = architecture
    self.estimate = estimate
    self.replications = replications
    self.isLeading = isLeading
  }
}
