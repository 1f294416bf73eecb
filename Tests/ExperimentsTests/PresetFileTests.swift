import Experiments
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Presets in a file")
struct PresetFileTests {
  struct Preset: Sendable, CustomTestStringConvertible {
    let kind: String
    let preset: ArchitecturePreset
    var testDescription: String { "\(kind) \(preset.name)" }
  }

  static let all = Architectures.all.flatMap { type in
    type.presets.map { Preset(kind: type.name, preset: $0) }
  }

  @Test("Every preset can be named, gives what it says, and reads the same when all is written out", arguments: all)
  func reads(example: Preset) throws {
    let preset = example.preset
    let file = try SampleSwarm.file("architectures: [{kind: \(example.kind), preset: \(preset.name)}]\n")
    let architecture = file.swarm.architectures[0]
    #expect(architecture.name == preset.name)
    let (values, rules) = (
      Dictionary(uniqueKeysWithValues: architecture.values.sorted.map { ($0.name, $0.value) }),
      Dictionary(uniqueKeysWithValues: architecture.ruleValues.sorted.map { ($0.name, $0.value) })
    )
    for (name, value) in preset.parameters { #expect(values[name] == value, "\(name)") }
    for (name, value) in preset.rules { #expect(rules[name] == value, "\(name)") }
    let again = try SampleFile.file(file.resolvedYAML)
    #expect(again.configurationHash == file.configurationHash)
    #expect(again.resolvedYAML == file.resolvedYAML)
  }

  @Test("There are presets, and what is given beside one goes before it")
  func own() throws {
    #expect(Self.all.count >= 20)
    let file = try SampleSwarm.file(
      "architectures: [{name: mine, kind: debate, preset: du-2023, with: {debaters: 7}}]\n")
    let architecture = file.swarm.architectures[0]
    #expect(architecture.name == "mine" && architecture.values["debaters"] == 7 && architecture.values["rounds"] == 2)
  }
}
