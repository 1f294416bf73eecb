import TestSupport
import Testing

@testable import Experiments

@Suite("Overhead against a baseline")
struct MetricOverheadTests {
  private static let alone = OverheadAgainstBaseline.Means(success: 0.466, turns: 7.2)

  // Kim et al. (2025), arXiv:2512.08296: turns and success as printed, and the columns O% and E_c that follow.
  @Test(
    "Overhead and efficiency recompute the published table",
    arguments: [
      (0.466, 7.2, 0, 0.466), (0.370, 11.4, 58, 0.234), (0.477, 26.1, 263, 0.132), (0.463, 27.7, 285, 0.120),
      (0.452, 44.3, 515, 0.074),
    ])
  func table(success: Double, turns: Double, overhead: Double, efficiency: Double) {
    // What is printed is rounded, all of it: to 0.001 in success and efficiency, 0.1 in turns, 1 % in overhead.
    func bound(_ sign: Double) -> OverheadAgainstBaseline {
      OverheadAgainstBaseline(
        .init(success: success + sign * 0.000_5, turns: turns - sign * 0.05),
        against: .init(success: Self.alone.success, turns: Self.alone.turns + sign * 0.05))
    }
    #expect(bound(-1).efficiency <= efficiency + 0.000_5 && efficiency - 0.000_5 <= bound(1).efficiency)
    #expect(bound(1).overhead <= overhead + 0.5 && overhead - 0.5 <= bound(-1).overhead)
    // The bounds are narrow: within 4 % of each other.
    #expect(bound(1).efficiency < 1.04 * bound(-1).efficiency)
  }

  @Test("Errors are amplified or absorbed by their shares")
  func errors() throws {
    let worse = OverheadAgainstBaseline(.init(success: 0.370, turns: 11.4), against: Self.alone)
    #expect(isNear(try #require(worse.errorAmplification), 0.63 / 0.534))
    #expect(isNear(try #require(worse.absorption), -0.096 / 0.534))
    let better = OverheadAgainstBaseline(.init(success: 1, turns: 20), against: Self.alone)
    #expect(better.errorAmplification == 0)
    #expect(better.absorption == 1)
  }

  @Test("A baseline that makes no errors has none to amplify")
  func perfect() {
    let found = OverheadAgainstBaseline(.init(success: 0.5, turns: 2), against: .init(success: 1, turns: 1))
    #expect(found.errorAmplification == nil)
    #expect(found.absorption == nil)
    #expect(found.efficiency == 0.25)
  }

  @Test("A baseline without turns stops the program")
  func noTurns() async {
    await #expect(processExitsWith: .failure) { _ = OverheadAgainstBaseline.Means(success: 1, turns: 0) }
  }
}
