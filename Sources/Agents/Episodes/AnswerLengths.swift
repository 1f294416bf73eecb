import Synchronization

/// How long the answers are that a part of a swarm gives, whichever of its calls ends first.
final class AnswerLengths: Sendable {
  private struct Sum {
    var tokens = 0
    var answers = 0
  }

  private let sum = Mutex(Sum())

  func record(_ completions: [Completion]) {
    sum.withLock { sum in
      for completion in completions where completion.answer.content != nil {
        sum.tokens += completion.length.value
        sum.answers += 1
      }
    }
  }

  /// 0 before the first answer.
  var mean: TokenCount { sum.withLock { TokenCount($0.tokens / max(1, $0.answers)) } }
}
