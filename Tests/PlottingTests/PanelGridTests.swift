import Testing

@testable import Plotting

@Suite("Panel grid")
struct PanelGridTests {
  @Test(
    "Two and four panels stand in two columns, others in up to three",
    arguments: [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (6, 3)])
  func columns(count: Int, columns: Int) {
    #expect(PanelGrid.columns(for: count, limit: 3) == columns)
  }

  @Test("Panels stay in the figure and apart from one another", arguments: 1...7)
  func apart(count: Int) {
    let grid = PanelGrid(
      count: count, columns: PanelGrid.columns(for: count, limit: 3), figureWidth: 900, top: 80, names: 180, header: 36,
      plot: 240)
    let boxes = grid.panels.map {
      Rectangle(left: $0.left, top: $0.header, right: $0.right, bottom: $0.bottom + PanelGrid.tickRoom)
    }
    for (index, box) in boxes.enumerated() {
      #expect(box.left >= 200 && box.right <= 870.001 && box.top >= 80 && box.bottom <= grid.bottom)
      for other in boxes.dropFirst(index + 1) { #expect(box.overlap(with: other) == 0) }
    }
  }
}
