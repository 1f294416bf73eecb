/// The mean of one long run, with an interval from the means of its batches.
///
/// Successive observations of a run depend on each other, and a t interval over them is far too narrow. Means of
/// batches that are long against that dependence are nearly independent and nearly normal. Law, Simulation Modeling
/// and Analysis, chapter 9, works with 10 to 30 batches. Whether the batches are long enough is not tested here.
public struct BatchMeans: Sendable, Hashable {
  /// The mean of each batch, in the order of the run.
  public let means: [Double]

  /// The number of observations in each batch.
  public let batchSize: Int

  /// The number of observations at the end of the run that fill no batch and are left out.
  public let leftOut: Int

  /// The mean of the batch means with its t interval; `n` is the number of batches.
  public let estimate: MeanEstimate

  /// Splits a run into batches of equal size.
  ///
  /// - Parameters:
  ///   - observations: The observations of one run in their order, the warm-up dropped already.
  ///   - batches: The number of batches.
  ///   - level: The confidence level of the interval, above 0 and below 1.
  /// - Precondition: `batches` is at least 2 and at most the number of observations; every observation is finite.
  public init(_ observations: [Double], batches: Int, level: Double) {
    precondition(
      batches >= 2 && batches <= observations.count,
      "batches is \(batches); it must be in 2...\(observations.count), the number of observations")
    let size = observations.count / batches
    means = (0..<batches).map { SampleMoments(observations[($0 * size)..<(($0 + 1) * size)]).mean }
    batchSize = size
    leftOut = observations.count - size * batches
    estimate = MeanEstimate(of: means, level: level)
  }
}
