import RunRecords
import Testing

/// Values for a model that somebody may try.
struct ModelValues: Sendable, CustomTestStringConvertible {
  let model: String
  let given: [String: ParameterValue]

  init(_ model: String, _ given: [String: ParameterValue]) { self.init(model: model, given: given) }

  init(model: String, given: [String: ParameterValue]) {
    self.model = model
    self.given = given
  }

  var testDescription: String {
    ([model] + given.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }).joined(separator: ", ")
  }

  /// The least and the greatest value of a parameter; a run's length at its greatest is left out, for it takes long.
  static func ends(of specification: ParameterSpecification) -> [ParameterValue] {
    let isLength = ["ants", "steps", "time", "trials", "measured", "limit"].contains(specification.name)
    switch specification.kind {
    case .integer(_, let range):
      return isLength ? [.integer(range.lowerBound)] : [range.lowerBound, range.upperBound].map { .integer($0) }
    case .number(_, let range):
      return isLength ? [.number(range.lowerBound)] : [range.lowerBound, range.upperBound].map { .number($0) }
    case .choice(_, let allowed): return allowed.map { .choice($0) }
    case .flag: return [.flag(false), .flag(true)]
    case .architecture(let kind): return [.architecture(NestedArchitecture(kind))]
    }
  }
}
