import Experiments
import NumericalMethods
import Plotting
import ResultsStore

/// What a result depends on, for the manifest and the report.
enum Versions {
  static func all(gnuplot: GnuplotProcess?) throws -> [(name: String, version: String)] {
    [
      ("Antbed", Antbed.version),
      ("Model", String(ModelVersion.current)),
      ("GSL", NumericalLibrary.version),
      ("SQLite", try ResultsDatabase.sqliteVersion()),
      ("gnuplot", gnuplot.map { $0.version.replacing("gnuplot ", with: "", maxReplacements: 1) } ?? "none"),
    ]
  }
}
