import Agents
import ArgumentParser
import Experiments
import Reports

struct ListProfiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the models that a simulated backend may be, with what each was fitted to, or print one of them.",
    discussion: """
      EXAMPLE
        antbed profiles
        antbed profiles default > profiles/mine.yaml
      """)

  @Argument(help: "A profile's name: it is printed as a file, to start from; all of them are listed without one.")
  var name: String?

  func run() throws {
    if let name {
      guard let preset = ProfilePresets.named(name) else {
        throw Trouble(unknown: "profile", name, among: ProfilePresets.all.map(\.name))
      }
      print("# \(preset.name): \(preset.source)\n\(preset.profile.yaml)", terminator: "")
      return
    }
    let rows = ProfilePresets.all.map { [$0.name, $0.source] }
    for line in TextTable(header: ["profile", "source"], rows: rows).leftAligned { print(line) }
    print(
      "\nIn a file: backends: {mock: {kind: profile, profile: NAME}}; to change some numbers of one: "
        + "profile: {base: NAME, correctness: {accuracy: 60 %}}. All numbers of one: antbed profiles NAME.")
  }
}
