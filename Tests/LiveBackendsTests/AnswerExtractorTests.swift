import Agents
import LiveBackends
import Testing

@Suite("Reading answers out of texts")
struct AnswerExtractorTests {
  @Test(
    "A number is what stands behind the last mark, or else the last one",
    arguments: [
      ("Answer: 42", "42"), ("3+4=7\nAnswer: 7.0", "7"), ("**Answer:** -12", "-12"), ("**Answer**: -12", "-12"),
      ("answer: 1,234", "1234"), ("Answer: \u{2212}5", "-5"), ("The result is 12 - 5 = 7.", "7"), ("7-5", "5"),
      ("so 3.5", "3.5"), ("Answer: 1\nwait\nAnswer: 2", "2"), ("Answer: 4+5 = 9", "9"),
      ("Answer: 9 (from 4 and 5)", "9"),
      ("\\boxed{17}", "17"), ("Answer:\n7", "7"), ("007", "7"), ("Answer: seven, or 7", "7"),
      ("The answer is 8.\nConfidence: 90%", "8"), ("Answer: 0", "0"), ("-0", "0"),
    ])
  func number(text: String, content: String) {
    #expect(answer(.number, text).content == content)
  }

  @Test(
    "What cannot be read is no answer",
    arguments: ["", "I do not know.", "Answer:", "Confidence: 80%", "\u{0}\u{FFFD}", "Answer: none"])
  func unreadable(text: String) {
    #expect(answer(.number, text) == .none)
    #expect(answer(.letter(among: 4), text) == .none)
  }

  @Test("Of an endless text the end is read, wherever a character of several bytes is cut")
  func endless() {
    let text = String(repeating: "Answer: é1 ", count: 400_000) + "\nAnswer: 7"
    for surplus in ["", "x", "xx", "xxx"] { #expect(answer(.number, text + surplus).content == "7") }
    #expect(answer(.number, "Answer: 3" + String(repeating: "\n-", count: 50_000)) == .none)
  }

  @Test("A very long text and very long numbers are read", arguments: [5, 5_000])
  func long(count: Int) {
    #expect(answer(.number, String(repeating: "9", count: count) + "\nAnswer: 7").content == "7")
    #expect(answer(.number, String(repeating: "Answer: 1\n", count: count)).content == "1")
  }

  @Test(
    "A letter stands alone and is one of those there are",
    arguments: [
      ("Answer: C", "C"), ("(B)", "B"), ("A or D? I take D.", "D"), ("Answer: B, not D", "B"), ("C) or Z", "C"),
    ])
  func letter(text: String, content: String) {
    #expect(answer(.letter(among: 4), text).content == content)
  }

  @Test("A text needs its mark, and loses emphasis and full stop")
  func text() {
    #expect(answer(.text, "So.\nAnswer: *the red house*.").content == "the red house")
    #expect(answer(.text, "the red house").content == nil)
    #expect(answer(.text, "Answer: a|b").content == nil)
  }

  @Test(
    "A confidence is a percentage, or a share with a point, or nothing",
    arguments: [
      ("Confidence: 80%", 0.8), ("Confidence: 80", 0.8), ("Confidence: 0.8", 0.8), ("Confidence: 100%", 1),
      ("Confidence: 0", 0), ("Confidence: 1%", 0.01), ("Confidence: 120%", nil), ("Confidence: high", nil), ("", nil),
    ] as [(String, Double?)])
  func confidence(text: String, value: Double?) {
    #expect(answer(.number, "Answer: 4\n" + text) == Answer("4", confidence: value))
  }

  @Test("Answers to the parts of a task are joined, and those that are missing left empty")
  func parts() {
    let structure = TaskStructure(dependencies: [[], [], [0]])
    func read(_ text: String, subtask: Int? = nil) -> String? {
      let request = CompletionRequest(
        task: SwarmTask(index: 0, structure: structure), turn: Turn(AgentID(0), .answer, subtask: subtask), call: 0)
      return AnswerExtractor(.number).reading(of: text, to: request).answer.content
    }
    #expect(read("Answer: 1 | 2 | 3") == "1|2|3")
    #expect(read("Answer: 1 | ? | 3") == "1||3")
    #expect(read("Answer: 1 | 2") == nil)
    #expect(read("Answer: ? | ? | ?") == nil)
    #expect(read("Answer: 5", subtask: 2) == "5")
  }

  @Test("Judgements are read by what was asked")
  func judgements() {
    let two = [Message(author: AgentID(1)), Message(author: AgentID(2))]
    #expect(judgement(.judge, "Message 1 is weak.\nChoice: 2", two) == .choice(1))
    #expect(judgement(.judge, "Choice: message 1", two) == .choice(0))
    #expect(judgement(.judge, "Choice: 3", two) == nil)
    #expect(judgement(.judge, "Choice: 0", two) == nil)
    #expect(judgement(.judge, "neither", two) == nil)
    #expect(judgement(.score, "Score: 75", two) == .score(0.75))
    #expect(judgement(.score, "75%") == .score(0.75))
    #expect(judgement(.bid, "Confidence: 60%") == .score(0.6))
    #expect(judgement(.verify, "It is not right to say yes at once.\nVerdict: no") == .approval(false))
    #expect(judgement(.moderate, "Verdict: **Yes**") == .approval(true))
    #expect(judgement(.verify, "perhaps") == nil)
    #expect(judgement(.rank, "Ranking: 12, 7.0, 12, ?, -1") == .ranking(["12", "7", "-1"]))
    #expect(judgement(.rank, "12, 7") == nil)
    #expect(judgement(.plan, "Choice: 1") == nil)
  }

  @Test(
    "A judgement is no answer, and a plan neither", arguments: [Instruction.judge, .score, .rank, .plan, .summarize])
  func noAnswer(instruction: Instruction) {
    let request = CompletionRequest.example(instruction, reading: [Message(author: AgentID(1))])
    #expect(AnswerExtractor(.number).reading(of: "Answer: 4\nChoice: 1", to: request).answer == .none)
  }

  private func answer(_ form: AnswerForm, _ text: String) -> Answer {
    AnswerExtractor(form).reading(of: text, to: .example()).answer
  }

  private func judgement(_ instruction: Instruction, _ text: String, _ reading: [Message] = []) -> Judgement? {
    AnswerExtractor(.number).reading(of: text, to: .example(instruction, reading: reading)).judgement
  }
}
