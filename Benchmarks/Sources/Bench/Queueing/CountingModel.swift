import SimulationKernel

/// A model that counts its units of work and stops at a number of them.
protocol CountingModel: SimulationModel {
  /// Units of work done so far.
  var count: Int { get }
  /// Where the model stops.
  var target: Int { get set }

  /// A hash over what happened so far.
  func digest(at now: Double) -> UInt64
}
