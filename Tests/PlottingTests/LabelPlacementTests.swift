import Testing

@testable import Plotting

@Suite("Label placement")
struct LabelPlacementTests {
  private static let bounds = Rectangle(left: 60, top: 100, right: 870, bottom: 420)

  private func expectClear(_ points: [(x: Double, y: Double)], width: Double) {
    let labels = points.map { LabelPlacement.Label(x: $0.x, y: $0.y, width: width, height: 16) }
    let symbols = points.map {
      Rectangle(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y).grown(by: LabelPlacement.symbol)
    }
    let places = LabelPlacement(bounds: Self.bounds, solid: symbols, light: []).places(for: labels)
    #expect(places.count == points.count)
    for (index, place) in places.enumerated() {
      #expect(Self.bounds.contains(place.box))
      for symbol in symbols { #expect(place.box.overlap(with: symbol) == 0) }
      for other in places.dropFirst(index + 1) { #expect(place.box.overlap(with: other.box) == 0) }
    }
  }

  @Test("Labels hide neither points nor one another, however close the points are", arguments: [1.0, 8, 20, 60])
  func close(distance: Double) {
    let points = (0..<8).map { (x: 400 + distance * Double($0 % 3), y: 250 + distance * Double($0 / 3)) }
    expectClear(points, width: 150)
  }

  @Test("Labels stay within the plot at its corners")
  func corners() {
    expectClear([(70, 110), (860, 110), (70, 410), (860, 410)], width: 190)
  }

  @Test("Eight points in one place still get eight labels")
  func coincident() {
    expectClear(Array(repeating: (x: 450, y: 260), count: 8), width: 170)
  }

  @Test("A lone point has its label at the right, without a line")
  func lone() {
    let label = LabelPlacement.Label(x: 300, y: 200, width: 80, height: 16)
    let places = LabelPlacement(bounds: Self.bounds, solid: [], light: []).places(for: [label])
    #expect(places[0].box.left > 300)
    #expect(places[0].alignment == .left)
    #expect(places[0].leader == nil)
  }

  @Test("A label makes way for the interval of its point")
  func interval() {
    let label = LabelPlacement.Label(x: 300, y: 200, width: 80, height: 16)
    let bar = Rectangle(left: 200, top: 196, right: 400, bottom: 204)
    let place = LabelPlacement(bounds: Self.bounds, solid: [], light: [bar]).places(for: [label])[0]
    #expect(place.box.overlap(with: bar) == 0)
  }
}
