import Experiments
public import Foundation
import Mustache
public import Plotting
import RunRecords
import Statistics

/// A comparison as one HTML file: figures inside, no script, no network, no server.
///
/// The page holds no date and no path, so the same results give the same page.
public struct ReportPage: Sendable {
  /// One figure of the page.
  public struct Drawing: Sendable {
    /// The SVG, or `nil` where it could not be drawn.
    public let svg: String?
    public let figure: any Figure
    /// An animated GIF that belongs to the figure, or `nil`.
    public let movie: Data?

    public init(figure: any Figure, svg: String?, movie: Data? = nil) {
      self.figure = figure
      self.svg = svg
      self.movie = movie
    }
  }

  private let found: Comparison
  private let drawings: [Drawing]
  private let versions: [(name: String, version: String)]

  /// - Parameter versions: Programs and libraries that the results come from.
  public init(_ comparison: Comparison, drawings: [Drawing], versions: [(name: String, version: String)]) {
    found = comparison
    self.drawings = drawings
    self.versions = versions
  }

  /// The page as text.
  ///
  /// - Throws: What the template engine reports.
  public func html() throws -> String {
    let template = try MustacheTemplate(string: ReportTemplate.text)
    return template.render(context)
  }

  // Dictionaries and not types of their own: what is named here is what the template names.
  private var context: [String: Any] {
    let file = found.file
    return [
      "title": file.title ?? file.name, "name": file.name, "headline": found.headline,
      "style": ReportStyle.text, "state": state,
      "isComplete": found.runsDone == found.runsPlanned,
      "findings": findings, "level": level, "metrics": metricHeaders, "rows": estimateRows,
      "drawings": drawings.map(drawing), "hasDrawings": !drawings.isEmpty, "cellCount": found.cells.count,
      "verdicts": verdictTables, "hasPairs": !found.pairs.isEmpty,
      "noun": found.noun, "column": found.noun.prefix(1).uppercased() + found.noun.dropFirst(),
      "hasLeaders": !isSummedUp && found.places.comparesAll && found.metrics.contains { $0.better != .neither },
      "isSummedUp": isSummedUp,
      "baseline": file.baseline, "sureness": sureness, "failed": found.runsFailed,
      "definitions": found.metrics.map(definition),
      "configuration": file.resolvedYAML, "hash": file.configurationHash, "seed": String(file.replications.seed),
      "versions": versions.map { ["name": $0.name, "version": $0.version] },
    ]
  }

  private var level: String { "\(plain(found.file.statistics.confidence * 100)) %" }

  private var state: String {
    let counts = "\(found.runsDone) of \(found.runsPlanned) runs done, \(found.runsFailed) failed"
    return found.runsDone == found.runsPlanned ? "Complete: \(counts)." : "Not complete: \(counts)."
  }

  /// A sentence for each of the first metrics: who leads, and by how much against the baseline.
  private var findings: [[String: Any]] {
    found.headlineMetrics.map { metric in
      ["metric": metric.title, "unit": metric.unit, "better": Self.direction(of: metric), "who": who(on: metric)]
    }
  }

  private func who(on metric: MetricSpecification) -> String {
    if metric.better == .neither || !found.places.comparesAll { return found.extremes(of: metric) }
    let leaders = found.leaders(on: metric)
    if found.comparesAtPoints, isSummedUp || leaders.count > Self.mostNamed,
      let best = found.mostOftenBest(on: metric)
    {
      return best
    }
    if leaders.count == found.cells.count { return "no \(found.noun) is surely better than another" }
    let others = leaders.count - Self.mostNamed
    return "not beaten: " + leaders.prefix(Self.mostNamed).joined(separator: ", ")
      + (others > 0 ? " and \(others) more" : "")
  }

  /// Nobody reads more names than this in a sentence.
  private static let mostNamed = 6

  private static func direction(of metric: MetricSpecification) -> String {
    switch metric.better {
    case .higher: "higher is better"
    case .lower: "lower is better"
    case .neither: "neither direction is better"
    }
  }

  private var metricHeaders: [[String: Any]] {
    found.metrics.map {
      ["title": $0.title, "unit": $0.unit, "arrow": Self.direction(of: $0)]
    }
  }

  /// Where there are too many cells, one row for each architecture: mean, lowest and highest over the design points.
  private var rangeRows: [[String: Any]] {
    func number(_ value: Double) -> String { NumberText.plain(value, significant: 3) }
    return found.file.subject.names.map { name in
      let fields = found.metrics.map { metric -> [String: Any] in
        let text = found.range(of: metric, for: name).map {
          "\(number($0.mean)) (\(number($0.low)) to \(number($0.high)))"
        }
        return ["text": text ?? "no value", "n": 0, "isLeading": false]
      }
      return ["name": name, "isBaseline": name == found.file.baseline, "fields": fields]
    }
  }

  private var isSummedUp: Bool {
    let most = Comparison.mostListed.onPage
    // With many metrics, pairs are too many before cells are: a browser takes seconds for ten thousand rows.
    return found.comparesAtPoints && (found.cells.count > most || found.pairs.count > 20 * most)
  }

  private var estimateRows: [[String: Any]] {
    if isSummedUp { return rangeRows }
    return found.cells.map { cell in
      let fields = found.metrics.map { metric -> [String: Any] in
        let entry = found.estimate(metric, of: cell)
        let predicted = entry?.predicted.map { " [\(NumberText.plain($0, significant: 4))]" } ?? ""
        guard let entry, let estimate = entry.estimate else {
          return ["text": "no value" + predicted, "n": 0, "isLeading": false]
        }
        return [
          "text": EstimateText.label(Estimate(estimate)) + predicted, "n": estimate.n, "isLeading": entry.isLeading,
        ]
      }
      return ["name": cell.name, "isBaseline": found.baseline(of: cell) == nil, "fields": fields]
    }
  }

  private func drawing(_ drawing: Drawing) -> [String: Any] {
    let table = drawing.figure.dataTable.forReading
    func text(_ cell: DataTable.Cell) -> String {
      switch cell {
      case .text(let text): text
      case .number(let number): number.isFinite ? NumberText.plain(number, significant: 6) : ""
      }
    }
    return [
      "svg": drawing.svg ?? "", "isDrawn": drawing.svg != nil, "name": drawing.figure.name,
      "headline": drawing.figure.headline, "movie": drawing.movie?.base64EncodedString() ?? "",
      "hasMovie": drawing.movie != nil, "columns": table.columns.map(\.header),
      "data": table.rows.map { row in ["fields": row.map(text)] },
    ]
  }

  private var verdictTables: [[String: Any]] {
    found.metrics.enumerated().map { index, metric in
      if isSummedUp { return countTable(metric, isFirst: index == 0) }
      let pairs = found.pairs.filter { $0.metric == metric }
      return [
        "title": metric.title, "unit": metric.unit, "isFirst": index == 0, "summary": metric.summary,
        "decided": pairs.count { $0.verdict.isDecided }, "count": pairs.count,
        "pairs": pairs.map(pair),
      ]
    }
  }

  /// Where there are too many pairs: at how many design points the one of two architectures is better.
  private func countTable(_ metric: MetricSpecification, isFirst: Bool) -> [String: Any] {
    let counts = found.pointCounts(on: metric)
    let decided = counts.reduce(0) { $0 + $1.better + $1.worse }
    return [
      "title": metric.title, "unit": metric.unit, "isFirst": isFirst, "summary": metric.summary, "decided": decided,
      "count": counts.reduce(decided) { $0 + $1.other }, "isCounted": true,
      "counts": counts.map {
        [
          "first": $0.first, "second": $0.second, "better": String($0.better), "worse": String($0.worse),
          "other": String($0.other),
        ]
      },
    ]
  }

  private func pair(_ pair: Comparison.Pair) -> [String: Any] {
    [
      "first": pair.first.name, "second": pair.second.name,
      "difference": EstimateText.label(Estimate(pair.difference), isSigned: true),
      "verdict": pair.verdict.rawValue, "p": Self.pText(pair.adjustedP), "n": pair.difference.n,
      "effect": pair.difference.effectSize.map { NumberText.fixed($0, decimals: 2, isSigned: true) }
        ?? "every run alike",
      "correlation": pair.difference.correlation.map { NumberText.fixed($0, decimals: 2) } ?? "none",
      "saving": pair.difference.varianceRatio.map { NumberText.fixed($0, decimals: 2) } ?? "none",
    ]
  }

  /// A p value is never written as zero.
  static func pText(_ p: Double) -> String {
    p < 0.001 ? "< 0.001" : NumberText.fixed(p, decimals: 3)
  }

  private var sureness: [[String: Any]] {
    let file = found.file
    var points = [
      "\(counted(file.replications.count, "replication")) of \(found.replicationContent) for each "
        + "\(found.noun). The replication is the unit of all statistics\(found.unitReason).",
      "Intervals are Student's t intervals of the mean over replications, at \(level).",
      "Verdicts come from paired t tests. " + correction,
    ]
    if case .swarm(let swarm) = file.subject, let measure = swarm.matching {
      points.append(
        "Costs are matched by \(measure.rawValue): whose width the file leaves open is as wide as it can be without costing "
          + "more than the dearest. What failures and early ends save is in the metrics.")
    }
    points += [found.baselineNote, found.silentNote].compactMap(\.self)
    let methods = found.readingMethods
    if !methods.isEmpty {
      points.append(
        "In brackets beside an estimate: what an exact reading of the same model says (\(methods.joined(separator: ", ")))."
      )
    }
    let ratios = found.pairs.filter { $0.metric == found.metrics.first }.compactMap(\.difference.varianceRatio).sorted()
    if file.replications.commonRandomNumbers, !ratios.isEmpty {
      let ratio = ratios[ratios.count / 2]
      points.append(
        "Common random numbers: the median variance of a difference in \(found.metrics[0].title.lowercased()) is "
          + "\(NumberText.fixed(ratio, decimals: 2)) of what independent runs would give; a verdict takes that share "
          + "of the replications.")
    }
    return points.map { ["text": $0] }
  }

  private var correction: String {
    let chance = "\(plain((1 - found.file.statistics.confidence) * 100)) %"
    let method = found.file.statistics.correction
    if method == .none {
      return "They are not corrected for there being \(found.pairs.count) of them: each decided one is wrong with a "
        + "chance of at most \(chance), and among many some are."
    }
    return "They are corrected (\(method.title)) over all \(found.pairs.count) comparisons of pairs on metrics: the "
      + "chance that any decided verdict is wrong is at most \(chance)."
  }

  private func definition(_ metric: MetricSpecification) -> [String: Any] {
    ["name": metric.name, "title": metric.title, "unit": metric.unit, "summary": metric.summary]
  }
}
