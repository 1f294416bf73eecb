import Agents
import Diagnostics

extension MappingReader {
  /// A number of tokens: a trace by its name, `{empirical: [[0, 10], [0.5, 130], [1, 900]]}`, a lognormal, a number.
  ///
  /// - Parameter part: Which of a trace's tables is meant.
  func tokens(_ key: String, of part: (TokenTrace) -> TokenQuantiles, default fallback: TokenSampler) -> TokenSampler {
    guard let node = value(key) else { return fallback }
    if let trace = node.text.flatMap({ TokenTrace.named($0) }) { return .empirical(part(trace)) }
    if case .mapping = node.content { return quantiles(node, key: key).map { .empirical($0) } ?? fallback }
    if let text = node.text, FunctionCall(text) == nil, Quantity(text) == nil, !node.isUnclosedCall {
      let names = TokenTrace.all.map(\.name)
      let hint = nearestMatch(to: text, among: names).map { ". Did you mean '\($0)'?" } ?? ""
      return wrongType(
        node, "a random quantity or one of \(names.joined(separator: ", "))", example: "lognormal(150, 0.5)\(hint)")
        ?? fallback
    }
    guard case .lognormal(let lognormal) = fallback else {
      return .lognormal(self.lognormal(key, .none, default: Lognormal(median: 1, sigma: 0)))
    }
    return .lognormal(self.lognormal(key, .none, default: lognormal))
  }

  private func quantiles(_ node: DocumentNode, key: String) -> TokenQuantiles? {
    guard let section = MappingReader(node, title: "'\(key)'", findings: findings) else { return nil }
    defer { section.finish() }
    let example = "[[0, 10], [0.5, 130], [1, 900]]"
    guard let list = section.required("empirical", for: example) else { return nil }
    guard case .sequence(let rows) = list.content else {
      return wrongType(list, "a list of pairs of a share and a number of tokens", example: example)
    }
    var points: [TokenQuantiles.Point] = []
    for row in rows {
      guard case .sequence(let pair) = row.content, pair.count == 2 else {
        return wrongType(row, "a pair of a share and a number of tokens", example: "[0.5, 130]")
      }
      guard let share = section.quantity(pair[0], key: "a share", .none, in: 0...1),
        let tokens = section.quantity(pair[1], key: "a quantile", .none, in: 1...1e9)
      else { return nil }
      points.append(TokenQuantiles.Point(share, tokens))
    }
    if let problem = TokenQuantiles.problem(in: points) {
      findings.error("contradiction", at: list.location, problem, remedy: "for instance \(example)")
      return nil
    }
    return TokenQuantiles(points)
  }
}
