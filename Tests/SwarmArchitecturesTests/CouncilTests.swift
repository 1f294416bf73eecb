import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Council")
struct CouncilTests {
  private static func ranking(_ turn: Turn) -> Judgement? {
    // Everybody ranks by the alphabet.
    turn.instruction == .rank ? .ranking(turn.reading.compactMap(\.answer.content).sorted()) : nil
  }

  @Test("All answer, all rank the others' answers without their authors, and the chair reads the best one first")
  func stages() throws {
    let run = try PlayedTask(Council(["members": .integer(3)]), script: PlayedTask.letters("CBA", Self.ranking))
    #expect(run.waves == [3, 3, 1])
    #expect(run.requests[3..<6].map(\.read) == ["BA", "CA", "CB"])
    #expect(run.requests[3..<6].joinedReading.allSatisfy { $0.isAnonymous })
    let chair = try #require(run.requests.last?.turn)
    #expect(chair.agent == AgentID(0) && chair.instruction == .merge)
    #expect(chair.reading.prefix(3).map(\.answer.content) == ["A", "B", "C"])
    #expect(chair.reading.dropFirst(3).map { $0.quotes.map(\.content) } == [["A"], ["A"], ["B"]])
    #expect(run.answer.content == "C")
  }

  @Test("A chair without an answer stands by the best placed one", arguments: ["rank", "judge"])
  func silentChair(review: String) throws {
    let council = Council(["members": .integer(3), "review": .choice(review)])
    let run = try PlayedTask(council) { request in
      switch request.turn.instruction {
      case .merge: Completion(nil)
      // The second of the two others: C, C and B.
      case .judge: Completion(judging: .choice(1))
      case .rank: Completion(judging: .ranking(request.turn.reading.compactMap(\.answer.content).sorted().reversed()))
      default: Completion(["A", "B", "C"][request.turn.agent.index])
      }
    }
    #expect(run.answer.content == "C")
  }

  @Test("What a ranking leaves out, and who does not answer, comes last; a choice out of range counts for nobody")
  func gaps() throws {
    let run = try PlayedTask(Council(["members": .integer(4)])) { request in
      switch request.turn.instruction {
      case .rank where request.turn.agent.index == 0: Completion(judging: .ranking(["D"]))
      case .rank: Completion(judging: .choice(9))
      default: Completion(request.turn.agent.index == 0 ? nil : "A")
      }
    }
    let merge = try #require(run.requests.last?.turn.reading)
    #expect(merge.prefix(4).map(\.author.index) == [1, 2, 3, 0])
    #expect(merge.suffix(4).allSatisfy { $0.quotes.isEmpty })
  }
}

extension Sequence<CompletionRequest> {
  fileprivate var joinedReading: [Message] { flatMap(\.turn.reading) }
}
