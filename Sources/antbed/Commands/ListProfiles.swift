import Agents
import ArgumentParser
import Reports

struct ListProfiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the models that a simulated backend may be, with what each was fitted to.",
    discussion: """
      EXAMPLE
        antbed profiles
      """)

  func run() {
    let rows = ProfilePresets.all.map { [$0.name, $0.source] }
    for line in TextTable(header: ["profile", "source"], rows: rows).leftAligned { print(line) }
    print(
      "\nIn a file: backends: {mock: {kind: profile, profile: NAME}}; to change some numbers of one: "
        + "profile: {base: NAME, correctness: {accuracy: 60 %}}.")
  }
}
