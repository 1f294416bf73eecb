import ArgumentParser
import Foundation
import ResultsStore

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write an experiment file to start from.",
    discussion: """
      EXAMPLE
        antbed init first.yaml && antbed run first.yaml
      """)

  @Argument(help: "The file to write; it must not exist yet.", completion: .file())
  var path = "first.yaml"

  func run() throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Trouble("\(path): error: the file exists already, and stays as it is [exists]\n   give another name")
    }
    try AtomicFile.write(Self.text, to: URL(fileURLWithPath: path))
    print("\(path) is written; run it with: antbed run \(path)")
  }

  static let text = """
    # An experiment: four architectures at equal cost, and one agent alone, on the same 200 tasks.
    # Check it with 'antbed validate', run it with 'antbed run'; every key that is not here has a default.
    format: 1
    name: first
    title: Which architecture answers best?

    workload:
      kind: batch
      tasks: 200
      in_flight: 4                  # tasks that the swarm works on at once

    matching: calls                 # whose width is left open is made to cost what the dearest one costs

    architectures:                  # compared with each other, replication by replication on the same tasks
      - {name: single, kind: single}
      - {name: vote, kind: collaborative}
      - {name: best, kind: competitive}
      - {name: debate, kind: debate, with: {rounds: 2}}
      - {name: boss, kind: hierarchical}
    baseline: single                # differences are shown against it

    replications:
      min: 20
      seed: 1

    """
}
