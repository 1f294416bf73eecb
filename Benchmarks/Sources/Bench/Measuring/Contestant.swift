/// One side of a contest: a world that goes on, so that every round continues where the last one ended.
protocol Contestant {
  /// Does so many units of work.
  mutating func run(_ units: Int)

  /// A hash over all that was done so far.
  var digest: UInt64 { get }

  /// The mean of what was drawn, for sides that draw by different methods.
  var mean: Double { get }
}

extension Contestant {
  var mean: Double { 0 }
}
