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
    // Taken apart first: a copy of all that was read would cost more than the entry.
    let entry = JournalEntry(
      agent: request.turn.agent, instruction: request.turn.instruction, round: request.turn.round,
      subtask: request.turn.subtask, content: completion.answer.content ?? completion.judgement?.first,
      confidence: completion.answer.confidence,
      timing: completion.timing, attempts: completion.attempts, failure: completion.failure)
    pages.withLock { $0.add(entry, contents) }
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

/// What the journal takes from one completion.
private struct JournalEntry {
  let agent: AgentID
  let instruction: Instruction
  let round: Int
  let subtask: Int?
  let content: String?
  let confidence: Double?
  let timing: CallTiming
  let attempts: Int
  let failure: CompletionFailure?
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

  @inline(__always)
  mutating func add(_ entry: JournalEntry, _ contents: JournalContents) {
    if contents.contains(.calls) { calls.add(entry.agent, attempts: entry.attempts, failure: entry.failure) }
    let round = Int32(min(max(0, entry.round), Self.lastRound))
    if contents.contains(.timing) {
      spans.append(CallSpan(entry.timing, round: round, instruction: entry.instruction))
    }
    guard !contents.isDisjoint(with: [.answers, .confidences]), entry.instruction.givesAnswer, entry.failure == nil
    else { return }
    let question = book.question(entry.subtask)
    let answer = book.note(entry.content, to: question)
    if contents.contains(.answers) {
      notes.append(
        AnswerNote(
          agent: Int32(entry.agent.index), round: round, question: question, answer: answer.id,
          instruction: entry.instruction, isRight: answer.isRight))
    }
    // An agent that argues the other side is not asked what it holds to be right.
    if contents.contains(.confidences), answer.id >= 0, entry.instruction != .oppose,
      let confidence = entry.confidence, 0...1 ~= confidence
    {
      forecasts.append(Forecast(confidence, answer.isRight))
    }
  }
}

extension Instruction {
  /// Whether whoever is told so gives an answer to the task.
  fileprivate var givesAnswer: Bool {
    switch self {
    case .answer, .reflect, .merge, .oppose, .rank: true
    default: false
    }
  }
}

extension Judgement {
  /// What a voter who puts answers in order holds to be right; `nil` of other judgements.
  fileprivate var first: String? {
    guard case .ranking(let answers) = self else { return nil }
    return answers.first
  }
}
