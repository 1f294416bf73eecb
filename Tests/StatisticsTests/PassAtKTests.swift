import Statistics
import Testing

@Suite("pass@k and pass^k")
struct PassAtKTests {
  // Reference values: the binomial coefficients themselves, in whole numbers of any size.
  @Test(
    "k of n attempts, c of which succeeded",
    arguments: [
      (10, 3, 1, 0.3, 0.3), (10, 3, 4, 0.8333333333333334, 0.0), (20, 17, 5, 1.0, 0.3991228070175439),
      (5, 5, 5, 1, 1), (5, 0, 5, 0, 0), (1, 1, 1, 1, 1), (200, 40, 100, 0.9999999999999933, 0),
    ])
  func reference(trials: Int, successes: Int, k: Int, any: Double, all: Double) {
    let found = PassAtK(k: k, successes: successes, trials: trials)
    #expect(abs(found.any - any) < 1e-14)
    #expect(abs(found.all - all) < 1e-14)
  }

  @Test("More attempts than there were stop the program")
  func tooMany() async {
    await #expect(processExitsWith: .failure) { _ = PassAtK(k: 3, successes: 1, trials: 2) }
  }
}
