import Agents
import Testing

@testable import SwarmArchitectures

@Suite("Most confident answer")
struct MostConfidentTests {
  private func messages(_ answers: (String?, Double?)...) -> [Message] {
    answers.enumerated().map {
      Message(author: AgentID($0), answer: Answer($1.0, confidence: $1.1), tokens: .zero)
    }
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
}
