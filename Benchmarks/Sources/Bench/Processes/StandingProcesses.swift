import SimulationKernel

extension ProcessSimulation {
  /// Runs so many processes, each given its number, until all have ended.
  func run(_ count: Int, _ process: @escaping @Sendable (Int) async throws -> Void) throws {
    for number in 0..<count { start("process", number) { try await process(number) } }
    try run(until: nil)
  }
}
