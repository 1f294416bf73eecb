import Agents
import Testing

@testable import SwarmArchitectures

@Suite("Vote")
struct VoteTests {
  private func messages(_ contents: String?...) -> [Message] {
    contents.enumerated().map { Message(author: AgentID($0), answer: Answer($1), tokens: .zero) }
  }

  private func messages(_ answers: (String?, Double?)...) -> [Message] {
    answers.enumerated().map {
      Message(author: AgentID($0), answer: Answer($1.0, confidence: $1.1), tokens: .zero)
    }
  }

  @Test("The most frequent answer wins, and its confidence is its share of the votes")
  func plurality() {
    #expect(messages("A", "B", "B", "C").plurality() == Answer("B", confidence: 0.5))
    #expect(messages("A").plurality() == Answer("A", confidence: 1))
  }

  @Test("Among equals the answer that was given first wins, however late it gets its votes")
  func pluralityTies() {
    #expect(messages("B", "A", "A", "B").plurality().content == "B")
    #expect(messages("C", "B", "A").plurality().content == "C")
    #expect(messages("A", "B", "C", "C", "B").plurality().content == "B")
  }

  @Test("Messages without an answer have no vote; without votes there is no answer")
  func noVote() {
    #expect(messages(nil, nil, nil, "B").plurality() == Answer("B", confidence: 1))
    #expect(messages(nil, "A", nil, "B", "B", "B").plurality() == Answer("B", confidence: 0.75))
    #expect(messages(nil, nil).plurality() == .none)
    #expect(messages(contents: []).plurality() == .none)
  }

  @Test("An empty text is an answer like any other")
  func emptyText() {
    #expect(messages("", "", "A").plurality().content == "")
  }

  @Test("The answer stated with the greatest confidence wins, with that confidence")
  func mostConfident() {
    #expect(messages(("A", 0.5), ("B", 0.9), ("C", 0.7)).mostConfident() == Answer("B", confidence: 0.9))
  }

  @Test("Among equally confident answers the first wins; no stated confidence counts as none")
  func confidenceTies() {
    #expect(messages(("A", 0.5), ("B", 0.9), ("C", 0.9)).mostConfident().content == "B")
    #expect(messages(("A", nil), ("B", nil)).mostConfident() == Answer("A"))
    #expect(messages(("A", nil), ("B", 0)).mostConfident() == Answer("A"))
    #expect(messages(("A", nil), ("B", 0.05)).mostConfident().content == "B")
  }

  @Test("Who has no answer cannot win, however sure")
  func confidentWithoutAnswer() {
    #expect(messages((nil, 1), ("B", 0.1)).mostConfident().content == "B")
    #expect(messages((nil, 1), (nil, nil)).mostConfident() == .none)
  }

  private func messages(contents: [String]) -> [Message] { contents.map { messages($0)[0] } }
}
