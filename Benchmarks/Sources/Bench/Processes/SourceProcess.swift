import SimulationKernel

extension ProcessSimulation {
  typealias Process = @Sendable () async throws -> Void

  /// Runs a process that starts others, until all have ended.
  func runSource(_ source: @escaping @Sendable (_ start: (@escaping Process) -> Void) async throws -> Void) throws {
    try run {
      try await withThrowingDiscardingTaskGroup { group in
        try await source { process in group.addTask(operation: process) }
      }
    }
  }
}
