/// The C++ side could not be made.
struct NoCompetitor: Error, CustomStringConvertible {
  let benchmark: String

  init(_ benchmark: String) {
    self.benchmark = benchmark
  }

  var description: String { "\(benchmark): there is no competitor for it" }
}
