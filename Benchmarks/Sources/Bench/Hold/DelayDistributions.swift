import Competitors

/// As in `delays.hpp`, in the same order of operations.
enum ExponentialDelay: DelayDistribution {
  static let name = "exponential"
  static let kind = DelayExponential

  static func draw(_ generator: inout Generator) -> Double { 0.1 + generator.exponential(mean: 0.9) }
}

enum UniformDelay: DelayDistribution {
  static let name = "uniform"
  static let kind = DelayUniform

  static func draw(_ generator: inout Generator) -> Double { 2 * generator.uniform() }
}

/// Half of the delays near 0.01, half near 1000.
enum BimodalDelay: DelayDistribution {
  static let name = "bimodal"
  static let kind = DelayBimodal

  static func draw(_ generator: inout Generator) -> Double {
    let u = generator.uniform()
    return u < 0.5 ? 0.01 * (0.5 + 2 * u) : 1000 * (2 * u - 0.5)
  }
}

enum AllEqualDelay: DelayDistribution {
  static let name = "all-equal"
  static let kind = DelayAllEqual

  static func draw(_ generator: inout Generator) -> Double {
    _ = generator.next()
    return 1
  }
}

/// Shape 1.1: the mean is finite, the variance is not.
enum ParetoDelay: DelayDistribution {
  static let name = "pareto"
  static let kind = DelayPareto

  static func draw(_ generator: inout Generator) -> Double { quickExp(quickLog(generator.uniform()) / -1.1) }
}

/// Whole numbers from 1 to 4: a quarter of all events at every tick.
enum TicksDelay: DelayDistribution {
  static let name = "ticks"
  static let kind = DelayTicks

  static func draw(_ generator: inout Generator) -> Double { Double(1 + (generator.next() >> 62)) }
}

/// Four in five events happen at once; the mean is 1 again.
enum MostlyZeroDelay: DelayDistribution {
  static let name = "zero"
  static let kind = DelayZero

  static func draw(_ generator: inout Generator) -> Double {
    generator.uniform() < 0.8 ? 0 : generator.exponential(mean: 5)
  }
}
