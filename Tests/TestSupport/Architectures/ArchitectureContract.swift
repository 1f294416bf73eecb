import Agents
import RunRecords
import SwarmArchitectures
import Testing

/// What every architecture keeps, whatever it does: each function checks one clause and records issues.
public struct ArchitectureContract: Sendable {
  let subject: ArchitectureCase
  let architecture: any SwarmArchitecture
  let rules: SwarmRules

  public init(_ subject: ArchitectureCase) {
    self.subject = subject
    architecture = subject.architecture()
    rules = subject.rules()
  }

  private var type: any SwarmArchitecture.Type { subject.type }

  /// Name, summary and parameters can stand in a file and in `--help`, and the defaults are allowed.
  public func expectDeclaration() {
    expectKebabCase(type.name)
    #expect(type.summary.hasSuffix(".") && type.summary.count < 120, "\(type.name): \(type.summary)")
    #expect(Set(type.parameters.map(\.name)).count == type.parameters.count, "\(type.name) has a parameter twice")
    for parameter in type.parameters {
      #expect(
        parameter.name.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(parameter.name) is not in snake_case")
      #expect(parameter.summary.hasSuffix("."), "\(parameter.name): \(parameter.summary)")
      #expect(parameter.kind.allows(parameter.defaultValue), "\(parameter.name) is not allowed by default")
    }
    if let width = type.width {
      #expect(subject.architecture(width: 2) != nil, "\(width) is no whole number that may be 2")
    }
    #expect(architecture.agentsNeeded >= 1)
  }

  /// Every preset has a name for files, a source with a year or a version, and values of declared parameters and rules.
  public func expectPresets() {
    #expect(type.presets.map(\.name) == Set(type.presets.map(\.name)).sorted(), "presets are not sorted by name")
    for preset in type.presets {
      expectKebabCase(preset.name)
      #expect(preset.source.contains(/\d{4}|\d+\.\d+/), "\(type.name)/\(preset.name): \(preset.source)")
      expect(preset.parameters, of: type.parameters)
      expect(preset.rules, of: SwarmRules.parameters)
    }
  }

  /// It works with every choice, flag and bound of its parameters, one after another: whoever agrees is heard.
  ///
  /// Upper bounds of whole numbers are left out; they are for patience, not for sense.
  public func expectEveryValue() throws {
    for parameter in type.parameters {
      for value in parameter.kind.extremes {
        let run = try ContractRun.play(
          subject.architecture([parameter.name: value]), rules: rules, script: Completion.agreeing)
        #expect(run.answer.content == "A" || run.answer.content == nil, "\(parameter.name) is \(value)")
      }
    }
    var least: [String: ParameterValue] = [:]
    for parameter in type.parameters {
      if case .integer(_, let range) = parameter.kind { least[parameter.name] = .integer(range.lowerBound) }
    }
    let run = try ContractRun.play(subject.architecture(least), rules: rules, script: Completion.agreeing)
    #expect(run.answer.content == "A")
  }

  private func expectKebabCase(_ name: String) {
    #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(name) is not in kebab-case")
  }

  private func expect(_ values: [String: ParameterValue], of specifications: [ParameterSpecification]) {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      let specification = specifications.first { $0.name == name }
      #expect(specification?.kind.allows(value) == true, "\(subject): \(name) may not be \(value)")
    }
  }
}

extension ParameterSpecification.Kind {
  /// Whether a value is of this kind and in its range.
  func allows(_ value: ParameterValue) -> Bool {
    switch (self, value) {
    case (.integer(_, let range), .integer(let value)): range.contains(value)
    case (.number(_, let range), .number(let value)): range.contains(value)
    case (.choice(_, let allowed), .choice(let value)): allowed.contains(value)
    case (.flag, .flag): true
    case (.architecture, .architecture(let nested)): Self.isArchitecture(nested)
    default: false
    }
  }

  private static func isArchitecture(_ nested: NestedArchitecture) -> Bool {
    guard let type = Architectures.named(nested.kind) else { return false }
    return nested.given.allSatisfy { name, value in
      type.parameters.first { $0.name == name }?.kind.allows(value) ?? false
    }
  }

  /// The values at the edges of what is allowed.
  fileprivate var extremes: [ParameterValue] {
    switch self {
    case .integer(_, let range): [.integer(range.lowerBound)]
    case .number(_, let range): [.number(range.lowerBound), .number(range.upperBound)]
    case .choice(_, let allowed): allowed.map(ParameterValue.choice)
    case .flag: [.flag(false), .flag(true)]
    case .architecture:
      [.architecture(NestedArchitecture("self-consistency", given: ["samples": .integer(2)]))]
    }
  }
}
