import RandomStreams
import SimulationKernel

// snippet: ant-trail
/// Pheromone on one branch, which evaporates all the time and is computed only when somebody looks.
struct Trail {
  private var laid = 0.0
  private var stamp = 0.0
  let lifetime = 600.0

  func amount(at now: SimulationTime) -> Double {
    laid * PortableMath.exp((stamp - now.seconds) / lifetime)
  }

  mutating func lay(_ more: Double, at now: SimulationTime) {
    laid = amount(at: now) + more
    stamp = now.seconds
  }
}
// end
