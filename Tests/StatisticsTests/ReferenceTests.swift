import NumericalMethods
import Statistics
import Testing

/// The numbers of other libraries; `Resources/README.md` says how they were made.
@Suite("Reference cases")
struct ReferenceTests {
  @Test("Every case agrees with the library that it names", arguments: try ReferenceCase.all())
  func agrees(case reference: ReferenceCase) throws {
    let computed = try compute(reference)
    for (key, value) in reference.expected.sorted(by: { $0.key < $1.key }) {
      let expected = try #require(value.numbers, "\(reference.id): \(key) is no number")
      if Self.notOffered[reference.function]?.contains(key) == true { continue }
      let got = try #require(computed[key], "\(reference.id): \(key) is not computed")
      try #require(got.count == expected.count)
      for (got, expected) in zip(got, expected) {
        let allowed = max(reference.tolerance.abs, reference.tolerance.rel * abs(expected))
        #expect(abs(got - expected) <= allowed, "\(reference.id) \(key): \(reference.reference)")
      }
    }
  }

  @Test("The file holds a case of each function")
  func complete() throws {
    let functions = Set(try ReferenceCase.all().map(\.function))
    #expect(
      functions == [
        "batch_means", "mean_ci", "p_adjust", "paired_t", "proportion_ci", "quantile", "textbook_mean_ci",
      ])
  }

  /// What the references know and this package does not offer.
  private static let notOffered: [String: Set<String>] = [
    "batch_means": ["lag1_of_batch_means"],
    "p_adjust": ["sidak", "holm_sidak", "hochberg", "hommel", "bh", "by"],
    "proportion_ci": ["agresti_coull", "jeffreys"],
  ]

  private func compute(_ reference: ReferenceCase) throws -> [String: [Double]] {
    switch reference.function {
    case "mean_ci": return try meanInterval(reference)
    case "textbook_mean_ci": return try textbookMeanInterval(reference)
    case "paired_t": return try pairedDifference(reference)
    case "p_adjust": return try adjusted(reference)
    case "proportion_ci": return try proportion(reference)
    case "batch_means": return try batchMeans(reference)
    case "quantile": return try quantile(reference)
    default: throw UnknownReference(id: reference.id, name: reference.function)
    }
  }

  private func meanInterval(_ reference: ReferenceCase) throws -> [String: [Double]] {
    let x = try reference.numbers("x")
    var computed = ["mean": [SampleMoments(x).mean]]
    for (key, level) in [("ci90", 0.9), ("ci95", 0.95), ("ci99", 0.99)] {
      let estimate = MeanEstimate(of: x, level: level)
      computed[key] = [estimate.low, estimate.high]
    }
    return computed
  }

  private func textbookMeanInterval(_ reference: ReferenceCase) throws -> [String: [Double]] {
    let moments = SampleMoments(try reference.numbers("x"))
    let estimate = MeanEstimate(moments, level: try reference.number("confidence"))
    return [
      "mean": [estimate.mean], "ci": [estimate.low, estimate.high], "variance": [try #require(moments.variance)],
    ]
  }

  private func pairedDifference(_ reference: ReferenceCase) throws -> [String: [Double]] {
    let pair = PairedDifference(
      try reference.numbers("a"), try reference.numbers("b"), level: try reference.number("confidence"))
    return [
      "mean_difference": [pair.mean], "ci": [pair.low, pair.high], "p": [pair.pValue], "df": [Double(pair.n - 1)],
      "t": [try #require(pair.effectSize) * Double(pair.n).squareRoot()],
      "correlation": [try #require(pair.correlation)], "variance_ratio_crn": [try #require(pair.varianceRatio)],
    ]
  }

  private func adjusted(_ reference: ReferenceCase) throws -> [String: [Double]] {
    let p = try reference.numbers("p")
    return [
      "holm": MultiplicityCorrection.holm.adjusted(p), "bonferroni": MultiplicityCorrection.bonferroni.adjusted(p),
    ]
  }

  private func proportion(_ reference: ReferenceCase) throws -> [String: [Double]] {
    let successes = Int(try reference.number("successes"))
    let n = Int(try reference.number("n"))
    let level = try reference.number("confidence")
    let wilson = ProportionInterval.wilson(successes, of: n, level: level)
    let exact = ProportionInterval.clopperPearson(successes, of: n, level: level)
    return ["wilson": [wilson.low, wilson.high], "clopper_pearson": [exact.low, exact.high]]
  }

  private func batchMeans(_ reference: ReferenceCase) throws -> [String: [Double]] {
    let batches = BatchMeans(
      try reference.numbers("y"), batches: Int(try reference.number("batches")),
      level: try reference.number("confidence"))
    return [
      "batch_means": batches.means, "mean": [batches.estimate.mean], "half_width": [batches.estimate.halfWidth],
    ]
  }

  private func quantile(_ reference: ReferenceCase) throws -> [String: [Double]] {
    let parameters = try reference.numbers("parameters")
    let probability = try reference.number("probability")
    switch (try reference.text("distribution"), parameters.count) {
    case ("normal", 0): return ["x": [Normal.quantile(probability)]]
    case ("t", 1): return ["x": [StudentT(degreesOfFreedom: parameters[0]).quantile(probability)]]
    case ("chi2", 1): return ["x": [ChiSquared(degreesOfFreedom: parameters[0]).quantile(probability)]]
    case ("beta", 2): return ["x": [Beta(alpha: parameters[0], beta: parameters[1]).quantile(probability)]]
    case (let name, _): throw UnknownReference(id: reference.id, name: name)
    }
  }
}

/// A case names a function or distribution that the test does not know.
struct UnknownReference: Error {
  let id: String
  let name: String
}
