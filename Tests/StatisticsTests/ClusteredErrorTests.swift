import Statistics
import TestSupport
import Testing

@Suite("Clustered standard error")
struct ClusteredErrorTests {
  @Test("Clusters of different sizes")
  func reference() throws {
    // The sums of the outer products, in numpy 2.
    let found = try #require(ClusteredError([[1, 0, 1], [0, 0], [1, 1, 1, 0], [], [1], [0, 1]]))
    #expect(isNear(found.mean, 0.5833333333333334))
    #expect(isNear(found.standardError, 0.13402957684457487))
  }

  @Test("With one value a cluster it is the standard error of the mean")
  func single() throws {
    let values = [1.0, 4, 2, 8, 5]
    let found = try #require(ClusteredError(values.map { [$0] }))
    #expect(isNear(found.standardError, try #require(SampleMoments(values).standardError)))
  }

  @Test("Values that repeat each other are no news")
  func repeated() throws {
    let once = try #require(ClusteredError([[0], [1], [1]])).standardError
    #expect(isNear(try #require(ClusteredError([[0, 0, 0], [1, 1, 1], [1, 1, 1]])).standardError, once))
  }

  @Test("One cluster says nothing about how clusters differ")
  func one() {
    #expect(ClusteredError([[0, 1, 1], []]) == nil)
  }
}
