import Statistics
import TestSupport
import Testing

@Suite("Intraclass correlation of trials that succeed or fail")
struct IntraclassCorrelationTests {
  private func groups(_ counts: [(Int, Int)]) -> [IntraclassCorrelation.Group] {
    counts.map { IntraclassCorrelation.Group(successes: $0, trials: $1) }
  }

  @Test("Groups of different sizes have the estimate of the analysis of variance")
  func reference() throws {
    // Sums of squares of the single trials, in numpy 2.
    let found = try #require(IntraclassCorrelation(groups([(3, 4), (0, 3), (5, 5), (2, 4), (1, 2)])))
    #expect(isNear(found.estimate, 0.3535067873303167))
    #expect(isNear(found.effectiveSize, 1.8758620689655174))
    #expect(found.groups == 5)
    #expect(isNear(found.meanSize, 3.6))
  }

  @Test("Groups that agree within themselves are correlated by 1 and worth one trial each")
  func agreement() throws {
    let found = try #require(IntraclassCorrelation(groups([(5, 5), (0, 5), (5, 5)])))
    #expect(found.estimate == 1)
    #expect(found.effectiveSize == 1)
  }

  @Test("Groups that are more alike than chance has it are correlated negatively, and worth all their trials")
  func negative() throws {
    let found = try #require(IntraclassCorrelation(groups([(2, 4), (2, 4), (2, 4)])))
    #expect(isNear(found.estimate, -1.0 / 3))
    #expect(found.effectiveSize == 4)
  }

  @Test(
    "Data that do not say have no estimate",
    arguments: [[], [(1, 3)], [(1, 1), (0, 1)], [(3, 3), (2, 2)], [(0, 3), (0, 2)]])
  func undefined(counts: [(Int, Int)]) {
    #expect(IntraclassCorrelation(groups(counts)) == nil)
  }

  @Test("The estimate is the variance of the groups' probabilities by that of a trial")
  func mixture() throws {
    // Half of the groups succeed with probability 0.2, half with 0.8: ρ = 0.09 / 0.25.
    var draws = SplitMix(seed: 11)
    let groups = (0..<4_000).map { group in
      IntraclassCorrelation.Group(
        successes: (0..<5).count { _ in Double.random(in: 0..<1, using: &draws) < (group.isMultiple(of: 2) ? 0.2 : 0.8)
        }, trials: 5)
    }
    // The standard error, from 400 repetitions in numpy, is 0.0075: a right estimator is 6 of them off once in 10⁸
    // seeds; one that is off by 0.09 is found with probability above 0.999 999.
    #expect(abs(try #require(IntraclassCorrelation(groups)).estimate - 0.36) < 6 * 0.0075)
  }

  @Test("More successes than trials stop the program")
  func impossible() async {
    await #expect(processExitsWith: .failure) { _ = IntraclassCorrelation.Group(successes: 2, trials: 1) }
  }
}
