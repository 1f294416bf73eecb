/// A stated probability of success, and whether the success came.
public struct Forecast: Sendable, Hashable {
  /// In 0...1.
  public let probability: Double
  /// Whether it came true.
  public let isTrue: Bool

  /// - Precondition: `probability` is in 0...1.
  public init(_ probability: Double, _ isTrue: Bool) {
    precondition(0...1 ~= probability, "a forecast is \(probability); it must be in 0...1")
    self.probability = probability
    self.isTrue = isTrue
  }
}
