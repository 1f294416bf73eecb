import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Conversation")
struct ConversationTests {
  /// So many rounds among agents who answer by their letters.
  private func talk(
    _ agents: Int, rounds: Int = 3, hearing: Hearing = .everyone, _ rules: [String: ParameterValue] = [:],
    budget: EpisodeBudget = .unlimited, failing: @escaping @Sendable (CompletionRequest) -> Bool = { _ in false },
    script: @escaping ScriptedRun.Script
  ) throws -> RuledRun<Conversation> {
    try RuledRun(agents: agents, rules: rules, budget: budget, failing: failing, script: script) { episode in
      var talk = Conversation(in: episode, among: episode.agents, hearing: hearing)
      while talk.roundCount < rounds, try await talk.holdRound() {}
      return talk
    }
  }

  private let three = letters("ABC", "abc", "123")

  @Test("All at once: nobody reads what is said in the same round, and rounds are read oldest first")
  func synchronous() throws {
    let run = try talk(3, script: three)
    #expect(run.waves == [3, 3, 3])
    #expect(
      described(run.requests) == [
        "0 answer", "1 answer", "2 answer", "0 answer A,a,1", "1 answer A,a,1", "2 answer A,a,1",
        "0 answer A,a,1,B,b,2", "1 answer A,a,1,B,b,2", "2 answer A,a,1,B,b,2",
      ])
    #expect(run.requests.map(\.turn.round) == [0, 0, 0, 1, 1, 1, 2, 2, 2])
  }

  @Test("With the last round alone nothing older is read")
  func lastRound() throws {
    let run = try talk(2, ["context": .choice("last-round")], script: letters("ABC", "abc"))
    #expect(described(run.requests.suffix(4)) == ["0 answer A,a", "1 answer A,a", "0 answer B,b", "1 answer B,b"])
  }

  @Test("In turn: each reads all that was said before, in the order in which it was said")
  func sequential() throws {
    let run = try talk(3, rounds: 2, ["order": .choice("sequential")], script: three)
    #expect(run.waves == Array(repeating: 1, count: 6))
    #expect(
      described(run.requests) == [
        "0 answer", "1 answer A", "2 answer A,a", "0 answer A,a,1", "1 answer A,a,1,B", "2 answer A,a,1,B,b",
      ])
  }

  @Test("In turn with the last round alone: each reads the last word of everybody, the latest last")
  func sequentialLastRound() throws {
    let run = try talk(
      3, rounds: 2, ["order": .choice("sequential"), "context": .choice("last-round")], script: three)
    #expect(
      described(run.requests) == [
        "0 answer", "1 answer A", "2 answer A,a", "0 answer A,a,1", "1 answer a,1,B", "2 answer 1,B,b",
      ])
  }

  @Test("In a drawn order everybody speaks once a round, and orders differ between rounds")
  func drawnOrder() throws {
    let run = try talk(6, rounds: 4, ["order": .choice("random")]) { _ in Completion("A") }
    let orders = (0..<4).map { round in run.requests[round * 6..<round * 6 + 6].map(\.turn.agent.index) }
    for order in orders { #expect(order.sorted() == Array(0..<6)) }
    #expect(Set(orders).count > 1)
    for round in run.outcome.rounds { #expect(round.map(\.author.index) == Array(0..<6)) }
    #expect(run.requests.map(\.turn.reading.count) == Array(0..<24))
  }

  @Test("In a ring each reads its neighbours and itself; in a star the first all, and the others the first")
  func topologies() throws {
    let ring = try talk(5, rounds: 2, hearing: .ring(neighbours: 1), script: letters("A", "B", "C", "D", "E"))
    #expect(
      described(ring.requests.suffix(5)) == [
        "0 answer A,B,E", "1 answer A,B,C", "2 answer B,C,D", "3 answer C,D,E", "4 answer A,D,E",
      ])
    let star = try talk(3, rounds: 2, hearing: .star, script: letters("A", "B", "C"))
    #expect(described(star.requests.suffix(3)) == ["0 answer A,B,C", "1 answer A,B", "2 answer A,C"])
  }

  @Test("Where all hear all, the first retells what is no longer read, once a round from the third on")
  func sharedSummary() throws {
    let run = try talk(2, rounds: 4, ["context": .choice("summary")], script: letters("ABCD", "abcd"))
    #expect(run.waves == [2, 2, 1, 2, 1, 2])
    let readings = described(run.requests)
    #expect(readings[4...6] == ["0 summarize A,a", "0 answer -,B,b", "1 answer -,B,b"])
    #expect(readings[7...9] == ["0 summarize -,B,b", "0 answer -,C,c", "1 answer -,C,c"])
    #expect(run.requests[8].turn.reading[0].quotes.map(\.content) == ["A", "a", "B", "b"])
  }

  @Test("Where not all hear all, each retells what it heard itself")
  func ownSummaries() throws {
    let run = try talk(3, hearing: .star, ["context": .choice("summary")], script: three)
    #expect(described(run.requests[6..<9].map(\.self)) == ["0 summarize A,a,1", "1 summarize A,a", "2 summarize A,1"])
    #expect(run.requests.last?.turn.reading[0].quotes.map(\.content) == ["A", "1"])
  }

  @Test("A retelling that fails leaves all to be retold with the next one")
  func failedSummary() throws {
    let run = try talk(
      2, rounds: 4, ["context": .choice("summary")],
      failing: { $0.turn.instruction == .summarize && $0.turn.round == 2 }, script: letters("ABCD", "abcd"))
    #expect(described([run.requests[5]]) == ["0 answer B,b"])
    #expect(described([run.requests[7]]) == ["0 summarize A,a,B,b"])
  }

  @Test("Readers see what the rules show them")
  func visibility() throws {
    let said: ScriptedRun.Script = { _ in Completion("A", confidence: 0.7, completion: 50) }
    func read(_ visibility: String) throws -> Message {
      let run = try talk(1, rounds: 2, ["visibility": .choice(visibility)], script: said)
      return try #require(run.requests.last?.turn.reading.first)
    }
    #expect(try read("reasons") == Message(author: AgentID(0), answer: "A", tokens: TokenCount(50)))
    #expect(try read("answers") == Message(author: AgentID(0), answer: "A", tokens: TokenCount(8)))
    #expect(
      try read("confidence")
        == Message(author: AgentID(0), answer: Answer("A", confidence: 0.7), tokens: TokenCount(50)))
    #expect(
      try read("anonymous") == Message(author: AgentID(0), answer: "A", tokens: TokenCount(50), isAnonymous: true))
  }

  @Test("A turn that failed is read by nobody, and what its agent said before still stands")
  func failures() throws {
    let run = try talk(
      2, failing: { $0.turn.agent.index == 1 && $0.turn.round == 1 }, script: letters("ABC", "abc"))
    #expect(described(run.requests.suffix(2)) == ["0 answer A,a,B", "1 answer A,a,B"])
    #expect(run.outcome.rounds[1][1].failure == .timeout)
    let two = try talk(
      2, rounds: 2, failing: { $0.turn.agent.index == 1 && $0.turn.round == 1 }, script: letters("ABC", "abc"))
    #expect(two.outcome.lastWords.map(\.answer.content) == ["B", "a"])
  }

  @Test("Who spoke without an answer has taken back the earlier one")
  func unparseable() throws {
    let run = try talk(2, rounds: 2, script: letters("AB", "a-"))
    #expect(run.outcome.lastWords.map(\.answer.content) == ["B", nil])
  }

  @Test("Before the first round there are no words; who never spoke has a failure")
  func noWords() throws {
    #expect(try talk(2, rounds: 0, script: three).outcome.lastWords.isEmpty)
    let run = try talk(2, failing: { $0.turn.agent.index == 1 }, script: letters("ABC", "abc"))
    #expect(run.outcome.lastWords.map(\.failure) == [nil, .timeout])
  }

  @Test(
    "It ends early when enough of all agree, those without an answer included in all",
    arguments: [("AAB", 0.6, 1), ("AAB", 0.7, 3), ("AA-", 0.7, 3), ("AAA", 1, 1), ("---", 0.1, 3), ("AAB", 0, 3)])
  func earlyStop(answers: String, share: Double, rounds: Int) throws {
    let contents = answers.map { $0 == "-" ? nil : String($0) }
    let run = try talk(3, ["early_stop": .number(share)]) { Completion(contents[$0.turn.agent.index]) }
    #expect(run.outcome.roundCount == rounds)
  }

  @Test("A share that is a whole number of agents is enough, whatever it is in binary")
  func exactShare() throws {
    // 0.28 · 25 is above 7 in floating point.
    let run = try talk(25, ["early_stop": .number(0.28)]) { request in
      let agent = request.turn.agent.index
      return Completion(agent < 7 ? "A" : "B\(agent)")
    }
    #expect(run.outcome.roundCount == 1)
  }

  @Test("A budget that allows part of a round keeps the words of the others; one that allows none of it ends it")
  func budget() throws {
    let part = try talk(3, budget: EpisodeBudget(calls: 4), script: three)
    #expect(part.outcome.roundCount == 2)
    #expect(part.outcome.lastWords.map(\.answer.content) == ["B", "a", "1"])
    let whole = try talk(3, budget: EpisodeBudget(calls: 3), script: three)
    #expect(whole.outcome.roundCount == 1)
  }

  @Test("What is kept is what the others read; the turn is taken all the same")
  func kept() throws {
    for order in ["synchronous", "sequential"] {
      let run = try RuledRun(agents: 2, rules: ["order": .choice(order)], script: letters("ABC", "abc")) { episode in
        var talk = Conversation(in: episode, among: episode.agents)
        try await talk.holdRound()
        try await talk.holdRound(keeping: [talk.lastWords[0], nil])
        try await talk.holdRound()
        return talk.lastWords.map(\.answer.content)
      }
      #expect(run.outcome == ["C", "c"])
      #expect(run.requests.count == 6)
      #expect(described([run.requests[4]]) == ["0 answer A,a,A,b"])
    }
  }
}
