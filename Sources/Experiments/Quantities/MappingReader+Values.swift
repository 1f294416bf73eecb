import Diagnostics
import RunRecords

/// Typed values of keys: each reports what is wrong with its own, and goes on with the default.
extension MappingReader {
  func integer(_ key: String, default fallback: Int, in range: ClosedRange<Int>) -> Int {
    value(key).flatMap { integer($0, key: key, in: range) } ?? fallback
  }

  func integer(_ node: DocumentNode, key: String, in range: ClosedRange<Int>) -> Int? {
    guard case .scalar(let text, true) = node.content, let number = Int(text) else {
      return wrongType(node, "a whole number", example: String(max(range.lowerBound, min(10, range.upperBound))))
    }
    return checked(number, key: key, in: range, at: node)
  }

  func number(_ key: String, default fallback: Double, in range: ClosedRange<Double>) -> Double {
    value(key).flatMap { quantity($0, key: key, .none) }.flatMap { checked($0, key: key, in: range, at: node[key]) }
      ?? fallback
  }

  /// A share, written as a percentage or as a number: `5 %` or `0.05`.
  func share(_ key: String, default fallback: Double, in range: ClosedRange<Double>) -> Double {
    guard let node = value(key) else { return fallback }
    guard case .scalar(let text, true) = node.content, let quantity = Quantity(text) else {
      return wrongType(node, "a share", example: "5 %") ?? fallback
    }
    switch quantity.unit {
    case "%": return checked(quantity.number / 100, key: key, in: range, at: node) ?? fallback
    case "": return checked(quantity.number, key: key, in: range, at: node) ?? fallback
    default: return wrongUnit(node, key: key, "a share", got: quantity.unit, allowed: ["%"], example: "5 %") ?? fallback
    }
  }

  func flag(_ key: String, default fallback: Bool) -> Bool {
    guard let node = value(key) else { return fallback }
    guard case .scalar(let text, true) = node.content, let flag = ["true": true, "false": false][text.lowercased()]
    else { return wrongType(node, "true or false", example: "true") ?? fallback }
    return flag
  }

  func text(_ key: String) -> String? {
    value(key).flatMap { node in node.text ?? wrongType(node, "a text", example: "some words") }
  }

  func choice(_ key: String, default fallback: String, allowed: [String]) -> String {
    value(key).flatMap { choice($0, of: key, allowed: allowed) } ?? fallback
  }

  func choice(_ node: DocumentNode, of key: String, allowed: [String]) -> String? {
    guard let text = node.text else { return wrongType(node, "a word", example: allowed[0]) }
    if allowed.contains(text) { return text }
    let hint = nearestMatch(to: text, among: allowed).map { ". Did you mean '\($0)'?" } ?? ""
    findings.error(
      "unknown-name", at: node.location, "unknown \(key) '\(shortened(text))'",
      remedy: "allowed: " + allowed.joined(separator: ", ") + hint)
    return nil
  }

  func quantity(_ key: String, _ dimension: Dimension, default fallback: Double, in range: ClosedRange<Double>)
    -> Double
  {
    value(key).flatMap { quantity($0, key: key, dimension) }.flatMap { checked($0, key: key, in: range, at: node[key]) }
      ?? fallback
  }

  func quantity(_ node: DocumentNode, key: String, _ dimension: Dimension) -> Double? {
    guard case .scalar(let text, true) = node.content, Quantity(text) != nil else {
      return wrongType(node, dimension.described, example: dimension.example)
    }
    return quantity(text, at: node, key: key, dimension)
  }

  /// Reads a part of a scalar, such as an argument, as a quantity.
  func quantity(_ text: String, at node: DocumentNode, key: String, _ dimension: Dimension) -> Double? {
    guard let quantity = Quantity(text) else {
      return wrongType(node, "\(dimension.described) in '\(key)'", example: dimension.example)
    }
    if let unit = dimension.units.first(where: { $0.name == quantity.unit }) { return quantity.number * unit.factor }
    return wrongUnit(
      node, key: key, dimension.described, got: quantity.unit, allowed: dimension.units.map(\.name).filter { $0 != "" },
      example: dimension.example)
  }

  func checked<Value: Comparable>(
    _ value: Value, key: String, in range: ClosedRange<Value>, at node: DocumentNode?
  ) -> Value? {
    if range.contains(value) { return value }
    findings.error(
      "out-of-range", at: (node ?? self.node).location,
      "\(key) is \(plain(value)); it must be in \(plain(range.lowerBound))...\(plain(range.upperBound))")
    return nil
  }

  func wrongType<Value>(_ node: DocumentNode, _ expected: String, example: String) -> Value? {
    findings.error(
      "wrong-type", at: node.location, "expected \(expected), got \(node.described)",
      remedy: "for instance \(example)\(quotingHint(node))")
    return nil
  }

  private func wrongUnit<Value>(
    _ node: DocumentNode, key: String, _ expected: String, got unit: String, allowed: [String], example: String
  ) -> Value? {
    let got = unit.isEmpty ? "a number without a unit" : "the unit '\(shortened(unit))'"
    let list = allowed.isEmpty ? "" : "; units allowed: " + allowed.joined(separator: ", ")
    findings.error(
      "wrong-unit", at: node.location, "'\(key)' is \(expected), got \(got)", remedy: "for instance \(example)\(list)")
    return nil
  }

  private func quotingHint(_ node: DocumentNode) -> String {
    if case .scalar(let text, false) = node.content, Quantity(text) != nil { return ", without quotes" }
    return ""
  }
}

/// A number as a user writes it: without the ".0" of a whole one.
func plain<Value>(_ value: Value) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
