import Agents
import ArgumentParser
import Reports
import RunRecords
import SwarmArchitectures

struct ListArchitectures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "architectures",
    abstract: "List the architectures of swarms, or tell what one of them takes and costs.",
    discussion: """
      EXAMPLE
        antbed architectures
        antbed architectures debate
      """)

  @Argument(help: "An architecture's name; all of them without one.")
  var name: String?

  func run() throws {
    guard let name else {
      let rows = Architectures.all.map { type -> [String] in
        [type.name, Self.number(type.init().cost(under: .standard).calls), type.summary]
      }
      for row in TextTable(header: ["architecture", "calls", "what it is"], rows: rows).leftAligned { print(row) }
      print("\nParameters, presets and costs of one: antbed architectures NAME. Calls: for one task, by default.")
      return
    }
    guard let type = Architectures.named(name) else {
      throw Trouble(unknown: "architecture", name, among: Architectures.all.map { $0.name })
    }
    describe(type)
  }

  private func describe(_ type: any SwarmArchitecture.Type) {
    print("\(type.name): \(type.summary)")
    let architecture = type.init()
    let cost = architecture.cost(under: .standard)
    print(
      "By default \(architecture.agentsNeeded) agents and, for one task, \(Self.number(cost.calls)) calls that read "
        + "\(Self.number(cost.readings)) messages"
        + (type.width.map { "; costs are matched by '\($0)'" } ?? "") + ".")
    show(["with", "default", "allowed", "meaning"], type.parameters)
    show(["rules", "default", "allowed", "meaning"], SwarmRules.parameters)
    guard !type.presets.isEmpty else { return }
    print("")
    let presets = type.presets.map { preset in
      let set = (preset.parameters.sorted { $0.key < $1.key } + preset.rules.sorted { $0.key < $1.key })
        .map { "\($0.key)=\($0.value.text)" }
      return ["  " + preset.name, set.joined(separator: " "), preset.source]
    }
    for line in TextTable(header: ["preset", "sets", "source"], rows: presets).leftAligned { print(line) }
  }

  private func show(_ header: [String], _ parameters: [ParameterSpecification]) {
    guard !parameters.isEmpty else { return }
    print("")
    let rows = parameters.map { ["  " + $0.name, $0.defaultValue.text, $0.allowedText, $0.summary] }
    for line in TextTable(header: header, rows: rows).leftAligned { print(line) }
  }

  private static func number(_ value: Double) -> String { ParameterValue.number(value).text }
}

extension ParameterSpecification {
  /// The values that are allowed, for people.
  var allowedText: String {
    let unit = unit.map { " \($0)" } ?? ""
    return switch kind {
    case .integer(_, let range): "\(range.lowerBound)...\(range.upperBound)\(unit)"
    case .number(_, let range):
      "\(ParameterValue.number(range.lowerBound).text)...\(ParameterValue.number(range.upperBound).text)\(unit)"
    case .choice(_, let allowed): allowed.joined(separator: ", ")
    case .flag: "true, false"
    case .architecture: "an architecture"
    }
  }
}
