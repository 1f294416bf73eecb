import Diagnostics
import RandomStreams
import RunRecords

/// Reads the levels of one factor: a list of values, or `{from: 0.1, to: 1, steps: 4}`.
struct LevelReader {
  let reader: MappingReader
  /// What is varied; `nil` for a key whose values are checked when it is put in place.
  let parameter: ParameterSpecification?
  let name: String

  init(reader: MappingReader, parameter: ParameterSpecification) {
    self.init(reader: reader, parameter: parameter, name: parameter.name)
  }

  init(reader: MappingReader, parameter: ParameterSpecification?, name: String) {
    self.reader = reader
    self.parameter = parameter
    self.name = name
  }

  /// The levels in their order; empty, with a finding, where there are none.
  func levels(_ node: DocumentNode) -> [ParameterValue] {
    switch node.content {
    case .sequence(let items) where !items.isEmpty:
      let levels = items.compactMap(level)
      if levels.count == items.count, let twice = Self.repeated(levels) {
        reader.findings.error(
          "duplicate-name", at: node.location, "\(name) has the level \(twice.text) twice",
          remedy: "write each level once")
        return []
      }
      return levels.count == items.count ? Self.alike(levels) : []
    case .mapping where parameter == nil || parameter?.defaultValue.number != nil:
      return range(node)
    default:
      let nothing: [ParameterValue]? = reader.wrongType(node, "a list of levels", example: example)
      return nothing ?? []
    }
  }

  private var example: String {
    switch parameter?.kind {
    case nil: "[1, 2], or {from: 1, to: 10, steps: 4}"
    case .integer, .number: "[\(parameter?.defaultValue.text ?? "1")], or {from: 1, to: 10, steps: 4}"
    case .choice(_, let allowed): "[" + allowed.joined(separator: ", ") + "]"
    case .flag: "[true, false]"
    case .architecture: "[single, debate]"
    }
  }

  /// Whole numbers among others are numbers like those.
  private static func alike(_ levels: [ParameterValue]) -> [ParameterValue] {
    guard levels.contains(where: { if case .number = $0 { true } else { false } }) else { return levels }
    return levels.map { level in
      guard case .integer(let value) = level else { return level }
      return .number(Double(value))
    }
  }

  private static func repeated(_ levels: [ParameterValue]) -> ParameterValue? {
    var seen: Set<ParameterValue> = []
    return levels.first { !seen.insert($0).inserted }
  }

  private func level(_ node: DocumentNode) -> ParameterValue? {
    switch parameter?.kind {
    case nil: return scalar(node)
    case .integer(_, let range): return reader.integer(node, key: name, in: range).map { .integer($0) }
    case .number(_, let range): return reader.quantity(node, key: name, .none, in: range).map { .number($0) }
    case .choice(_, let allowed): return reader.choice(node, of: name, allowed: allowed).map { .choice($0) }
    case .flag: return reader.flag(node).map { .flag($0) }
    case .architecture: return reader.nestedArchitecture(node).map { .architecture($0) }
    }
  }

  /// A value as it is written: a number where it is one, else a text that may have a unit.
  private func scalar(_ node: DocumentNode) -> ParameterValue? {
    guard let text = node.text else { return reader.wrongType(node, "a value", example: "0.5") }
    guard case .scalar(_, true) = node.content else { return .choice(text) }
    if let flag = ["true": true, "false": false][text] { return .flag(flag) }
    if let number = Int(text), String(number) == text { return .integer(number) }
    if let quantity = Quantity(text), quantity.unit.isEmpty, quantity.number.isFinite {
      return .number(quantity.number)
    }
    return .choice(text)
  }

  private func range(_ node: DocumentNode) -> [ParameterValue] {
    guard let range = MappingReader(node, title: "the range of '\(name)'", findings: reader.findings) else {
      return []
    }
    let from = range.required("from", for: "1").flatMap { end($0, of: range) }
    let to = range.required("to", for: "10").flatMap { end($0, of: range) }
    let steps = range.required("steps", for: "4").flatMap { range.integer($0, key: "steps", in: 2...1_000) }
    let isLogarithmic = range.choice("scale", default: "linear", allowed: ["linear", "log"]) == "log"
    range.finish()
    guard let from, let to, let steps else { return [] }
    guard from < to, !isLogarithmic || from > 0 else {
      reader.findings.error(
        "contradiction", at: node.location, "the levels of '\(name)' go from \(plain(from)) to \(plain(to))",
        remedy: isLogarithmic ? "from a number above 0 to a larger one" : "from a smaller number to a larger one")
      return []
    }
    let levels = Self.levels(from: from, to: to, steps: steps, isLogarithmic: isLogarithmic)
    if case .integer = parameter?.kind { return Self.wholeNumbers(levels) }
    let nearly = levels.map(Self.rounded)
    for candidates in [[from] + nearly.dropFirst().dropLast() + [to], levels] {
      if zip(candidates, candidates.dropFirst()).allSatisfy(<) {
        let isWhole = parameter == nil && candidates.allSatisfy { $0.rounded() == $0 && abs($0) < 1e15 }
        return candidates.map { isWhole ? .integer(Int($0)) : .number($0) }
      }
    }
    reader.findings.error(
      "contradiction", at: node.location,
      "there are no \(steps) different numbers from \(plain(from)) to \(plain(to))", remedy: "ask for fewer levels")
    return []
  }

  private func end(_ node: DocumentNode, of range: MappingReader) -> Double? {
    guard let level = level(node) else { return nil }
    return level.number
      ?? range.wrongType(
        node, "a plain number as the end of a range", example: "0.5; write quantities with units as a list")
  }

  private static func levels(from: Double, to: Double, steps: Int, isLogarithmic: Bool) -> [Double] {
    (0..<steps).map { step in
      let share = Double(step) / Double(steps - 1)
      if step == 0 { return from }
      if step == steps - 1 { return to }
      return isLogarithmic ? from * PortableMath.power(to / from, share) : from + (to - from) * share
    }
  }

  /// To nine digits, so that a level reads as it is meant: 0.3, and not 0.30000000000000004.
  private static func rounded(_ value: Double) -> Double {
    guard (1e-100...1e100).contains(abs(value)) else { return value }
    var (scale, up) = (1.0, 1.0)
    while abs(value) * scale < 1e8 { scale *= 10 }
    while abs(value) / up >= 1e9 { up *= 10 }
    return (value * scale / up).rounded() / scale * up
  }

  /// Each whole number once: ten levels from 1 to 3 are three.
  static func wholeNumbers(_ levels: [Double]) -> [ParameterValue] {
    var result: [ParameterValue] = []
    for level in levels {
      let value = ParameterValue.integer(Int(level.rounded()))
      if result.last != value { result.append(value) }
    }
    return result
  }
}
