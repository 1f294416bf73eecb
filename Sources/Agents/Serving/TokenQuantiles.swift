import RandomStreams

/// A table of quantiles of a number of tokens; between two of them the logarithm is interpolated.
///
/// Q(u) = tᵢ (tᵢ₊₁ / tᵢ)^((u - uᵢ) / (uᵢ₊₁ - uᵢ)): within a stretch the lengths are spread evenly on a logarithmic scale.
public struct TokenQuantiles: Sendable, Hashable {
  /// One row of the table.
  public struct Point: Sendable, Hashable {
    /// The share of all lengths that are at most `tokens`, in 0...1.
    public let share: Double
    /// At least 1.
    public let tokens: Double

    public init(_ share: Double, _ tokens: Double) {
      self.share = share
      self.tokens = tokens
    }
  }

  /// In rising order.
  public let points: [Point]
  /// `[stretch]`: the logarithm of the ratio of the tokens at its ends, by its share.
  private let slopes: [Double]

  /// - Precondition: The shares rise from 0 to 1, the tokens do not fall, and are at least 1 and finite.
  public init(_ points: [Point]) {
    precondition(Self.problem(in: points) == nil, Self.problem(in: points) ?? "")
    self.points = points
    slopes = zip(points, points.dropFirst()).map { low, high in
      PortableMath.log(high.tokens / low.tokens) / (high.share - low.share)
    }
  }

  /// What keeps points from being a table, in words; `nil` where nothing does.
  public static func problem(in points: [Point]) -> String? {
    guard points.count >= 2, points.first?.share == 0, points.last?.share == 1 else {
      return "a table of quantiles begins with share 0 and ends with share 1"
    }
    guard points.allSatisfy({ 1...1e9 ~= $0.tokens }) else { return "quantiles of tokens are in 1...1e9" }
    let rises = zip(points, points.dropFirst()).allSatisfy { $0.share < $1.share && $0.tokens <= $1.tokens }
    return rises ? nil : "the shares of quantiles rise, and the tokens do not fall"
  }

  /// The quantile of a share in 0...1.
  ///
  /// - Complexity: O(points).
  public func tokens(at share: Double) -> Double {
    var stretch = 0
    while stretch < slopes.count - 1, points[stretch + 1].share <= share { stretch += 1 }
    return points[stretch].tokens * PortableMath.exp(slopes[stretch] * (share - points[stretch].share))
  }

  /// The mean, in closed form: of each stretch (b - a) / ln(b / a), weighted by its share.
  public var mean: Double {
    zip(points, points.dropFirst()).reduce(0) { sum, ends in
      let (low, high) = ends
      let ratio = PortableMath.log(high.tokens / low.tokens)
      let mean = ratio == 0 ? low.tokens : (high.tokens - low.tokens) / ratio
      return sum + (high.share - low.share) * mean
    }
  }
}

/// Lengths of prompts and completions of a kind of work, as measured somewhere.
public struct TokenTrace: Sendable {
  /// The word for it in an experiment file.
  public let name: String
  public let prompt: TokenQuantiles
  public let completion: TokenQuantiles

  /// The Azure LLM inference trace of 2023: 19,366 requests of conversations, 8,819 for code.
  ///
  /// Published are mean, median, 90th and 99th percentile. Made up are the ends: the longest is 1.25 times the 99th
  /// percentile, and the shortest is such that the table has the published mean (for completions of code 1 token, which
  /// leaves a mean of 28.4 instead of 28).
  public static let all: [TokenTrace] = [
    TokenTrace(
      name: "azure-code-2023", prompt: table(63.5, 1_469, 5_188, 7_436), completion: table(1, 13, 55, 251)),
    TokenTrace(
      name: "azure-conv-2023", prompt: table(9.48, 1_020, 2_735, 4_142),
      completion: table(109.3, 129, 424, 601)),
  ]

  /// The trace of a name, or `nil`.
  public static func named(_ name: String) -> TokenTrace? { all.first { $0.name == name } }

  private static func table(_ least: Double, _ half: Double, _ most: Double, _ nearlyAll: Double) -> TokenQuantiles {
    TokenQuantiles([
      TokenQuantiles.Point(0, least), TokenQuantiles.Point(0.5, half), TokenQuantiles.Point(0.9, most),
      TokenQuantiles.Point(0.99, nearlyAll), TokenQuantiles.Point(1, 1.25 * nearlyAll),
    ])
  }
}
