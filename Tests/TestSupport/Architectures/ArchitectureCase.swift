public import Agents
public import RunRecords
public import SwarmArchitectures

/// One way of running an architecture: with its defaults, or as a preset has it.
public struct ArchitectureCase: Sendable, CustomStringConvertible {
  public let type: any SwarmArchitecture.Type
  /// `nil` for the defaults.
  public let preset: ArchitecturePreset?

  public init(_ type: any SwarmArchitecture.Type, _ preset: ArchitecturePreset? = nil) {
    self.type = type
    self.preset = preset
  }

  /// Every architecture with its defaults and with each preset.
  public static let all: [ArchitectureCase] = Architectures.all.flatMap { type in
    [ArchitectureCase(type)] + type.presets.map { ArchitectureCase(type, $0) }
  }

  public var description: String { type.name + (preset.map { "/" + $0.name } ?? "") }

  /// The architecture, with some parameters set otherwise.
  public func architecture(_ changed: [String: ParameterValue] = [:]) -> any SwarmArchitecture {
    type.init((preset?.parameters ?? [:]).merging(changed) { $1 })
  }

  /// The rules, with some of them set otherwise.
  public func rules(_ changed: [String: ParameterValue] = [:]) -> SwarmRules {
    SwarmRules((preset?.rules ?? [:]).merging(changed) { $1 })
  }

  /// The architecture with another width; `nil` where it has none, or may not have that one.
  public func architecture(width: Int) -> (any SwarmArchitecture)? {
    let specification = type.parameters.first { $0.name == type.width }
    guard let specification, case .integer(_, let range) = specification.kind, range.contains(width) else { return nil }
    return architecture([specification.name: .integer(width)])
  }
}
