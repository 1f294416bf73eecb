import SwarmArchitectures
import TestSupport
import Testing

/// Run over everything that is registered: a new architecture is tested the moment it stands in the list.
@Suite("Contract of all architectures")
struct ArchitectureContractTests {
  private func contract(_ name: String) throws -> ArchitectureContract {
    ArchitectureContract(try #require(Architectures.named(name)))
  }

  private static let names = Architectures.all.map { $0.name }

  @Test("Name, summary and parameters are fit for files and help", arguments: names)
  func declaration(name: String) throws {
    try contract(name).expectDeclaration()
  }

  @Test("The least parameters are enough", arguments: names)
  func leastParameters(name: String) throws {
    try contract(name).expectLeastParameters()
  }

  @Test("The same seed gives the same answers in the same order of events", arguments: names)
  func reproducible(name: String) throws {
    try contract(name).expectReproducible()
  }

  @Test("As many agents are asked as are needed, and no others", arguments: names)
  func agentsNeeded(name: String) throws {
    try contract(name).expectAgentsNeeded()
  }

  @Test("A cancellation ends it with the error, at that simulated time", arguments: names)
  func cancellation(name: String) throws {
    try contract(name).expectCancellable()
  }

  @Test("An error of the backend reaches the caller, and no call follows", arguments: names)
  func errors(name: String) throws {
    try contract(name).expectErrorsPassed()
  }

  @Test("Without any answer there is no answer", arguments: names)
  func noAnswers(name: String) throws {
    try contract(name).expectNoAnswerFromNone()
  }

  // The limit is for an architecture that does not make its calls concurrently: it would wait for ever.
  @Test(
    "On the wall clock it solves as in simulated time, with calls that overlap", .timeLimit(.minutes(1)),
    arguments: names)
  func wallClock(name: String) async throws {
    try await contract(name).expectSameOnWallClock()
  }
}
