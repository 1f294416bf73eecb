import Competitors

/// How long an event of the hold model lies ahead. A type each, so that the loop is compiled for it.
protocol DelayDistribution {
  /// As in the benchmark's name.
  static var name: String { get }
  /// Which one the C++ side takes.
  static var kind: DelayKind { get }

  static func draw(_ generator: inout Generator) -> Double
}
