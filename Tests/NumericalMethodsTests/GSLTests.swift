import Testing

@testable import NumericalMethods

@Suite("Gate to GSL")
struct GSLTests {
  @Test("A probability passes unchanged")
  func passes() {
    #expect(GSL.probability("a half") { 0.5 } == 0.5)
  }

  @Test("A complement that rounding carried out of 0...1 is brought back")
  func clamped() {
    #expect(GSL.probability("one") { 1.0.nextUp } == 1)
    #expect(GSL.probability("zero") { -1e-18 } == 0)
  }

  @Test("A failure of GSL stops the program instead of travelling on as NaN")
  func failure() async {
    await #expect(processExitsWith: .failure) { _ = GSL.probability("nothing") { .nan } }
  }
}
