import RunRecords
import SwarmArchitectures

extension MappingReader {
  /// The value of a declared parameter, or `nil` where the file gives none.
  func parameter(_ specification: ParameterSpecification) -> ParameterValue? {
    let name = specification.name
    switch specification.kind {
    case .integer(let fallback, let range):
      return value(name).map { .integer(integer($0, key: name, in: range) ?? fallback) }
    case .number(let fallback, let range):
      return value(name) == nil ? nil : .number(number(name, default: fallback, in: range))
    case .choice(let fallback, let allowed):
      return value(name).map { .choice(choice($0, of: name, allowed: allowed) ?? fallback) }
    case .architecture: return value(name).flatMap(nestedArchitecture).map { .architecture($0) }
    case .flag(let fallback):
      return value(name) == nil ? nil : .flag(flag(name, default: fallback))
    }
  }

  /// An architecture in the place of an agent: its kind alone, or `{kind: debate, with: {rounds: 3}}`.
  func nestedArchitecture(_ node: DocumentNode) -> NestedArchitecture? {
    let kinds = Architectures.all.map { $0.name }
    if node.text != nil { return choice(node, of: "kind", allowed: kinds).map { NestedArchitecture($0) } }
    guard
      let reader = MappingReader(
        node, title: "an architecture", example: "{kind: debate, with: {rounds: 3}}", findings: findings)
    else { return nil }
    let kind = reader.required("kind", for: "debate").flatMap { reader.choice($0, of: "kind", allowed: kinds) }
    var given: [String: ParameterValue] = [:]
    if let with = reader.mapping("with", title: kind.map { "the parameters of '\($0)'" }),
      let type = kind.flatMap(Architectures.named)
    {
      for specification in type.parameters { given[specification.name] = with.parameter(specification) }
      with.finish()
    }
    reader.finish()
    guard let kind, let type = Architectures.named(kind) else { return nil }
    // Within many others its agents would be more than can be counted.
    let needed = type.init(given).agentsNeeded
    guard needed <= SwarmExperiment.mostAgents else {
      findings.error(
        "out-of-range", at: node.location, "an architecture in the place of an agent needs \(needed) agents",
        remedy: "at most \(SwarmExperiment.mostAgents)")
      return nil
    }
    return NestedArchitecture(kind, given: given)
  }
}

extension NestedArchitecture {
  var configuration: ConfigurationValue {
    guard let type = Architectures.named(kind), !type.parameters.isEmpty else { return .word(kind) }
    let values = ParameterValues(given, for: type.parameters).sorted
    return .mapping([
      ("kind", .word(kind)), ("with", .mapping(values.map { (key: $0.name, value: $0.value.configuration) })),
    ])
  }
}
