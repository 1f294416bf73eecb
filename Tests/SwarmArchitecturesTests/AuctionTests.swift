import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Auction")
struct AuctionTests {
  private func auction(_ bidders: Int, _ winners: Int) -> Auction {
    Auction(["bidders": .integer(bidders), "winners": .integer(winners)])
  }

  /// Agents who bid, and then answer with their letter as surely as given.
  private func script(bids: [Double?], sureness: [Double]) -> ScriptedRun.Script {
    { request in
      let agent = request.turn.agent.index
      guard request.turn.instruction == .bid else {
        return Completion(String(UnicodeScalar(UInt8(65 + agent))), confidence: sureness[agent])
      }
      return .saying(bids[agent].map { .score($0) })
    }
  }

  @Test("All bid at once, those who bid most answer at once, and the surest of these wins")
  func winners() throws {
    let run = try RuledRun(
      auction(4, 2), script: script(bids: [0.1, 0.8, 0.3, 0.7], sureness: [1, 0.5, 1, 0.6]))
    #expect(run.waves == [4, 2])
    #expect(described(run.requests) == ["0 bid", "1 bid", "2 bid", "3 bid", "1 answer", "3 answer"])
    #expect(run.outcome == Answer("D", confidence: 0.6))
  }

  @Test("Equal bids go to the first agents, and who says nothing bids nothing")
  func ties() throws {
    let tied = try RuledRun(auction(3, 1), script: script(bids: [0.2, 0.9, 0.9], sureness: [1, 1, 1]))
    #expect(tied.outcome.content == "B")
    let silent = try RuledRun(auction(3, 1), script: script(bids: [nil, nil, 0.01], sureness: [1, 1, 1]))
    #expect(silent.outcome.content == "C")
    #expect(try RuledRun(auction(2, 1), script: script(bids: [nil, nil], sureness: [1, 1])).outcome.content == "A")
  }

  @Test("It costs N bids, which are short, and k answers", arguments: [(1, 1), (5, 1), (5, 3), (2, 9)])
  func cost(bidders: Int, winners: Int) throws {
    let auction = auction(bidders, winners)
    let run = try RuledRun(auction) { $0.turn.instruction == .bid ? .saying(.score(0.5)) : Completion("A") }
    #expect(run.cost == auction.cost(under: .standard))
    #expect(run.account.calls == bidders + min(bidders, winners))
  }
}
