import ColonyModels
import Experiments
import Plotting
public import RunRecords
import Statistics

extension Comparison {
  /// The metrics that stand in the first table and in the figures: how good, how fast, how dear; of a model, and where
  /// the file names metrics, the first four.
  ///
  /// Of a batch its makespan says how fast it is, of a stream the time to answer: a stream ends when it ends.
  public var headlineMetrics: [MetricSpecification] {
    guard case .swarm(let swarm) = file.subject else { return Array(metrics.prefix(4)) }
    // Who names metrics names the most important first.
    guard swarm.metrics == .standard || swarm.metrics == .all else { return Array(metrics.prefix(4)) }
    let speed =
      switch swarm.workload.arrival {
      case .batch: "makespan"
      case .stream: "latency"
      }
    let names = ["accuracy", speed, "tokens", "cost"]
    let found = names.compactMap { name in metrics.first { $0.name == name } }
    return found.isEmpty ? Array(metrics.prefix(4)) : found
  }

  /// What is compared: an architecture or a variant.
  var noun: String {
    switch file.subject {
    case .swarm: "architecture"
    case .colony: "variant"
    }
  }

  /// The cell that another one's differences are shown against: the baseline at the same design point, or the first
  /// point where there is one variant only; `nil` for that cell itself.
  public func baseline(of cell: Cell) -> Cell? {
    let baseline = places.baseline(of: cell)
    return baseline == cell ? nil : baseline
  }

  /// How the exact readings were computed, sorted; empty where there are none.
  var readingMethods: [String] { Set(predictions.compactMap { $0?.method }).sorted() }

  /// What is said where pairs are left out, as they are too many.
  var baselineNote: String? {
    guard file.subject.names.count > Self.mostCrossed else { return nil }
    return "More than \(Self.mostCrossed) \(noun)s: each is compared with '\(file.baseline)' alone."
  }

  /// What is said where somebody never got a word out: a zero of that kind is no finding about who is better.
  var silentNote: String? {
    guard case .swarm = file.subject, let tokens = metrics.first(where: { $0.name == "tokens" }) else { return nil }
    let silent = estimates.filter { $0.metric == tokens && $0.estimate?.mean == 0 }.map(\.cell.name)
    guard let first = silent.first else { return nil }
    let who = silent.count == 1 ? first : "\(first) and \(silent.count - 1) more"
    return "No call of \(who) took a token in any run: do budget and service leave room for one?"
  }

  /// What a figure's last line says of its runs: "200 tasks a replication", "model double-bridge".
  var footnote: String {
    switch file.subject {
    case .swarm: "\(file.replicationContent) a replication"
    case .colony(let colony): "model \(colony.model.name)"
    }
  }

  /// How a cell's exact reading was computed; empty where there is none.
  func method(of cell: Cell) -> String {
    cells.firstIndex(of: cell).flatMap { predictions[$0]?.method } ?? ""
  }

  /// The pairs of cells that are compared on any of the metrics, in the order of the file.
  func comparedCells(on metrics: [MetricSpecification]) -> [(first: Cell, second: Cell)] {
    let places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    var seen: Set<[Int]> = []
    for pair in pairs where metrics.contains(pair.metric) {
      if let first = places[pair.first], let second = places[pair.second] { seen.insert([first, second]) }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }.map { (cells[$0[0]], cells[$0[1]]) }
  }

  /// What one replication plays.
  var replicationContent: String { file.replicationContent }

  /// The names of the cells that nobody beats on a metric, in the order of the file.
  public func leaders(on metric: MetricSpecification) -> [String] {
    estimates.filter { $0.metric == metric && $0.isLeading }.map(\.cell.name)
  }

  /// One line that says what was found, at most 75 characters where names allow: who leads in accuracy and who costs
  /// least; of a model, where its first metric is highest and lowest.
  public var headline: String {
    if case .colony = file.subject { return "\(metrics[0].title): \(extremes(of: metrics[0]))" }
    if comparesAtPoints, let metric = headlineMetrics.first, let best = mostOftenBest(on: metric) {
      return "\(metric.title): \(best)"
    }
    guard let accuracy = metrics.first(where: { $0.name == "accuracy" }) else {
      return metrics.first.map { "\($0.title): \(extremes(of: $0))" } ?? file.name
    }
    if cells.count == 1 { return "One architecture, \(cells[0].name): nothing to compare it with" }
    guard places.comparesAll else { return "\(accuracy.title): \(extremes(of: accuracy))" }
    let best = claim(accuracy, "answers best", "answer best")
    guard let cost = metrics.first(where: { $0.name == "cost" }) else { return capitalized(best) }
    return capitalized("\(best); \(claim(cost, "costs least", "cost least"))")
  }

  /// Why the replication is what is counted.
  var unitReason: String {
    switch file.subject {
    case .swarm: ": tasks of one replication share a swarm"
    case .colony: ""
    }
  }

  /// Where a metric is highest and where it is lowest.
  func extremes(of metric: MetricSpecification) -> String {
    let found = estimates.filter { $0.metric == metric }.compactMap { entry in
      entry.estimate.map { (name: entry.cell.name, mean: $0.mean) }
    }
    guard let high = found.max(by: { $0.mean < $1.mean }), let low = found.min(by: { $0.mean < $1.mean }) else {
      return "no values"
    }
    func number(_ value: Double) -> String { NumberText.plain(value, significant: 3) }
    if found.count == 1 { return "\(number(high.mean)) \(metric.unit)" }
    if high.mean == low.mean { return "\(number(high.mean)) \(metric.unit) everywhere" }
    return "highest \(number(high.mean)) (\(high.name)), lowest \(number(low.mean)) (\(low.name))"
  }

  private func claim(_ metric: MetricSpecification, _ one: String, _ several: String) -> String {
    let leaders = leaders(on: metric)
    return switch leaders.count {
    case 0: "nobody \(one)"
    case cells.count: cells.count == 2 ? "neither surely \(one)" : "none of the \(cells.count) surely \(one)"
    case 1: "\(leaders[0]) \(one)"
    case 2: "\(leaders[0]) and \(leaders[1]) \(several)"
    default: "\(leaders.count) of \(cells.count) \(several), undecided among them"
    }
  }

  private func capitalized(_ text: String) -> String {
    // A name stays as the user wrote it; only a word of ours begins the sentence with a capital.
    let isName = cells.contains { text.hasPrefix($0.name) }
    return isName ? text : text.prefix(1).uppercased() + text.dropFirst()
  }
}
