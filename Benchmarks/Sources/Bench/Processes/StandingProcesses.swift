import SimulationKernel

extension ProcessSimulation {
  /// Runs so many processes, each given its number, until all have ended.
  func run(_ count: Int, _ process: @escaping @Sendable (Int) async throws -> Void) throws {
    try run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<count { group.addTask { try await process(number) } }
        try await group.waitForAll()
      }
    }
  }
}
