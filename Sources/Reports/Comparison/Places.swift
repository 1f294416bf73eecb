import RunRecords

/// Where the estimates and pairs of a comparison stand in its lists.
///
/// A sweep has thousands of cells: to look through the list for each of them takes minutes.
struct Places: Sendable {
  private struct PairKey: Hashable {
    let first, second, metric: Int
  }

  private let cells: [Cell: Int]
  private let metrics: [MetricSpecification: Int]
  private var pairs: [PairKey: Int] = [:]
  /// The first cell, where there is one variant only.
  private let first: Cell?
  private let baselines: [[FactorLevel]: Cell]
  /// Whether nothing is left out that could beat an estimate. Where one variant is swept, its points are compared with
  /// the first alone, and many variants with the baseline alone: who is not beaten by that one need not lead.
  let comparesAll: Bool
  /// The places of the estimates that the verdict on a pair puts below another one.
  private(set) var beaten: Set<Int> = []

  /// - Precondition: No two cells and no two metrics are equal.
  init(
    _ cells: [Cell], _ metrics: [MetricSpecification], _ found: [Comparison.Pair], baseline: String
  ) {
    let isOneVariant = cells.allSatisfy { $0.architecture == cells[0].architecture }
    first = isOneVariant ? cells.first : nil
    let variants = cells.count { $0.levels == cells.first?.levels }
    comparesAll = isOneVariant ? cells.count <= 2 : variants <= Comparison.mostCrossed
    baselines = Dictionary(
      cells.filter { $0.architecture == baseline }.map { ($0.levels, $0) }, uniquingKeysWith: { first, _ in first })
    self.cells = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    self.metrics = Dictionary(uniqueKeysWithValues: metrics.enumerated().map { ($1, $0) })
    for (place, pair) in found.enumerated() {
      guard let key = key(pair.first, pair.second, pair.metric) else { continue }
      pairs[key] = place
      switch pair.verdict {
      case .worse: beaten.insert(key.metric * cells.count + key.first)
      case .better: beaten.insert(key.metric * cells.count + key.second)
      case .higher, .lower, .equal, .undecided: break
      }
    }
  }

  func estimate(_ metric: MetricSpecification, _ cell: Cell) -> Int? {
    guard let metric = metrics[metric], let cell = cells[cell] else { return nil }
    return metric * cells.count + cell
  }

  func pair(_ first: Cell, _ second: Cell, _ metric: MetricSpecification) -> Int? {
    key(first, second, metric).flatMap { pairs[$0] }
  }

  func baseline(of cell: Cell) -> Cell? { first ?? baselines[cell.levels] }

  private func key(_ first: Cell, _ second: Cell, _ metric: MetricSpecification) -> PairKey? {
    guard let first = cells[first], let second = cells[second], let metric = metrics[metric] else { return nil }
    return PairKey(first: first, second: second, metric: metric)
  }
}
