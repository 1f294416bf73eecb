/// One factor of a sweep at one of its levels.
public struct FactorLevel: Sendable, Hashable {
  /// The name of the parameter that is varied.
  public let factor: String
  public let value: ParameterValue

  public init(factor: String, value: ParameterValue) {
    self.factor = factor
    self.value = value
  }
}

extension ParameterValue {
  /// The value as a user writes it: `0.5`, `12`, `both`.
  public var text: String {
    switch self {
    case .integer(let value): return String(value)
    case .number(let value):
      let text = "\(value)"
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    case .choice(let value): return value
    case .flag(let value): return String(value)
    case .architecture(let value):
      let given = value.given.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
      return given.isEmpty ? value.kind : "\(value.kind)(\(given.joined(separator: ", ")))"
    }
  }

  /// The value on an axis; `nil` for a choice and a flag.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .choice, .flag, .architecture: nil
    }
  }
}
