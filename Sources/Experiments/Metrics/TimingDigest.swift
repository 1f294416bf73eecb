import Agents

/// When one call was made, taken up and answered, in seconds.
struct CallSpan {
  let issued, started, ended: Double
  let round: Int32
  let instruction: Instruction

  init(_ timing: CallTiming, round: Int32, instruction: Instruction) {
    issued = timing.issued.seconds
    started = timing.started.seconds
    ended = timing.ended.seconds
    self.round = round
    self.instruction = instruction
  }

  /// Seconds that the service was at it.
  var service: Double { ended - started }
}

/// What the times of an episode's calls amount to.
struct TimingDigest: Sendable, Hashable {
  /// Seconds of service of all calls together.
  let work: Double
  /// Seconds of service of the longest chain of calls, each made when the one before it was answered.
  let criticalPath: Double
  /// Waves of two calls or more.
  let waves: Int
  /// The sum over waves of the seconds from the median completion to the last.
  let stragglerGaps: Double

  /// - Complexity: O(n log n).
  init(_ spans: [CallSpan]) {
    work = spans.reduce(0) { $0 + $1.service }
    criticalPath = Self.criticalPath(spans)
    (waves, stragglerGaps) = Self.waves(spans)
  }

  /// A call may depend on whatever was answered before it was made; calls that overlap do not depend on each other.
  private static func criticalPath(_ spans: [CallSpan]) -> Double {
    let byIssue = spans.indices.sorted {
      (spans[$0].issued, spans[$0].ended, $0) < (spans[$1].issued, spans[$1].ended, $1)
    }
    // Calls that take no time come in the order of `byIssue` here too: none is looked up before it is known.
    let byEnd = spans.indices.sorted {
      (spans[$0].ended, spans[$0].issued, $0) < (spans[$1].ended, spans[$1].issued, $1)
    }
    var chain = [Double](repeating: -1, count: spans.count)
    var (longest, longestAnswered, next) = (0.0, 0.0, 0)
    for call in byIssue {
      while next < byEnd.count, spans[byEnd[next]].ended <= spans[call].issued, chain[byEnd[next]] >= 0 {
        longestAnswered = max(longestAnswered, chain[byEnd[next]])
        next += 1
      }
      chain[call] = longestAnswered + spans[call].service
      longest = max(longest, chain[call])
    }
    return longest
  }

  /// A wave: neighbours in the order of the records, of one round, told the same, and all under way at one time.
  private static func waves(_ spans: [CallSpan]) -> (count: Int, gaps: Double) {
    var (count, gaps, start) = (0, 0.0, 0)
    while start < spans.count {
      let first = spans[start]
      var (end, firstAnswer) = (start + 1, first.ended)
      while end < spans.count, spans[end].round == first.round, spans[end].instruction == first.instruction,
        spans[end].issued == first.issued || spans[end].issued < firstAnswer
      {
        firstAnswer = min(firstAnswer, spans[end].ended)
        end += 1
      }
      if end - start > 1 {
        let ends = spans[start..<end].map(\.ended).sorted()
        count += 1
        gaps += ends[ends.count - 1] - (ends[(ends.count - 1) / 2] + ends[ends.count / 2]) / 2
      }
      start = end
    }
    return (count, gaps)
  }
}
