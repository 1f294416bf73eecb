import Agents
import LiveBackends
import RandomStreams
import Testing

@Suite("Prompts")
struct PromptWriterTests {
  private let questions = ArithmeticQuestions(
    streams: StreamFamily(rootSeed: 7, replication: 0), wrongAnswers: 3)
  private let said = [
    Message(author: AgentID(1), answer: Answer("7", confidence: 0.8), text: "I think it is 7."),
    Message(author: AgentID(0), answer: Answer("8", confidence: 0.55)),
    Message(author: AgentID(2), text: "Secret.", isAnonymous: true), Message(author: AgentID(3), failure: .timeout),
    Message(author: AgentID(4), quotes: [Answer("5"), .none]),
  ]

  @Test("Every instruction has words of its own, a question and a system message", arguments: Instruction.allCases)
  func instructions(instruction: Instruction) throws {
    let chat = writer().chat(for: .example(instruction, reading: said))
    #expect(chat.map(\.role) == [.system, .user])
    let question = try #require(questions.text(of: SwarmTask(index: 0), subtask: 0))
    #expect(chat[1].content.hasPrefix("The problem:\n\(question)\n\nMessage 1, from agent 2:\nI think it is 7.\n\n"))
    let others = Instruction.allCases.filter { $0 != instruction }
      .map { writer().chat(for: .example($0, reading: said))[1].content }
    #expect(!others.contains(chat[1].content))
  }

  @Test("What is read is numbered, with its author unless that is hidden")
  func readings() {
    let text = writer().chat(for: .example(reading: said))[1].content
    #expect(text.contains("Message 2, from you, earlier:\nThe answer is 8 (confidence: 55%)."))
    #expect(text.contains("Message 3, from an agent:\nSecret."))
    #expect(text.contains("Message 4, from agent 4:\n(nothing)"))
    #expect(text.contains("Message 5, from agent 5:\nAnswers so far: 5, none"))
  }

  @Test("What was said before the task was handed on has no number, and no choice falls on it")
  func briefing() {
    var turn = Turn(AgentID(9), .judge, reading: said)
    turn.briefing = 1
    let request = CompletionRequest(task: SwarmTask(index: 0), turn: turn, call: 0)
    let text = writer().chat(for: request)[1].content
    #expect(text.contains("Said before, from agent 2:\nI think") && text.contains("Message 1, from agent 1:\n"))
    let extractor = AnswerExtractor(.number)
    #expect(extractor.reading(of: "Choice: 4", to: request).judgement == .choice(3))
    #expect(extractor.reading(of: "Choice: 5", to: request).judgement == nil)
  }

  @Test("The form asked for is the form that is read")
  func form() {
    let text = writer().chat(for: .example())[1].content
    #expect(text.hasSuffix("Answer: number\nConfidence: number from 0 to 100%"))
    let filled = text.replacing("Answer: number", with: "Answer: 12").replacing("number from 0 to 100", with: "75")
    #expect(AnswerExtractor(.number).reading(of: filled, to: .example()).answer == Answer("12", confidence: 0.75))
    #expect(!writer(asksForConfidence: false).chat(for: .example())[1].content.contains("onfidence"))
  }

  @Test("The bare style is the question and nothing else")
  func bare() {
    let chat = PromptWriter(questions, style: .bare, asksForConfidence: true).chat(for: .example(.merge, reading: said))
    #expect(chat.map(\.role) == [.user])
    #expect(chat.map(\.content) == [questions.text(of: SwarmTask(index: 0), subtask: 0)])
  }

  @Test("A task of several parts is asked part by part, a subtask alone")
  func parts() throws {
    let task = SwarmTask(index: 0, structure: TaskStructure(dependencies: [[], []]))
    let texts = try (0..<2).map { try #require(questions.text(of: task, subtask: $0)) }
    let whole = writer().chat(for: CompletionRequest(task: task, turn: Turn(AgentID(0), .answer), call: 0))[1].content
    #expect(whole.contains("Part 1: \(texts[0])\nPart 2: \(texts[1])\n"))
    #expect(whole.contains("Answer: number for part 1 | number for part 2"))
    let part = writer().chat(
      for: CompletionRequest(task: task, turn: Turn(AgentID(0), .answer, subtask: 1), call: 0))[1].content
    #expect(part.hasPrefix("The problem:\n\(texts[1])\n"))
    #expect(!part.contains(texts[0]))
  }

  private func writer(asksForConfidence: Bool = true) -> PromptWriter {
    PromptWriter(questions, style: .instructed, asksForConfidence: asksForConfidence)
  }
}
