import SimulationKernel

extension ProcessSimulation {
  /// Runs a process that starts others, until all have ended.
  func runSource(
    _ source: @escaping @Sendable (_ start: (@escaping @Sendable () async throws -> Void) -> Void) async throws -> Void
  ) throws {
    start("source") { try await source { start("customer", $0) } }
    try run(until: nil)
  }
}
