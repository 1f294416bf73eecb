import Foundation

extension ResponseMapFigure {
  /// Room for the bar of colours and its numbers.
  private static let barGap = 12.0
  /// Few levels do not fill the width.
  private static let largestCell = 110.0

  public func script(theme: Theme) -> String {
    let columns = panels.count == 1 ? 1 : 2
    let height = min(columns == 1 ? 340 : 270, Self.largestCell * 0.6 * Double(max(2, yLevels.count)))
    let bars = panels.map { panel in
      let box = Rectangle(left: 0, top: 0, right: ColorBar.width, bottom: height)
      return Self.barGap + ColorBar.width + ColorBar(scale: scale(of: panel), box: box).room()
    }
    let marks = yLevels.map { TextMetrics.width(of: AxisScale.label(ofLevel: $0), size: 13) }.max() ?? 0
    let hasTitles = panels.contains { $0.title != nil }
    let grid = PlotGrid(
      marks: panels.map { _ in marks + 10 }, columns: columns, right: theme.width - PlotGrid.right, top: frame.top,
      header: hasTitles ? 62 : 46, height: height, below: 46)

    var script = GnuplotScript(name: name, theme: theme, height: grid.bottom + 10 + frame.bottom)
    script.add("# Columns: 1 panel, 2 column, 3 row, 10 colour, 11 label, 12 its colour")
    script.add("pick(p, c) = (column(1) == p ? column(c) : NaN)")
    script.add("unset border")
    script.add("set tics scale 0")
    script.add("set multiplot")
    frame.draw(into: &script, theme: theme)
    for (index, cell) in grid.cells.enumerated() {
      let room = cell.plot.right - (bars.max() ?? 0) - cell.plot.left
      let plot = Rectangle(
        left: cell.plot.left, top: cell.plot.top,
        right: cell.plot.left + min(room, Self.largestCell * Double(max(2, xLevels.count))), bottom: cell.plot.bottom)
      addPanel(index, at: plot, left: cell.left, to: &script, theme: theme)
    }
    script.add("unset multiplot")
    script.add("unset output")
    return script.text
  }

  private func addPanel(
    _ index: Int, at plot: Rectangle, left: Double, to script: inout GnuplotScript, theme: Theme
  ) {
    let panel = panels[index]
    let room = plot.right - left
    let metric = panel.metric.titleWithUnit
    let title = TextMetrics.truncated(panel.title ?? metric, toWidth: room, size: 14, isBold: true)
    let note = panel.title == nil ? "" : metric
    let yTitle = TextMetrics.truncated(y.titleWithUnit, toWidth: room, size: 13)
    let first = plot.top - (note.isEmpty ? 32 : 50)
    script.boldLabel(title, x: left, y: first, color: theme.ink)
    if !note.isEmpty {
      let text = TextMetrics.truncated(note, toWidth: room, size: 12)
      script.label(text, x: left, y: first + 18, size: 12, color: theme.muted)
    }
    script.label(yTitle, x: left, y: plot.top - 13, size: 13, color: theme.muted)
    let xTitle = TextMetrics.truncated(x.titleWithUnit, toWidth: room, size: 13)
    script.label(xTitle, x: plot.right, y: plot.bottom + 36, align: .right, size: 13, color: theme.muted)
    script.margins(left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom)
    script.axis("x", AxisScale.levels(xLevels, length: plot.right - plot.left, isHorizontal: true))
    script.axis("y", AxisScale.levels(yLevels, length: plot.bottom - plot.top, isHorizontal: false))
    let bar = Rectangle(
      left: plot.right + Self.barGap, top: plot.top, right: plot.right + Self.barGap + ColorBar.width,
      bottom: plot.bottom)
    if cells(of: panel).contains(where: \.mean.isFinite) {
      ColorBar(scale: scale(of: panel), box: bar).draw(into: &script, theme: theme)
    } else {
      let middle = (x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2)
      script.label("no value", x: middle.x, y: middle.y, align: .center, size: 13, color: theme.muted)
    }
    script.plot(elements(of: panel, number: index + 1, plot: plot))
    script.unsetMarks()
  }

  private func elements(of panel: ResponseMapPanel, number: Int, plot: Rectangle) -> [String] {
    guard cells(of: panel).contains(where: \.mean.isFinite) else { return ["NaN"] }
    let width = (plot.right - plot.left) / Double(xLevels.count)
    let height = (plot.bottom - plot.top) / Double(yLevels.count)
    // A fine white line between cells that are large enough to be told apart by it.
    let across = String(format: "%.4f", width > 24 ? 0.5 - 0.75 / width : 0.5)
    let up = String(format: "%.4f", height > 18 ? 0.5 - 0.75 / height : 0.5)
    var elements = [
      "F using (pick(\(number), 2)):3:($2 - \(across)):($2 + \(across)):($3 - \(up)):($3 + \(up)):10 "
        + "with boxxyerror fs solid noborder fc rgb variable"
    ]
    let scale = scale(of: panel)
    let widest = cells(of: panel).filter(\.mean.isFinite).map {
      TextMetrics.width(of: scale.text($0.mean), size: 12)
    }
    if (widest.max() ?? 0) + 6 <= width, height >= 18 {
      elements.append(
        "F using (pick(\(number), 2)):3:11:12 with labels center font ',12' noenhanced textcolor rgb variable")
    }
    return elements
  }
}
