import Agents
import SwarmArchitectures

/// Plays an architecture against the worker model, one task after another, and counts the right answers.
///
/// Tasks are independent, so the count is binomial.
func countSolved(
  _ architecture: any SwarmArchitecture, _ profile: WorkerProfile, tasks: Int, seed: UInt64 = 1
) async throws -> Int {
  try await ModelSwarm(profile, seed: seed).solved(architecture, tasks: tasks)
}
