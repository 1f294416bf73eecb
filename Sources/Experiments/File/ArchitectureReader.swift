import Agents
import Diagnostics
import RunRecords
import SwarmArchitectures

/// An architecture as the file has it, before costs are matched.
struct WrittenArchitecture {
  var name: String
  var kind: any SwarmArchitecture.Type
  /// What the file or the preset gives of its parameters.
  var given: [String: ParameterValue]
  /// What the swarm, the preset or the architecture itself gives of the rules.
  var rules: [String: ParameterValue]
  /// Those of the rules that the architecture itself or its preset gives.
  var ownRules: Set<String>

  /// The same with a value of a whole-number parameter.
  func with(_ parameter: String, _ value: Int) -> WrittenArchitecture {
    var result = self
    result.given[parameter] = .integer(value)
    return result
  }

  /// The architecture with the defaults of what is not given.
  var resolved: SwarmExperiment.NamedArchitecture {
    var result = SwarmExperiment.NamedArchitecture(
      name: name, kind: kind, values: ParameterValues(given, for: kind.parameters),
      ruleValues: ParameterValues(rules, for: SwarmRules.parameters))
    result.ownRules = ownRules
    return result
  }
}

/// Reads the key `architectures`.
struct ArchitectureReader {
  let findings: FindingCollector
  /// What `swarm.rules` gives.
  let ruleDefaults: [String: ParameterValue]

  func read(_ root: MappingReader) -> [WrittenArchitecture] {
    let example = "[{name: peers, kind: collaborative}]"
    guard let node = root.required("architectures", for: example) else { return [] }
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      let nothing: [WrittenArchitecture]? = root.wrongType(
        node, "a list of one or more architectures", example: example)
      return nothing ?? []
    }
    return items.compactMap { item in
      MappingReader(
        item, title: "an architecture", example: "{name: peers, kind: collaborative}", findings: findings
      ).flatMap(architecture)
    }
  }

  private func architecture(_ reader: MappingReader) -> WrittenArchitecture? {
    let kind = reader.required("kind", for: "collaborative").flatMap {
      reader.choice($0, of: "kind", allowed: Architectures.all.map { $0.name })
    }
    let type = kind.flatMap(Architectures.named)
    let preset = preset(reader, of: type)
    let name = reader.value("name").map { reader.slug($0, "the name of an architecture") } ?? preset?.name ?? kind
    var given = preset?.parameters ?? [:]
    let with = reader.mapping("with", title: kind.map { "the parameters of '\($0)'" })
    if let with, let type {
      for specification in type.parameters {
        if let value = with.parameter(specification) { given[specification.name] = value }
      }
      let own = type.parameters.map(\.name)
      with.refuse(
        SwarmRules.parameters.map(\.name).filter { !own.contains($0) }, because: "the rules",
        remedy: "write it under 'rules', beside 'with'")
      with.finish()
    }
    let rules = reader.mapping("rules", example: "{tie_break: random}").map(SwarmReader.rules) ?? [:]
    reader.finish()
    guard let name, let type else { return nil }
    let own = (preset?.rules ?? [:]).merging(rules) { _, written in written }
    return WrittenArchitecture(
      name: name, kind: type, given: given, rules: ruleDefaults.merging(own) { _, own in own },
      ownRules: Set(own.keys))
  }

  private func preset(_ reader: MappingReader, of type: (any SwarmArchitecture.Type)?) -> ArchitecturePreset? {
    guard let node = reader.value("preset"), let type else { return nil }
    guard !type.presets.isEmpty else {
      findings.error(
        "unknown-name", at: node.location, "'\(type.name)' has no presets", remedy: "leave the key out")
      return nil
    }
    let name = reader.choice(node, of: "preset", allowed: type.presets.map(\.name))
    return type.presets.first { $0.name == name }
  }
}
