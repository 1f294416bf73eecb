import Statistics
import TestSupport
import Testing

@Suite("Moments of a sample")
struct SampleMomentsTests {
  @Test("Mean and spread of five values are those worked out by hand")
  func byHand() {
    let moments = SampleMoments([2, 4, 4, 5, 10])
    #expect(moments.n == 5)
    #expect(moments.mean == 5)
    #expect(moments.variance == 9)
    #expect(moments.standardDeviation == 3)
    #expect(isNear(moments.standardError ?? .nan, 3 / 5.0.squareRoot()))
  }

  @Test("A large mean takes no digits from the variance")
  func largeMean() {
    // The sum of squares is near 4e18, where neighbouring numbers are 512 apart.
    let moments = SampleMoments([4, 7, 13, 16].map { $0 + 1e9 })
    #expect(moments.mean == 1e9 + 10)
    #expect(moments.variance == 30)
  }

  @Test("Equal values have exactly no variance")
  func ties() {
    let moments = SampleMoments(Array(repeating: 0.1, count: 1_000))
    #expect(moments.mean == 0.1)
    #expect(moments.variance == 0)
    #expect(moments.standardError == 0)
  }

  @Test("One value has a mean and no variance")
  func oneValue() {
    let moments = SampleMoments([3])
    #expect(moments.mean == 3)
    #expect(moments.variance == nil)
    #expect(moments.standardDeviation == nil)
    #expect(moments.standardError == nil)
  }

  @Test("Values recorded one by one give the same bits as a sequence")
  func recorded() {
    var moments = SampleMoments()
    for value in [0.1, 0.7, 0.4] { moments.record(value) }
    #expect(moments == SampleMoments([0.1, 0.7, 0.4]))
  }

  @Test("The mean of nothing stops the program")
  func empty() async {
    await #expect(processExitsWith: .failure) { _ = SampleMoments().mean }
  }

  @Test("An infinite value stops the program")
  func infinite() async {
    await #expect(processExitsWith: .failure) { _ = SampleMoments([1, .infinity]) }
  }
}
