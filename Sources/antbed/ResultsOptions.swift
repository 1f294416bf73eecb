import ArgumentParser
import Experiments
import Foundation
import Reports
import ResultsStore

/// Where results lie.
struct ResultsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of all results.", valueName: "dir"), completion: .directory)
  var results = "results"

  var root: URL { URL(fileURLWithPath: results, isDirectory: true) }
}
