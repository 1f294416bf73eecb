import Experiments
import RunRecords
import Statistics

/// A sweep in short: what each architecture or variant does over all design points, for when there are too many cells
/// to be listed.
extension Comparison {
  /// More cells than this are summed up in a terminal, and in a page.
  static let mostListed = (inText: 60, onPage: 200)

  /// One architecture on one metric over all design points.
  struct Range {
    let mean: Double
    let low: Double
    let high: Double
  }

  /// Two architectures on one metric, counted over the design points.
  struct PointCounts {
    let first: String
    let second: String
    var better = 0
    var worse = 0
    /// Undecided, equal, and where neither direction is better.
    var other = 0
  }

  /// Whether cells stand at several design points, several at each.
  var comparesAtPoints: Bool { file.subject.names.count > 1 && cells.contains { !$0.levels.isEmpty } }

  /// The means of a metric over the design points; `nil` where nothing was measured.
  func range(of metric: MetricSpecification, for name: String) -> Range? {
    let means = estimates.lazy.filter { $0.metric == metric && $0.cell.architecture == name }
      .compactMap(\.estimate?.mean).filter(\.isFinite)
    let all = Array(means)
    guard let low = all.min(), let high = all.max() else { return nil }
    return Range(mean: all.reduce(0, +) / Double(all.count), low: low, high: high)
  }

  /// At how many design points each has the best mean of a metric, in the order of the file; ties go to the first.
  func bestCounts(on metric: MetricSpecification) -> [(name: String, points: Int)] {
    let sign = metric.better == .lower ? -1.0 : 1.0
    var best: [[FactorLevel]: (name: String, value: Double)] = [:]
    for entry in estimates where entry.metric == metric {
      guard let mean = entry.estimate?.mean, mean.isFinite else { continue }
      if let found = best[entry.cell.levels], found.value >= sign * mean { continue }
      best[entry.cell.levels] = (entry.cell.architecture, sign * mean)
    }
    return file.subject.names.map { name in (name, best.values.count { $0.name == name }) }
  }

  /// How often the one of two architectures is better, over the design points, in the order of the file.
  func pointCounts(on metric: MetricSpecification) -> [PointCounts] {
    var order: [[String]] = []
    var counts: [[String]: PointCounts] = [:]
    for pair in pairs where pair.metric == metric {
      let key = [pair.first.architecture, pair.second.architecture]
      if counts[key] == nil {
        counts[key] = PointCounts(first: key[0], second: key[1])
        order.append(key)
      }
      switch pair.verdict {
      case .better: counts[key]?.better += 1
      case .worse: counts[key]?.worse += 1
      case .equal, .undecided, .higher, .lower: counts[key]?.other += 1
      }
    }
    return order.compactMap { counts[$0] }
  }

  /// The best of some cells on a metric, and whether it is better than each of the others beyond doubt; `nil` where
  /// nothing was measured.
  ///
  /// A sweep is read point by point: each has the level of the experiment to itself, divided among its comparisons.
  func best(
    among entries: [CellEstimate], on metric: MetricSpecification
  ) -> (entry: CellEstimate, mean: Double, isSure: Bool)? {
    let sign = metric.better == .lower ? -1.0 : 1.0
    let measured = entries.filter { $0.estimate?.mean.isFinite == true }
    guard
      let best = measured.max(by: { sign * ($0.estimate?.mean ?? 0) < sign * ($1.estimate?.mean ?? 0) }),
      let mean = best.estimate?.mean
    else { return nil }
    let level = (1 - file.statistics.confidence) / Double(max(1, measured.count - 1))
    let isSure = measured.allSatisfy { other in
      guard other.cell != best.cell else { return true }
      guard let pair = pair(best.cell, against: other.cell, on: metric) else { return false }
      return sign * pair.difference.mean > 0 && pair.difference.pValue < level
    }
    return (best, mean, isSure)
  }

  /// At how many design points one architecture is better than every other beyond doubt.
  func surePoints(of name: String, on metric: MetricSpecification) -> Int {
    Dictionary(grouping: estimates.filter { $0.metric == metric }, by: \.cell.levels).values.count { entries in
      best(among: entries, on: metric).map { $0.isSure && $0.entry.cell.architecture == name } ?? false
    }
  }

  /// Who is best most often on a metric: "debate is best at 210 of 400 points, surely at 96".
  func mostOftenBest(on metric: MetricSpecification) -> String? {
    let counts = bestCounts(on: metric)
    let all = counts.reduce(0) { $0 + $1.points }
    guard let first = counts.max(by: { $0.points < $1.points }), all > 0 else { return nil }
    guard places.comparesAll else { return "\(first.name) is best at \(first.points) of \(all) points" }
    let sure = surePoints(of: first.name, on: metric)
    return "\(first.name) is best at \(first.points) of \(all) points, surely at \(sure == 0 ? "none" : String(sure))"
  }
}
