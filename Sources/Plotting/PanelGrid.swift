/// Where the panels of a figure stand, in pixels from the figure's top left.
struct PanelGrid {
  struct Panel: Equatable {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// Where the panel's title begins.
    let header: Double
    /// Whether the names of the rows stand at its left.
    let isFirstInRow: Bool

    var width: Double { right - left }
  }

  /// Gap between neighbours: two marks' labels, at the ends of two axes, find room in it.
  static let gap = 38.0
  static let right = 30.0
  /// Room below a panel for the marks' labels.
  static let tickRoom = 34.0

  let panels: [Panel]
  /// Where the grid ends.
  let bottom: Double

  /// - Parameters:
  ///   - names: Room for the rows' names at the left.
  ///   - header: Room above each panel for its title.
  ///   - plot: The height of each panel's axes.
  init(
    count: Int, columns: Int, figureWidth: Double, top: Double, names: Double, header: Double, plot: Double
  ) {
    let start = FigureFrame.left + names
    let width = (figureWidth - Self.right - start - Self.gap * Double(columns - 1)) / Double(columns)
    let pitch = header + plot + Self.tickRoom + 12
    panels = (0..<count).map { index in
      let column = index % columns
      let left = start + Double(column) * (width + Self.gap)
      let above = top + Double(index / columns) * pitch
      return Panel(
        left: left, right: left + width, top: above + header, bottom: above + header + plot, header: above,
        isFirstInRow: column == 0)
    }
    let rows = (count + columns - 1) / columns
    bottom = top + Double(rows) * pitch - 12
  }

  /// Returns the count of columns: at most `limit`, and two where there are two or four panels.
  static func columns(for count: Int, limit: Int) -> Int {
    min(count == 4 ? 2 : count, limit)
  }
}
