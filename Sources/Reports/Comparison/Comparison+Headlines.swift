import Experiments
public import RunRecords

extension Comparison {
  /// The metrics that stand in the first table and in the figures: how good, how fast, how dear.
  ///
  /// Of a batch its makespan says how fast it is, of a stream the time to answer: a stream ends when it ends.
  public var headlineMetrics: [MetricSpecification] {
    let speed =
      switch file.workload.arrival {
      case .batch: "makespan"
      case .stream: "latency"
      }
    let names = ["accuracy", speed, "tokens", "cost"]
    return names.compactMap { name in metrics.first { $0.name == name } }
  }

  /// The names of the cells that nobody beats on a metric, in the order of the file.
  public func leaders(on metric: MetricSpecification) -> [String] {
    estimates.filter { $0.metric == metric && $0.isLeading }.map(\.cell.name)
  }

  /// One line that says who leads in accuracy and who costs least, at most 75 characters where names allow.
  public var headline: String {
    guard let accuracy = metrics.first(where: { $0.name == "accuracy" }),
      let cost = metrics.first(where: { $0.name == "cost" })
    else { return file.name }
    if cells.count == 1 { return "One architecture, \(cells[0].name): nothing to compare it with" }
    return capitalized("\(claim(accuracy, "answers best", "answer best")); \(claim(cost, "costs least", "cost least"))")
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
