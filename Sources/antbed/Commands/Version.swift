import ArgumentParser
import Plotting

struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the versions of Antbed and of what its results depend on.",
    discussion: """
      EXAMPLE
        antbed version
      """)

  func run() throws {
    var gnuplot: GnuplotProcess?
    do throws(PlottingError) { gnuplot = try GnuplotProcess() } catch { gnuplot = nil }
    for (name, version) in try Versions.all(gnuplot: gnuplot) { print("\(name) \(version)") }
  }
}
