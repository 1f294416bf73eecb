/// The standard error of a mean whose values come in clusters that belong together, as attempts at one task do.
///
/// `√(C / (C - 1) · Σ_c (Σ_i (x_ci - x̄))²) / N`: the deviations of a cluster are added before they are squared, so that
/// values that repeat each other do not count as news. Liang and Zeger (1986), Biometrika 73:13-22; for evaluations of
/// language models Miller (2024), arXiv:2411.00640. With one value a cluster it is s / √n.
public struct ClusteredError: Sendable, Hashable {
  /// The mean of all values, each counting the same.
  public let mean: Double

  /// In the unit of the values.
  public let standardError: Double

  /// - Parameter clusters: The values of each cluster; empty ones are left out.
  /// - Returns: `nil` for fewer than two clusters, which say nothing about how clusters differ.
  /// - Complexity: O(values).
  public init?(_ clusters: some Collection<[Double]>) {
    let filled = clusters.count { !$0.isEmpty }
    let total = Double(clusters.reduce(0) { $0 + $1.count })
    guard filled >= 2 else { return nil }
    let mean = clusters.reduce(0) { $1.reduce($0, +) } / total
    let squares = clusters.reduce(0) { sum, cluster in
      let deviation = cluster.reduce(0) { $0 + ($1 - mean) }
      return sum + deviation * deviation
    }
    self.mean = mean
    standardError = (squares * Double(filled) / Double(filled - 1)).squareRoot() / total
  }
}
