import Agents
import Diagnostics

extension MappingReader {
  /// A lognormal quantity, `lognormal(median, sigma)`, or a constant one, written as the number alone.
  func lognormal(_ key: String, _ dimension: Dimension, default fallback: Lognormal) -> Lognormal {
    guard let node = value(key) else { return fallback }
    let example = dimension == .none ? "lognormal(150, 0.5)" : "lognormal(\(dimension.example), 0.5)"
    guard let text = node.text else { return wrongType(node, "a random quantity", example: example) ?? fallback }
    if node.isUnclosedCall {
      findings.error(
        "wrong-type", at: node.location, "expected \(example), got \(node.described)",
        remedy: "within {...} a text with ',' needs quotes: \"\(example)\"")
      return fallback
    }
    guard let call = FunctionCall(text) else {
      guard Quantity(text) != nil else { return wrongType(node, "a random quantity", example: example) ?? fallback }
      return quantity(node, key: key, dimension, in: 1e-9...1e12).map { Lognormal(median: $0, sigma: 0) } ?? fallback
    }
    guard call.name == "lognormal", call.arguments.count == 2 else {
      return wrongType(node, "lognormal(median, sigma)", example: example) ?? fallback
    }
    let median = quantity(
      call.arguments[0], at: node, key: key, name: "the median of '\(key)'", dimension, in: 1e-9...1e12)
    let sigma = quantity(call.arguments[1], at: node, key: key, name: "the sigma of '\(key)'", .none, in: 0...10)
    guard let median, let sigma else { return fallback }
    return Lognormal(median: median, sigma: sigma)
  }
}
