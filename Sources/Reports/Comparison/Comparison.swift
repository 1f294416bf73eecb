public import ColonyModels
public import Experiments
public import RunRecords
public import Statistics

/// What an experiment found: an estimate of every metric for every cell, and a verdict on every pair of cells.
public struct Comparison: Sendable {
  /// One metric of one cell over its finished replications.
  public struct CellEstimate: Sendable {
    public let cell: Cell
    public let metric: MetricSpecification
    /// Replication and value, in the order of replications; only of runs that measured one.
    public let values: [(replication: Int, value: Double)]
    /// The mean with its t interval; `nil` where no run measured a value.
    public let estimate: MeanEstimate?
    /// What an exact reading of the cell's model says the mean is; `nil` where there is none.
    public let predicted: Double?
    /// Whether no other cell is better beyond doubt; false for a metric without a better direction.
    public internal(set) var isLeading: Bool
  }

  /// Two cells held against each other on one metric.
  public struct Pair: Sendable {
    public let first: Cell
    public let second: Cell
    public let metric: MetricSpecification
    /// first - second, over the replications that both have.
    public let difference: PairedDifference
    /// The p value, corrected over all pairs and metrics of the experiment.
    public let adjustedP: Double
    public let verdict: Verdict
  }

  public let file: ExperimentFile
  public let cells: [Cell]
  public let metrics: [MetricSpecification]
  /// Metric by metric, within each cell by cell.
  public let estimates: [CellEstimate]
  /// Metric by metric, within each pair by pair in the order of the file.
  public let pairs: [Pair]
  /// What was recorded over time: series by series, within each cell by cell.
  public let courses: [CourseEstimate]
  /// The exact reading of each cell's model, in the order of the cells.
  public let predictions: [Prediction?]
  /// Why an exact reading could not be made, one sentence each; mostly none.
  public let troubles: [String]
  /// Runs of the plan that have results.
  public let runsDone: Int
  /// Runs of the plan that were tried and failed.
  public let runsFailed: Int
  /// Runs of the plan, made or not.
  public let runsPlanned: Int
  let places: Places

  /// Where more variants than this stand at one design point, each is compared with the baseline alone: all pairs would
  /// be too many to be read, and the correction for their number would leave little to be said.
  static let mostCrossed = 60

  /// Compares the cells of a plan.
  ///
  /// - Parameter records: Runs of the plan, in any order; others are left out.
  public init(_ plan: ExperimentPlan, records: [RunRecord]) {
    let settings = plan.file.statistics
    let byKey = Dictionary(records.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    let cells = plan.cells.map(\.cell)
    let metrics = plan.metrics
    let (predictions, troubles) = Self.predictions(of: plan)
    let estimates = metrics.flatMap { metric in
      zip(cells, predictions).map { cell, prediction in
        let predicted = prediction?.values.first { $0.metric == metric.name && $0.value.isFinite }?.value
        return Self.estimate(cell, metric, predicted, plan.file, byKey)
      }
    }
    let pairs = Self.pairs(
      Self.comparedPlaces(among: cells, baseline: plan.file.baseline), metrics, estimates, settings)
    let planned = plan.runs.compactMap { byKey[$0.key] }
    file = plan.file
    self.cells = cells
    self.metrics = metrics
    let places = Places(cells, metrics, pairs, baseline: plan.file.baseline)
    self.places = places
    let hasLeaders = places.comparesAll
    self.estimates = estimates.enumerated().map { place, estimate in
      var estimate = estimate
      estimate.isLeading =
        hasLeaders && estimate.estimate != nil && estimate.metric.better != .neither && !places.beaten.contains(place)
      return estimate
    }
    self.pairs = pairs
    courses = CourseEstimate.all(of: plan, byKey, predictions)
    self.predictions = predictions
    self.troubles = troubles
    runsPlanned = plan.runCount
    runsFailed = planned.count { if case .failed = $0.outcome { true } else { false } }
    runsDone = planned.count - runsFailed
  }

  /// The estimate of a metric for a cell.
  public func estimate(_ metric: MetricSpecification, of cell: Cell) -> CellEstimate? {
    places.estimate(metric, cell).map { estimates[$0] }
  }

  /// The comparison of two cells on a metric, seen from `first`; `nil` where there is none.
  public func pair(_ first: Cell, against second: Cell, on metric: MetricSpecification) -> Pair? {
    if let place = places.pair(first, second, metric) { return pairs[place] }
    return places.pair(second, first, metric).map { pairs[$0].reversed(level: file.statistics.confidence) }
  }

  private static func estimate(
    _ cell: Cell, _ metric: MetricSpecification, _ predicted: Double?, _ file: ExperimentFile,
    _ records: [RunKey: RunRecord]
  ) -> CellEstimate {
    let values = (0..<file.replications.count).compactMap { replication -> (replication: Int, value: Double)? in
      let key = RunKey(cellDigest: cell.digest, replication: replication)
      guard let value = records[key]?.value(of: metric.name), value.isFinite else { return nil }
      return (replication, value)
    }
    let estimate = values.isEmpty ? nil : MeanEstimate(of: values.map(\.value), level: file.statistics.confidence)
    return CellEstimate(
      cell: cell, metric: metric, values: values, estimate: estimate, predicted: predicted, isLeading: false)
  }

  private static func pairs(
    _ compared: [(first: Int, second: Int)], _ metrics: [MetricSpecification], _ estimates: [CellEstimate],
    _ settings: ExperimentFile.StatisticsSettings
  ) -> [Pair] {
    var found: [(Cell, Cell, MetricSpecification, PairedDifference)] = []
    let cells = estimates.count / max(1, metrics.count)
    for (row, metric) in metrics.enumerated() {
      let start = row * cells
      for places in compared {
        let (first, second) = (estimates[start + places.first], estimates[start + places.second])
        guard let difference = difference(first, second, settings.confidence) else { continue }
        found.append((first.cell, second.cell, metric, difference))
      }
    }
    // One correction over everything that is said: whoever looks at all pairs on all metrics has a chance of at most
    // 1 - confidence to be told anything wrong.
    let adjusted = settings.correction.adjusted(found.map(\.3.pValue))
    return zip(found, adjusted).map { pair, p in
      let (first, second, metric, difference) = pair
      return Pair(
        first: first, second: second, metric: metric, difference: difference, adjustedP: p,
        verdict: verdict(difference, p, metric, settings.confidence))
    }
  }

  /// Variants are compared at the same design point, where there are many with the baseline alone; where there is one
  /// variant only, every point with the first one.
  ///
  /// - Returns: Places of cells, in the order of the file.
  private static func comparedPlaces(among cells: [Cell], baseline: String) -> [(first: Int, second: Int)] {
    if cells.allSatisfy({ $0.architecture == cells[0].architecture }) {
      return cells.indices.dropFirst().map { (0, $0) }
    }
    var partners: [[FactorLevel]: [Int]] = [:]
    for (place, cell) in cells.enumerated() { partners[cell.levels, default: []].append(place) }
    return cells.indices.flatMap { first in
      let partners = (partners[cells[first].levels] ?? [])
      if partners.count > mostCrossed {
        return cells[first].architecture == baseline ? partners.filter { $0 != first }.map { (first, $0) } : []
      }
      return partners.filter { $0 > first }.map { (first, $0) }
    }
  }

  private static func predictions(of plan: ExperimentPlan) -> ([Prediction?], [String]) {
    var troubles: [String] = []
    let predictions = plan.cells.map { cell -> Prediction? in
      do {
        return try plan.prediction(for: cell)
      } catch {
        troubles.append("\(cell.cell.name): the exact reading failed: \(error)")
        return nil
      }
    }
    return (predictions, troubles)
  }

  /// The paired difference over the replications that both cells have; `nil` where they share none.
  private static func difference(_ a: CellEstimate, _ b: CellEstimate, _ level: Double) -> PairedDifference? {
    var (ofA, ofB): ([Double], [Double]) = ([], [])
    // Both are in the order of replications.
    var place = 0
    for entry in a.values {
      while place < b.values.count, b.values[place].replication < entry.replication { place += 1 }
      guard place < b.values.count else { break }
      guard b.values[place].replication == entry.replication else { continue }
      ofA.append(entry.value)
      ofB.append(b.values[place].value)
    }
    return ofA.isEmpty ? nil : PairedDifference(ofA, ofB, level: level)
  }

  private static func verdict(
    _ difference: PairedDifference, _ adjustedP: Double, _ metric: MetricSpecification, _ level: Double
  ) -> Verdict {
    if difference.n > 1, difference.mean == 0, difference.low == 0, difference.high == 0 { return .equal }
    guard adjustedP < 1 - level else { return .undecided }
    let isHigher = difference.mean > 0
    return switch metric.better {
    case .higher: isHigher ? .better : .worse
    case .lower: isHigher ? .worse : .better
    case .neither: isHigher ? .higher : .lower
    }
  }
}

extension Comparison.Pair {
  fileprivate func reversed(level: Double) -> Comparison.Pair {
    return Comparison.Pair(
      first: second, second: first, metric: metric, difference: difference.negated, adjustedP: adjustedP,
      verdict: verdict.reversed)
  }
}
