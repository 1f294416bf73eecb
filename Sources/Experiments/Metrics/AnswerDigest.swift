import Agents
import Statistics

/// Who was right, who agreed with whom, and who changed sides in an episode.
///
/// A question is the whole task or one of its subtasks. An agent's position is its last answer to a question that can
/// be read, of those given as its own (`answer`, `reflect`). Several answers of one agent in a round are samples: its
/// first answers are all of the first round, its last ones all of the last.
struct AnswerDigest: Sendable, Hashable {
  /// What was said in one round.
  struct Round: Sendable, Hashable {
    /// Agents that took a position in this round, and those of them that were right.
    var positions = 0
    var right = 0
    /// Agents that took one in the round before as well.
    var transitions = 0
    var rightToWrong = 0
    var wrongToRight = 0
  }

  /// Right ones among the agents' first answers, for each question that was answered.
  var firstAnswers: [IntraclassCorrelation.Group] = []
  /// Pairs of wrong first answers to a question, and those in which both are the same.
  var wrongPairs = 0
  var sameWrongPairs = 0
  /// Pairs of agents' last positions on a question, and those in which both are the same.
  var lastPairs = 0
  var equalLastPairs = 0
  /// Questions on which two agents or more took positions.
  var sharedQuestions = 0
  /// Those on which all end with the same wrong answer.
  var wrongConsensus = 0
  /// Those on which some, but fewer than half, end with the right answer.
  var rightMinority = 0
  /// Those on which all agreed at some time, and the rounds that it took, summed up.
  var consensuses = 0
  var roundsToConsensus = 0
  /// Whether somebody gave the right answer: to the whole task, or to each of its subtasks.
  var isAnyRight = false
  /// `[round]`
  var rounds: [Round] = []

  /// - Complexity: O(questions · notes).
  init(_ notes: [AnswerNote], in book: AnswerBook) {
    let agents = Int(notes.reduce(-1) { max($0, $1.agent) }) + 1
    var wereRight = [Bool](repeating: false, count: book.questionCount)
    for note in notes where note.isRight && wereRight.indices.contains(Int(note.question)) {
      wereRight[Int(note.question)] = true
    }
    isAnyRight = wereRight[0] || (wereRight.count > 1 && wereRight.dropFirst().allSatisfy(\.self))
    for question in 0..<book.questionCount {
      let ofQuestion = book.questionCount == 1 ? notes : notes.filter { Int($0.question) == question }
      guard !ofQuestion.isEmpty else { continue }
      addFirstAnswers(ofQuestion, agents: agents, answers: Int(book.count))
      addPositions(PositionHistory(ofQuestion, agents: agents, answers: Int(book.count), &rounds))
    }
  }

  private mutating func addFirstAnswers(_ notes: [AnswerNote], agents: Int, answers: Int) {
    /// `[agent]`: the round of its first answers; -1 before.
    var rounds = [Int32](repeating: -1, count: agents)
    /// `[agent]`: whether its latest one cannot be read; if it answers once more, that was a repeated turn.
    var isUnread = [Bool](repeating: false, count: agents)
    var wrong: [Int32] = []
    var successes = 0
    for note in notes where note.instruction == .answer {
      let agent = Int(note.agent)
      if rounds[agent] < 0 { rounds[agent] = note.round }
      guard rounds[agent] == note.round else { continue }
      isUnread[agent] = note.answer < 0
      if note.isRight { successes += 1 } else if note.answer >= 0 { wrong.append(note.answer) }
    }
    let trials = successes + wrong.count + isUnread.count(where: \.self)
    guard trials > 0 else { return }
    firstAnswers.append(IntraclassCorrelation.Group(successes: successes, trials: trials))
    let pairs = Self.pairs(wrong, answers: answers)
    wrongPairs += pairs.all
    sameWrongPairs += pairs.equal
  }

  private mutating func addPositions(_ history: PositionHistory) {
    let last = history.last
    guard last.count > 1 else { return }
    let pairs = Self.pairs(last, answers: history.answers)
    lastPairs += pairs.all
    equalLastPairs += pairs.equal
    sharedQuestions += 1
    if pairs.equal == pairs.all && history.lastRight == 0 { wrongConsensus += 1 }
    if history.lastRight > 0 && 2 * history.lastRight < last.count { rightMinority += 1 }
    if let round = history.consensusRound {
      consensuses += 1
      roundsToConsensus += round + 1
    }
  }

  private static func pairs(_ given: [Int32], answers: Int) -> (all: Int, equal: Int) {
    var counts = [Int](repeating: 0, count: answers)
    for answer in given { counts[Int(answer)] += 1 }
    return (given.count * (given.count - 1) / 2, counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
  }
}
