import SimulationKernel

extension ProcessSimulation {
  /// Runs so many processes, each given its number, until all have ended.
  func run(_ count: Int, _ process: @escaping @Sendable (Int) async throws -> Void) throws {
    let clock = clock
    try run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<count {
          group.addTask {
            try await process(number)
            // A group looks for a child that ends among all, oldest first: a million that end in any other order than
            // they began in take hours. After the contest, so that it is not measured.
            try await clock.sleep(until: SimulationTime(seconds: 1e9 + Double(number)))
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
