import Experiments
import Plotting
import RunRecords
import Statistics

/// A comparison as text for a terminal: estimates of every cell, then a verdict for every pair that is compared.
public struct ComparisonText: Sendable {
  private let found: Comparison
  private let color: Bool
  private let width: Int

  /// - Parameter width: Columns that there is room for; tables that are wider are split.
  public init(_ comparison: Comparison, color: Bool, width: Int = .max) {
    found = comparison
    self.color = color
    self.width = width
  }

  /// The tables, without a line break at the end.
  public var text: String {
    let settings = found.file
    var lines: [String] = []
    lines.append(bold(settings.title ?? settings.name))
    lines.append(found.headline + ".")
    lines.append("")
    lines += estimates
    lines.append("")
    lines.append(
      bold("Verdicts")
        + (isSummedUp
          ? " (first against second, counted over \(found.cells.count / found.file.subject.names.count) design points)"
          : " (first against second; difference of means, \(level) interval)"))
    lines += verdicts
    lines.append("")
    lines += notes
    return lines.joined(separator: "\n")
  }

  private var level: String { "\(plain(found.file.statistics.confidence * 100)) %" }

  private var isSummedUp: Bool { found.comparesAtPoints && found.cells.count > Comparison.mostListed.inText }

  /// One row for each architecture: the mean over all design points, and the lowest and the highest.
  private var ranges: [String] {
    let metrics = found.headlineMetrics
    let header = [found.noun, "best at"] + metrics.map { "\($0.name) (\($0.unit))" }
    let best = metrics.first.map { found.bestCounts(on: $0) } ?? []
    func number(_ value: Double) -> String { NumberText.plain(value, significant: 3) }
    let rows = found.file.subject.names.map { name in
      [name, counted(best.first { $0.name == name }?.points ?? 0, "point")]
        + metrics.map { metric in
          found.range(of: metric, for: name).map {
            "\(number($0.mean)) (\(number($0.low)) to \(number($0.high)))"
          } ?? "no value"
        }
    }
    return TextTable(header: header.map(bold), rows: rows).lines(fitting: width)
  }

  /// One row for each pair of architectures: at how many design points the first is better or worse.
  private var counts: [String] {
    let metrics = found.headlineMetrics
    let header = ["pair"] + metrics.map { "\($0.name)" }
    let ofMetrics = metrics.map { found.pointCounts(on: $0) }
    let rows = (ofMetrics.first ?? []).indices.map { place in
      ["\(ofMetrics[0][place].first) - \(ofMetrics[0][place].second)"]
        + ofMetrics.map { $0.indices.contains(place) ? $0[place] : ofMetrics[0][place] }.map {
          "better \($0.better), worse \($0.worse), other \($0.other)"
        }
    }
    return TextTable(header: header.map(bold), rows: rows).lines(fitting: width)
  }

  private var estimates: [String] {
    if isSummedUp { return ranges }
    let metrics = found.headlineMetrics
    let header = [found.noun] + metrics.map { "\($0.name) (\($0.unit))" }
    let rows = found.cells.map { cell in
      [cell.name]
        + metrics.map { metric in
          guard let entry = found.estimate(metric, of: cell) else { return "no value" }
          let predicted = entry.predicted.map { " [\(NumberText.plain($0, significant: 4))]" } ?? ""
          guard let estimate = entry.estimate else { return "no value" + predicted }
          return EstimateText.label(Estimate(estimate)) + predicted + (entry.isLeading ? " *" : "  ")
        }
    }
    return TextTable(header: header.map(bold), rows: rows).lines(fitting: width)
  }

  private var verdicts: [String] {
    if isSummedUp { return counts }
    let metrics = found.headlineMetrics
    let header = ["pair"] + metrics.map { "\($0.name) (\($0.unit))" }
    let rows = found.comparedCells(on: metrics).map { first, second in
      let row = metrics.map { metric -> String in
        guard let pair = found.pair(first, against: second, on: metric) else { return "no pairs" }
        return "\(paint(pair.verdict)) \(EstimateText.label(Estimate(pair.difference), isSigned: true))"
      }
      return ["\(first.name) - \(second.name)"] + row
    }
    if rows.isEmpty { return ["one \(found.noun): nothing to compare it with"] }
    return TextTable(header: header.map(bold), rows: rows).lines(fitting: width)
  }

  private var notes: [String] {
    let (settings, metrics) = (found.file, found.headlineMetrics)
    let pairing =
      settings.replications.commonRandomNumbers
      ? "paired by common random numbers" : "on independent streams, paired by number"
    var lines = [
      "\(found.runsDone) of \(found.runsPlanned) runs done, \(found.runsFailed) failed; "
        + "\(counted(settings.replications.count, "replication")) of \(found.replicationContent), "
        + "\(pairing).",
      "Intervals: Student's t over replications, \(level). Verdicts: paired t tests, "
        + (settings.statistics.correction == .none
          ? "not corrected for \(found.pairs.count) comparisons."
          : "\(settings.statistics.correction.title) over all \(found.pairs.count) comparisons of pairs on metrics."),
      (found.places.comparesAll && metrics.contains { $0.better != .neither } ? "* not beaten by any other. " : "")
        + "More metrics, p values and effect sizes: --json, or the report.",
    ]
    lines += [found.baselineNote, found.silentNote].compactMap(\.self)
    let methods = found.readingMethods
    if !methods.isEmpty { lines.append("In brackets: the exact reading (\(methods.joined(separator: ", "))).") }
    if found.runsDone + found.runsFailed < found.runsPlanned {
      lines.append("Not complete: run the experiment again to make the runs that are missing.")
    }
    return lines
  }

  private func bold(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func paint(_ verdict: Verdict) -> String {
    guard color else { return verdict.rawValue }
    let code =
      switch verdict {
      case .better: "32"
      case .worse: "31"
      case .higher, .lower: "36"
      case .equal, .undecided: "2"
      }
    return "\u{1B}[\(code)m\(verdict.rawValue)\u{1B}[0m"
  }
}

/// A number without the ".0" of a whole one, and without the noise of binary fractions.
func plain(_ value: Double) -> String {
  let rounded = (value * 1e9).rounded() / 1e9
  let text = "\(rounded)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// "1 task", "2 tasks".
func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
