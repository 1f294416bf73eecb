import Foundation
import Testing

@testable import Agents

@Suite("Difficulty curve")
struct DifficultyCurveTests {
  @Test(
    "Mean and correlation of the solved curve are those that were asked for",
    arguments: [(0.724, 0.5), (0.35, 0.35), (0.6, 0.02), (0.5, 0.95), (0.01, 0.95), (0.99, 1e-4)])
  func moments(accuracy: Double, correlation: Double) {
    let curve = DifficultyCurve(accuracy: accuracy, errorCorrelation: correlation)
    func probability(_ z: Double) -> Double { 1 / (1 + Foundation.exp(-(curve.location + curve.scale * z))) }
    let mean = normalMean(probability)
    let variance = normalMean { (probability($0) - accuracy) * (probability($0) - accuracy) }
    let tolerance = 1e-9
    #expect(abs(mean - accuracy) < tolerance * accuracy)
    #expect(abs(variance / (accuracy * (1 - accuracy)) - correlation) < tolerance)
    #expect(abs(curve.probability(0.3) - probability(0.3)) < 1e-15)
  }

  @Test("Without correlation every task has the same probability")
  func noCorrelation() {
    let curve = DifficultyCurve(accuracy: 0.3, errorCorrelation: 0)
    #expect(curve.scale == 0)
    #expect([-8, 0, 3.5].allSatisfy { abs(curve.probability($0) - 0.3) < 1e-15 })
  }

  @Test("An accuracy of one half has the location 0, and opposite accuracies have opposite locations")
  func symmetry() {
    #expect(abs(DifficultyCurve(accuracy: 0.5, errorCorrelation: 0.5).location) < 1e-9)
    let (low, high) = (
      DifficultyCurve(accuracy: 0.2, errorCorrelation: 0.4), DifficultyCurve(accuracy: 0.8, errorCorrelation: 0.4)
    )
    #expect(abs(low.location + high.location) < 1e-9)
    #expect(abs(low.scale - high.scale) < 1e-9)
  }

  // 2.7 to 3.0 is what an independent fit found for accuracies from 0.35 to 0.8.
  @Test("The scale at the default correlation is near that of an independent fit")
  func knownScale() {
    let scale = DifficultyCurve(accuracy: 0.724, errorCorrelation: 0.5).scale
    #expect((2.6...3.1).contains(scale))
  }

  @Test("The probability grows with the easiness and stays within 0...1")
  func monotone() {
    let curve = DifficultyCurve(accuracy: 0.724, errorCorrelation: 0.95)
    let values = stride(from: -9.0, through: 9, by: 0.25).map(curve.probability)
    #expect(values == values.sorted())
    #expect(values.allSatisfy { (0...1).contains($0) })
  }

  @Test(
    "Numbers outside the ranges end the program",
    arguments: [[0.009, 0.5], [0.991, 0.5], [0.5, -0.1], [0.5, 0.951]])
  func ranges(numbers: [Double]) async {
    await #expect(processExitsWith: .failure) { [numbers = numbers as [Double]] in
      _ = DifficultyCurve(accuracy: numbers[0], errorCorrelation: numbers[1])
    }
  }
}
