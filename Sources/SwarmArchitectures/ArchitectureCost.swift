/// What an architecture takes for one task, in calls, prompts and messages, whatever their lengths.
///
/// With a prompt of P tokens and answers of L tokens it reads `calls` · P + `readings` · L tokens and writes
/// `completions` · L.
public struct ArchitectureCost: Sendable, Hashable {
  /// Completions.
  public var calls: Double
  /// Messages read, each as often as it is read, the reader's own included.
  public var readings: Double
  /// Completions of the length of an answer; those of judges and verifiers, who say a word, are not among them.
  public var completions: Double

  /// - Parameter completions: As many as there are calls where it is left out.
  public init(calls: Double, readings: Double = 0, completions: Double? = nil) {
    self.calls = calls
    self.readings = readings
    self.completions = completions ?? calls
  }

  public static func + (lhs: ArchitectureCost, rhs: ArchitectureCost) -> ArchitectureCost {
    ArchitectureCost(
      calls: lhs.calls + rhs.calls, readings: lhs.readings + rhs.readings,
      completions: lhs.completions + rhs.completions)
  }

  public static func * (count: Double, cost: ArchitectureCost) -> ArchitectureCost {
    ArchitectureCost(
      calls: count * cost.calls, readings: count * cost.readings, completions: count * cost.completions)
  }

  /// The tokens read.
  public func promptTokens(prompt: Double, answer: Double) -> Double { calls * prompt + readings * answer }

  /// The tokens written.
  public func completionTokens(answer: Double) -> Double { completions * answer }
}
