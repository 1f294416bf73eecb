import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Group chat")
struct GroupChatTests {
  private func chat(_ agents: Int, _ messages: Int, _ speaker: String, moderator: Bool = false) -> GroupChat {
    GroupChat([
      "agents": .integer(agents), "messages": .integer(messages), "speaker": .choice(speaker),
      "moderator": .flag(moderator),
    ])
  }

  @Test("In turns, each hears all that was said before it")
  func roundRobin() throws {
    let run = try ScriptedRun.simulated(
      chat(3, 5, "round-robin"), script: Answers(["A", "D"], ["B", "E"], ["C"]).script)
    #expect(
      described(run.requests) == ["0 answer", "1 answer A", "2 answer A,B", "0 answer A,B,C", "1 answer A,B,C,D"])
    #expect(run.waves == [1, 1, 1, 1, 1])
    // The last words are D, E and C.
    #expect(run.answer == Answer("D", confidence: 1.0 / 3))
  }

  @Test("Who rereads the last round only hears as many messages as there are speakers")
  func lastRound() throws {
    let run = try PlayedTask(
      chat(2, 4, "round-robin"), rules: SwarmRules(["context": .choice("last-round")]),
      script: PlayedTask.letters("AB"))
    #expect(run.requests.map(\.read) == ["", "A", "AB", "BA"])
  }

  @Test("When all have spoken, a selector names the next one by the last words of all but the last speaker")
  func selector() throws {
    let run = try PlayedTask(
      chat(3, 5, "selector"),
      script: PlayedTask.letters("ABC") { $0.instruction == .judge ? .choice(1) : nil })
    // Those silent longest come first: (0 1) without 2, then (0 2) without 1.
    #expect(
      run.requests.map { "\($0.turn.agent.index) \($0.read)" } == [
        "0 ", "1 A", "2 AB", "3 AB", "1 ABC", "3 AC", "2 ABCB",
      ])
  }

  @Test("A selector that names nobody leaves the word to who has been silent longest; two agents need none")
  func silentSelector() throws {
    let run = try PlayedTask(chat(3, 5, "selector"), script: PlayedTask.letters("ABC"))
    let speakers = run.requests.filter { $0.turn.instruction == .answer }.map(\.turn.agent.index)
    #expect(speakers == [0, 1, 2, 0, 1])
    let two = try PlayedTask(chat(2, 4, "selector"), script: PlayedTask.letters("AB"))
    #expect(two.requests.allSatisfy { $0.turn.instruction == .answer })
  }

  @Test("Who bids most speaks, for as long as it does; among equals who has been silent longest")
  func bids() throws {
    let run = try PlayedTask(
      chat(3, 4, "bid"),
      script: PlayedTask.letters("ABC") { turn in
        guard turn.instruction == .bid else { return nil }
        // The last agent wants to speak twice; then all are as eager.
        return .score(turn.agent.index == 2 && turn.reading.count < 2 ? 0.9 : 0.5)
      })
    #expect(run.waves == [3, 1, 3, 1, 3, 1, 3, 1])
    let speakers = run.requests.filter { $0.turn.instruction == .answer }.map(\.turn.agent.index)
    #expect(speakers == [2, 2, 0, 1])
  }

  @Test("A moderator is asked after each round, and ends the chat where it says so")
  func moderator() throws {
    let run = try PlayedTask(
      chat(2, 8, "round-robin", moderator: true),
      script: PlayedTask.letters("AB") { turn in
        turn.instruction == .moderate ? .approval(turn.round == 2) : nil
      })
    #expect(run.requests.map(\.turn.agent.index) == [0, 1, 2, 0, 1, 2])
    #expect(run.requests[2].read == "AB" && run.requests[5].read == "AB")
  }

  @Test("Agreement of as many as the rules ask for ends the chat")
  func agreement() throws {
    let rules = SwarmRules(["early_stop": .number(0.6)])
    let run = try PlayedTask(chat(3, 9, "round-robin"), rules: rules, script: PlayedTask.letters("AAB"))
    #expect(run.account.calls == 2)
    #expect(run.answer == Answer("A", confidence: 1))
  }
}
