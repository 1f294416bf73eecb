import NumericalMethods
import RandomStreams
import Testing

@Suite("Normal quantile")
struct NormalQuantileTests {
  /// Probabilities over all three branches, with their ends and far tails.
  private static let probabilities: [Double] = {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("probabilities")
    let tails = (0..<100).map { _ in PortableMath.exp(-600 * stream.uniform()) }
    // The branches meet at 0.075 and 0.925, and at exp(-25).
    let ends = [0.075, 0.925, 0.5, 1.3887943864964021e-11, 0x1p-53, 1 - 0x1p-53, 1e-300]
    let all = (0..<200).map { _ in stream.uniform() } + tails + ends + ends.map(\.nextUp) + ends.map(\.nextDown)
    return all.filter { $0 < 1 }
  }()

  @Test("Quantiles agree with those of GSL's distribution function")
  func againstGSL() {
    for p in Self.probabilities {
      let expected = Normal.quantile(p)
      // GSL's own probabilities are good to about 10⁻¹⁵, which near the median is an absolute error.
      #expect(abs(normalQuantile(p) - expected) <= 4e-15 * (1 + abs(expected)), "at \(p)")
    }
  }

  @Test("The distribution function takes quantiles back to their probabilities")
  func inverse() {
    for p in Self.probabilities {
      let back = Normal.cumulative(normalQuantile(p))
      // An error of the last digit in a quantile x moves a small probability by the relative amount x² 2⁻⁵³.
      let quantile = normalQuantile(p)
      #expect(abs(back - p) <= p * 1e-15 * (4 + quantile * quantile), "at \(p)")
    }
  }

  @Test("The quantile is odd about one half and 0 there")
  func odd() {
    #expect(normalQuantile(0.5) == 0)
    for p in Self.probabilities where p < 0.5 && p > 0x1p-40 {
      // Only where 1 - p is exact are the two arguments each other's mirror image.
      let lower = 1 - (1 - p)
      #expect(normalQuantile(lower) == -normalQuantile(1 - lower))
    }
  }

  @Test("Nothing outside (0, 1) has a quantile", arguments: [0, 1, -0.5, .nan].map(\Double.bitPattern))
  func outside(bits: UInt64) async {
    await #expect(processExitsWith: .failure) { [bits = bits as UInt64] in
      _ = normalQuantile(Double(bitPattern: bits))
    }
  }
}
