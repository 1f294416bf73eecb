import Foundation
import NumericalMethods
import TestSupport
import Testing

@Suite("Student's t distribution")
struct StudentTTests {
  @Test("One degree of freedom is the Cauchy distribution", arguments: [1e-100, 1e-12, 5e-8, 0.025, 0.4])
  func cauchy(tail: Double) {
    let t = StudentT(degreesOfFreedom: 1)
    let x = 1 / tan(.pi * tail)
    #expect(isNear(t.quantile(upperTail: tail), x))
    #expect(isNear(t.upperTail(x), tail))
  }

  @Test("Two degrees of freedom have a closed form", arguments: [-8.0, -1, 0, 0.5, 3])
  func twoDegrees(x: Double) {
    let expected = 0.5 + x / (2 * (2 + x * x).squareRoot())
    #expect(isNear(StudentT(degreesOfFreedom: 2).cumulative(x), expected))
  }

  // SciPy 1.17.1: stats.t.sf and stats.t.isf.
  @Test("Tails and quantiles agree with SciPy")
  func reference() {
    #expect(isNear(StudentT(degreesOfFreedom: 9).upperTail(6.5), 5.572539368430766e-05))
    #expect(isNear(StudentT(degreesOfFreedom: 9).quantile(upperTail: 5e-8), 15.209527651292703))
    #expect(isNear(StudentT(degreesOfFreedom: 99).quantile(upperTail: 5e-11), 7.235607865038773))
    #expect(isNear(StudentT(degreesOfFreedom: 1e6).quantile(upperTail: 0.025), 1.9599663568141072))
  }

  @Test("The quantile inverts the cumulative probability", arguments: [1.0, 2.5, 9, 1_000], [0.001, 0.3, 0.5, 0.99])
  func roundTrip(degrees: Double, probability: Double) {
    let t = StudentT(degreesOfFreedom: degrees)
    #expect(isNear(t.cumulative(t.quantile(probability)), probability))
  }

  @Test("The distribution is symmetric, bit for bit")
  func symmetry() {
    let t = StudentT(degreesOfFreedom: 7)
    #expect(t.cumulative(-1.3) == t.upperTail(1.3))
    #expect(t.quantile(0.125) == -t.quantile(0.875))
    #expect(t.quantile(0.5) == 0)
  }

  @Test("Certain and impossible tails are infinite")
  func ends() {
    let t = StudentT(degreesOfFreedom: 3)
    #expect(t.quantile(0) == -.infinity)
    #expect(t.quantile(1) == .infinity)
    #expect(t.quantile(upperTail: 0) == .infinity)
    #expect(t.upperTail(.infinity) == 0)
    #expect(t.cumulative(.infinity) == 1)
  }

  @Test("Tasks that meet at the first call all get the same answer")
  func concurrency() async {
    let quantiles = await withTaskGroup(of: Double.self) { group in
      for _ in 0..<16 {
        group.addTask { StudentT(degreesOfFreedom: 4).quantile(upperTail: 0.05) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(quantiles == Array(repeating: quantiles[0], count: 16))
  }

  @Test("Degrees of freedom below 1 stop the program")
  func degreesOfFreedom() async {
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: 0) }
  }

  @Test("NaN stops the program")
  func notANumber() async {
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: 5).upperTail(.nan) }
  }

  @Test("A probability above 1 stops the program")
  func probability() async {
    await #expect(processExitsWith: .failure) { _ = StudentT(degreesOfFreedom: 5).quantile(1.5) }
  }
}
