import ArgumentParser

/// The command-line tool: one file a subcommand, and the only place that wires the modules together.
@main
struct Antbed: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "antbed",
    abstract: "A laboratory for swarms: compare architectures of LLM agents and models of colonies in simulated time.",
    discussion: """
      EXAMPLE
        antbed init first.yaml && antbed run first.yaml

      EXIT STATUS
        0  done
        1  some runs failed, or results could not be read or written
        2  the file or the command line is wrong
        130  interrupted; run the same command again to go on
      """,
    version: version,
    subcommands: [
      Run.self, Validate.self, Plan.self, Compare.self, ListArchitectures.self, ListMetrics.self,
      ListProfiles.self, ListModels.self, Solve.self, Init.self,
      Version.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Exit.end(with: error)
    }
  }
}
