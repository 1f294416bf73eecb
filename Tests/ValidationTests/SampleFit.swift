import Foundation

/// The numbers of a profile, fitted to repeated answers of one model.
///
/// An item stands for a question, a sample for an agent. Every item has the same number of samples, at least two.
struct SampleFit {
  /// `[item][sample]`
  let items: [[RecordedSample]]
  private let samples: [RecordedSample]

  init(_ items: [[RecordedSample]]) {
    self.items = items
    samples = items.flatMap { $0 }
  }

  // MARK: Correctness

  /// Share of correct samples.
  var accuracy: Double { mean(samples.map { $0.isCorrect ? 1 : 0 }) }

  /// `(E[p²] − p̄²) / (p̄ − p̄²)`, both squares from products of different samples.
  ///
  /// `E[p²]` comes from pairs within an item, `p̄²` from pairs of items: both are unbiased, and with equally many
  /// samples an item the quotient is the intraclass correlation of a one-way analysis of variance.
  var errorCorrelation: Double {
    let shares = items.map { item in mean(item.map { $0.isCorrect ? 1 : 0 }) }
    let both = mean(items.map { item in pairShare(item) { $0.isCorrect && $1.isCorrect } })
    let sum = shares.reduce(0, +)
    let squares = shares.reduce(0) { $0 + $1 * $1 }
    let count = Double(items.count)
    let acrossItems = (sum * sum - squares) / (count * (count - 1))
    return (both - acrossItems) / (accuracy - acrossItems)
  }

  /// Share of equal answers among the pairs of wrong answers to one item.
  ///
  /// An unreadable answer is wrong and equals no other.
  var sameWrongShare: Double {
    var wrong = 0.0
    var same = 0.0
    for item in items {
      wrong += pairCount(item) { !$0.isCorrect && !$1.isCorrect }
      same += pairCount(item) { !$0.isCorrect && !$1.isCorrect && $0.answer != nil && $0.answer == $1.answer }
    }
    return same / wrong
  }

  /// γ of a symmetric Dirichlet over K wrong options, from `P(same | both wrong) = (γ + 1) / (K γ + 1)`.
  func wrongAnswerConcentration(options: Int) -> Double {
    (1 - sameWrongShare) / (Double(options) * sameWrongShare - 1)
  }

  // MARK: Confidence

  /// Logits of the confidence, clipped to 0.01...0.99: half of all sums would otherwise stand beyond 4.6 and rule both
  /// moments.
  private func logits(correct: Bool) -> [Double] { samples.filter { $0.isCorrect == correct }.map(logit) }

  private func logit(_ sample: RecordedSample) -> Double {
    let confidence = min(max(sample.confidence, 0.01), 0.99)
    return log(confidence / (1 - confidence))
  }

  /// Mean logit of the confidence of a wrong answer.
  var confidenceCenter: Double { mean(logits(correct: false)) }

  /// Standard deviation of the logit about the mean of its group, pooled over correct and wrong answers.
  var confidenceSpread: Double {
    let squares = [logits(correct: false), logits(correct: true)].map(squaredDeviations)
    return sqrt(squares.reduce(0, +) / Double(samples.count - 2))
  }

  /// Correlation of the logit's deviation from the mean of its group between two samples with the same answer to one
  /// item: products over squares, both summed over all such pairs.
  ///
  /// The squares are those of the paired samples. Answers that come again lie closer to the mean than answers that come
  /// once; divided by the variance of all, `consistencyByTotalVariance`, they would seem to disagree.
  var confidenceConsistency: Double {
    let (products, squares, _) = sameAnswerPairs
    return products / squares
  }

  /// The same products, as a mean over the pairs, divided by the variance of all samples.
  var consistencyByTotalVariance: Double {
    let (products, _, pairs) = sameAnswerPairs
    return products / pairs / (confidenceSpread * confidenceSpread)
  }

  private var sameAnswerPairs: (products: Double, squares: Double, pairs: Double) {
    let center = [false: mean(logits(correct: false)), true: mean(logits(correct: true))]
    var sums = (products: 0.0, squares: 0.0, pairs: 0.0)
    for item in items {
      let deviations = item.map { logit($0) - (center[$0.isCorrect] ?? 0) }
      for (first, second) in pairs(item) where item[first].answer != nil && item[first].answer == item[second].answer {
        let (one, other) = (deviations[first], deviations[second])
        sums.products += one * other
        sums.squares += (one * one + other * other) / 2
        sums.pairs += 1
      }
    }
    return sums
  }

  /// Area under the ROC curve over all pairs of a correct and a wrong sample: the Mann-Whitney statistic, exact.
  var pooledAUROC: Double { areaUnderCurve(of: [samples]) }

  /// The same over pairs that answer one item, which is what a choice among the answers to one question sees.
  var withinItemAUROC: Double { areaUnderCurve(of: items) }

  private func areaUnderCurve(of groups: [[RecordedSample]]) -> Double {
    var pairs = 0.0
    var won = 0.0
    for group in groups {
      let correct = group.filter(\.isCorrect).map(\.confidence)
      let wrong = group.filter { !$0.isCorrect }.map(\.confidence)
      pairs += Double(correct.count * wrong.count)
      for right in correct {
        for other in wrong { won += right > other ? 1 : right == other ? 0.5 : 0 }
      }
    }
    return won / pairs
  }

  // MARK: Tokens and times

  /// Whole prompts: the longest read of each type, made before anything of that type was cached.
  var promptTokens: LogNormalFit {
    var longest: [String: Double] = [:]
    for sample in samples { longest[sample.type] = max(longest[sample.type] ?? 0, sample.promptTokensRead) }
    return LogNormalFit(samples.map { longest[$0.type] ?? 0 })
  }

  var completionTokens: LogNormalFit { LogNormalFit(samples.map(\.generatedTokens)) }
  var firstTokenMilliseconds: LogNormalFit { LogNormalFit(samples.map(\.firstTokenMilliseconds)) }

  /// Tokens per second after the first token, so that first token + tokens / speed is the whole call.
  var speed: LogNormalFit {
    LogNormalFit(samples.map { 1_000 * $0.generatedTokens / ($0.totalMilliseconds - $0.firstTokenMilliseconds) })
  }

  // MARK: Selection among the samples of an item

  /// Share of items that a plurality vote answers correctly; a tie counts as the chance of a fair draw.
  var observedVote: Double { mean(items.map(voteShare)) }

  /// Share of items whose most confident sample is correct, confidence rounded to 0.05 and ties drawn fairly.
  var observedBestOfConfidence: Double {
    mean(
      items.map { item in
        let top = item.map { ($0.confidence * 20).rounded() }.max() ?? 0
        return mean(item.filter { ($0.confidence * 20).rounded() == top }.map { $0.isCorrect ? 1 : 0 })
      })
  }

  private func voteShare(_ item: [RecordedSample]) -> Double {
    // An unreadable answer stands alone, as one vote for an answer of its own.
    let counts = item.map { sample in
      sample.answer == nil ? 1 : item.count { $0.answer == sample.answer }
    }
    let most = counts.max() ?? 0
    // Each tied answer appears `most` times among the leaders, so the share of samples is the share of answers.
    let leaders = zip(item, counts).filter { $0.1 == most }
    return mean(leaders.map { $0.0.isCorrect ? 1 : 0 })
  }

  private func pairs(_ item: [RecordedSample]) -> [(Int, Int)] {
    item.indices.flatMap { first in item.indices.filter { $0 > first }.map { (first, $0) } }
  }

  private func pairCount(_ item: [RecordedSample], _ holds: (RecordedSample, RecordedSample) -> Bool) -> Double {
    Double(pairs(item).count { holds(item[$0], item[$1]) })
  }

  private func pairShare(_ item: [RecordedSample], _ holds: (RecordedSample, RecordedSample) -> Bool) -> Double {
    pairCount(item, holds) / Double(item.count * (item.count - 1) / 2)
  }
}

/// Median and shape of a lognormal distribution, by mean and standard deviation of the logarithms.
struct LogNormalFit {
  let median: Double
  let sigma: Double

  init(_ values: [Double]) {
    let logs = values.map { log($0) }
    median = exp(mean(logs))
    sigma = sqrt(squaredDeviations(logs) / Double(logs.count - 1))
  }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

private func squaredDeviations(_ values: [Double]) -> Double {
  let center = mean(values)
  return values.reduce(0) { $0 + ($1 - center) * ($1 - center) }
}
