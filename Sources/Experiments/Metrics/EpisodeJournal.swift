import Agents
import Statistics
import Synchronization

/// Writes down of one episode's completions what the metrics of a run need.
///
/// One entry a completion, in flat arrays; what it means is worked out once, by `digest()`.
final class EpisodeJournal: EpisodeObserver {
  private let contents: JournalContents
  private let pages: Mutex<JournalPages>

  /// - Parameters:
  ///   - contents: What is written down.
  ///   - questions: Says which answers are right.
  ///   - expectedCalls: Room for so many entries is made at once.
  init(_ contents: JournalContents, of task: SwarmTask, questions: any QuestionSet, expectedCalls: Int = 16) {
    self.contents = contents
    pages = Mutex(JournalPages(contents, AnswerBook(task, questions), expectedCalls: expectedCalls))
  }

  func completed(_ request: CompletionRequest, _ completion: Completion, money: Double) {
    pages.withLock { $0.add(request.turn, completion, contents) }
  }

  /// What the entries so far amount to.
  ///
  /// - Complexity: O(n log n) for n completions.
  func digest() -> EpisodeDigest {
    pages.withLock { pages in
      EpisodeDigest(
        calls: contents.contains(.calls) ? pages.calls : nil,
        timing: contents.contains(.timing) ? TimingDigest(pages.spans) : nil,
        answers: contents.contains(.answers) ? AnswerDigest(pages.notes, in: pages.book) : nil,
        forecasts: pages.forecasts)
    }
  }
}

/// The entries of a journal.
private struct JournalPages {
  var calls = CallDigest()
  var spans: [CallSpan] = []
  var notes: [AnswerNote] = []
  var forecasts: [Forecast] = []
  var book: AnswerBook

  /// Later rounds count as this one: counts by round take room for all of them.
  private static let lastRound = 4_095

  init(_ contents: JournalContents, _ book: AnswerBook, expectedCalls: Int) {
    self.book = book
    if contents.contains(.timing) { spans.reserveCapacity(expectedCalls) }
    if contents.contains(.answers) { notes.reserveCapacity(expectedCalls) }
    if contents.contains(.confidences) { forecasts.reserveCapacity(expectedCalls) }
  }

  mutating func add(_ turn: Turn, _ completion: Completion, _ contents: JournalContents) {
    let round = Int32(min(max(0, turn.round), Self.lastRound))
    if contents.contains(.calls) { calls.add(turn.agent, completion) }
    if contents.contains(.timing) {
      spans.append(CallSpan(completion.timing, round: round, instruction: turn.instruction))
    }
    guard !contents.isDisjoint(with: [.answers, .confidences]), turn.instruction.givesAnswer, completion.failure == nil
    else { return }
    let question = book.question(turn.subtask)
    let answer = book.note(completion.answer.content, to: question)
    if contents.contains(.answers) {
      notes.append(
        AnswerNote(
          agent: Int32(turn.agent.index), round: round, question: question, answer: answer.id,
          instruction: turn.instruction, isRight: answer.isRight))
    }
    // An agent that argues the other side is not asked what it holds to be right.
    if contents.contains(.confidences), answer.id >= 0, turn.instruction != .oppose,
      let confidence = completion.answer.confidence, 0...1 ~= confidence
    {
      forecasts.append(Forecast(confidence, answer.isRight))
    }
  }
}

extension Instruction {
  /// Whether whoever is told so gives an answer to the task.
  fileprivate var givesAnswer: Bool {
    switch self {
    case .answer, .reflect, .merge, .oppose: true
    default: false
    }
  }
}
