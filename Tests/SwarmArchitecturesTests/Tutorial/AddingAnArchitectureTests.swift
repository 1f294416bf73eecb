import Agents
import Foundation
import SwarmArchitectures
import TestSupport
import Testing

/// The example of the guide is built and tested here, and the guide shows it word for word.
@Suite("Adding an architecture")
struct AddingAnArchitectureTests {
  // Links are followed first: a package elsewhere may take in this folder by a link.
  private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()

  @Test(
    "The guide has the file and its test as they are here, but for the import of its own module",
    arguments: ["SecondOpinion.swift", "SecondOpinionTests.swift"])
  func guide(file: String) throws {
    let guide = try String(
      contentsOf: Self.folder.appending(
        path: "../../../Sources/SwarmArchitectures/SwarmArchitectures.docc/AddingAnArchitecture.md"
      ).standardizedFileURL, encoding: .utf8)
    let code = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
      .replacing("public import SwarmArchitectures\n", with: "")
    #expect(guide.contains("```swift\n\(code)```\n"))
  }

  @Test("The example keeps the contract of all architectures")
  func contract() async throws {
    let contract = ArchitectureContract(ArchitectureCase(SecondOpinion.self))
    contract.expectDeclaration()
    contract.expectPresets()
    try contract.expectEveryValue()
    try contract.expectRulesOfSpeech()
    try await contract.expectSameOnWallClock()
    try contract.expectBudgetKept()
    try contract.expectCost()
    try contract.expectSizes()
    try contract.expectAgentsNeeded()
    try contract.expectSubtasks()
    try contract.expectCancellable()
    try contract.expectErrorsPassed()
    try contract.expectFailuresBorne()
    try contract.expectCollapse()
    try contract.expectNoAnswerFromNone()
    try contract.expectTiesBroken()
    try contract.expectEmptyPrompt()
    for profile in ProfilePresets.all {
      try contract.expectReproducible(profile)
      try contract.expectBudgetKeptByWorker(profile)
    }
  }
}
