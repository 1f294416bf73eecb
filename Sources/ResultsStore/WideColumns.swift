import RunRecords

/// The column headers of `run_wide`: a metric's name with its unit, such as `makespan_s` and `accuracy_percent`.
enum WideColumns {
  /// The columns before those of the metrics.
  static let fixed = ["cell", "architecture", "replication", "state", "events"]

  /// One header a metric, each different from all others and from the fixed ones, whatever the case of the letters.
  static func headers(for metrics: [MetricSpecification]) -> [String] {
    var taken = Set(fixed)
    return metrics.map { metric in
      let plain = header(name: metric.name, unit: metric.unit)
      var header = plain
      var number = 2
      while !taken.insert(header.lowercased()).inserted {
        header = "\(plain)_\(number)"
        number += 1
      }
      return header
    }
  }

  static func header(name: String, unit: String) -> String {
    let suffix = suffix(unit)
    // A name that says its unit already does not say it twice: `tokens_per_task`, not `tokens_tokens_per_task`.
    if suffix.hasPrefix("\(name)_") { return suffix }
    let saysUnit = suffix.isEmpty || name == suffix || name.hasSuffix("_\(suffix)")
    return saysUnit ? name : "\(name)_\(suffix)"
  }

  /// The unit as the end of an identifier in `snake_case`: `percent` for `%`, `usd_per_task` for `USD/task`.
  static func suffix(_ unit: String) -> String {
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in unit.lowercased() {
      switch character {
      case "a"..."z", "0"..."9": word.append(character)
      // The sign for micro and the Greek letter.
      case "\u{B5}", "\u{3BC}": word.append("u")
      case "%":
        endWord()
        words.append("percent")
      case "/":
        endWord()
        words.append("per")
      default: endWord()
      }
    }
    endWord()
    return words.joined(separator: "_")
  }
}
