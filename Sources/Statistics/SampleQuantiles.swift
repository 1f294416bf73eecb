/// Quantiles of a sample that is small enough to be put in order.
///
/// Type 7 of Hyndman and Fan (1996), The American Statistician 50:361-365: linear between the order statistics, the
/// lowest value at 0 and the highest at 1.
public struct SampleQuantiles: Sendable, Hashable {
  private let sorted: [Double]

  /// - Precondition: There is at least one value, and every value is finite.
  /// - Complexity: O(n log n).
  public init(_ values: some Sequence<Double>) {
    sorted = values.sorted()
    precondition(!sorted.isEmpty && sorted.allSatisfy(\.isFinite), "quantiles need at least 1 value, and finite ones")
  }

  /// The value below which a share of the sample lies.
  ///
  /// - Parameter share: In 0...1.
  public func callAsFunction(_ share: Double) -> Double {
    precondition(0...1 ~= share, "a share is \(share); it must be in 0...1")
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
