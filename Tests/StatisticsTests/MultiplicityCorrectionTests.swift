import Statistics
import TestSupport
import Testing

@Suite("Correction for several comparisons")
struct MultiplicityCorrectionTests {
  @Test("Holm's factors fall with the rank, and results keep the order given")
  func holm() {
    let adjusted = MultiplicityCorrection.holm.adjusted([0.04, 0.01, 0.03, 0.005])
    let expected = [0.06, 0.03, 0.06, 0.02]
    for (got, want) in zip(adjusted, expected) { #expect(isNear(got, want)) }
  }

  @Test("Equal p values get equal results")
  func ties() {
    #expect(MultiplicityCorrection.holm.adjusted([0.25, 0.25]) == [0.5, 0.5])
    #expect(MultiplicityCorrection.holm.adjusted([1, 1, 1]) == [1, 1, 1])
    #expect(MultiplicityCorrection.holm.adjusted([0, 0.5, 0]) == [0, 0.5, 0])
  }

  @Test("Bonferroni's factor is the number of comparisons, up to 1")
  func bonferroni() {
    #expect(MultiplicityCorrection.bonferroni.adjusted([0.125, 0.5]) == [0.25, 1])
  }

  @Test("Without a correction nothing changes")
  func uncorrected() {
    #expect(MultiplicityCorrection.none.adjusted([0.5, 0.1]) == [0.5, 0.1])
  }

  @Test("One comparison needs no correction, and none give none", arguments: MultiplicityCorrection.allCases)
  func small(correction: MultiplicityCorrection) {
    #expect(correction.adjusted([0.03]) == [0.03])
    #expect(correction.adjusted([]) == [])
  }

  @Test("The names in files are holm, bonferroni and none")
  func names() {
    #expect(MultiplicityCorrection.allCases.map(\.rawValue) == ["holm", "bonferroni", "none"])
  }

  @Test("A p value of NaN stops the program")
  func notANumber() async {
    await #expect(processExitsWith: .failure) { _ = MultiplicityCorrection.holm.adjusted([0.1, .nan]) }
  }
}
