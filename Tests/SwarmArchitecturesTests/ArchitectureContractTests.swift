import Agents
import SwarmArchitectures
import TestSupport
import Testing

/// Run over everything that is registered: a new architecture is tested the moment it stands in the list, a preset the
/// moment it is declared.
@Suite("Contract of all architectures")
struct ArchitectureContractTests {
  private static let cases = ArchitectureCase.all
  private static let defaults = Architectures.all.map { ArchitectureCase($0) }

  @Test("Name, summary and parameters are fit for files and help", arguments: defaults)
  func declaration(subject: ArchitectureCase) {
    ArchitectureContract(subject).expectDeclaration()
  }

  @Test("Presets have names, sources, and values that are allowed", arguments: defaults)
  func presets(subject: ArchitectureCase) {
    ArchitectureContract(subject).expectPresets()
  }

  @Test("It works with every choice and bound of its parameters", arguments: defaults)
  func everyValue(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectEveryValue()
  }

  @Test("The same seed gives the same answers in the same order of events, with every model", arguments: cases)
  func reproducible(subject: ArchitectureCase) throws {
    for profile in ProfilePresets.all { try ArchitectureContract(subject).expectReproducible(profile) }
  }

  @Test("It works in every order, with every memory and every view, the same each time", arguments: cases)
  func rulesOfSpeech(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectRulesOfSpeech()
  }

  // The limit is for an architecture that does not make its calls concurrently: it would wait for ever.
  @Test(
    "On the wall clock it solves as in simulated time, with calls that overlap", .timeLimit(.minutes(1)),
    arguments: cases)
  func wallClock(subject: ArchitectureCase) async throws {
    try await ArchitectureContract(subject).expectSameOnWallClock()
  }

  @Test("No budget of calls, tokens, money or time is exceeded", arguments: cases)
  func budget(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectBudgetKept()
  }

  @Test("No budget is exceeded by any model whose calls wait for each other", arguments: cases)
  func budgetOfWorkers(subject: ArchitectureCase) throws {
    for profile in ProfilePresets.all { try ArchitectureContract(subject).expectBudgetKeptByWorker(profile) }
  }

  @Test("What it takes is what it says, where nothing fails or ends early", arguments: cases)
  func cost(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectCost()
  }

  @Test("It works as one, two and fifty", arguments: cases)
  func sizes(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectSizes()
  }

  @Test("No more agents are asked than are needed, however many there are", arguments: cases)
  func agentsNeeded(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectAgentsNeeded()
  }

  @Test("A task with subtasks is solved", arguments: cases)
  func subtasks(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectSubtasks()
  }

  @Test("A cancellation ends it with the error, at that simulated time, and leaves nothing running", arguments: cases)
  func cancellation(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectCancellable()
  }

  @Test("An error that is no failure of a call reaches the caller, and no call follows", arguments: cases)
  func errors(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectErrorsPassed()
  }

  @Test("An agent that always fails is borne, whatever the failure and the rule", arguments: cases)
  func failures(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectFailuresBorne()
  }

  @Test("Where all agents fail there is no answer", arguments: cases)
  func collapse(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectCollapse()
  }

  @Test("Without any answer there is no answer", arguments: cases)
  func noAnswers(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectNoAnswerFromNone()
  }

  @Test("Where no two answers are the same it ends, under every rule about ties", arguments: cases)
  func ties(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectTiesBroken()
  }

  @Test("A task without a text is a task", arguments: cases)
  func emptyPrompt(subject: ArchitectureCase) throws {
    try ArchitectureContract(subject).expectEmptyPrompt()
  }
}
