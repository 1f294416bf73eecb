import Foundation
import RunRecords

extension WinnerMapFigure {
  private static let barGap = 12.0
  private static let height = 330.0

  public func script(theme: Theme) -> String {
    let legend = Legend(
      shares.map { share in
        let percent = 100 * Double(share.points) / Double(xLevels.count * yLevels.count)
        return Legend.Entry(
          sample: .symbol(share.architecture),
          text: "\(architectures[share.architecture]), \(NumberText.plain(percent, significant: 2)) %")
      }, width: theme.width - FigureFrame.left - 30)
    let marks = yLevels.map { TextMetrics.width(of: AxisScale.label(ofLevel: $0), size: 13) }.max() ?? 0
    let box = Rectangle(left: 0, top: 0, right: ColorBar.width, bottom: Self.height)
    let bar = Self.barGap + ColorBar.width + ColorBar(scale: scale, box: box).room()
    let grid = PlotGrid(
      marks: [marks + 10, marks + 10], columns: 2, right: theme.width - PlotGrid.right,
      top: frame.top + legend.height, header: 54, height: Self.height, below: 46)

    var script = GnuplotScript(name: name, theme: theme, height: grid.bottom + 10 + frame.bottom)
    script.add("# Columns: 1 column, 2 row, 3 style, 9 colour, 10 symbol's colour, 11 colour of the gain")
    script.add("unset border")
    script.add("set tics scale 0")
    script.add("set multiplot")
    frame.draw(into: &script, theme: theme)
    legend.draw(into: &script, top: frame.top + 2, theme: theme)
    let gainTitle = "Gain of the best over \(baseline)"
    addPanel(
      grid.cells[0], right: grid.cells[0].plot.right, title: "Best in \(metric.title.lowercased())", to: &script,
      theme)
    script.plot(winners(in: grid.cells[0].plot))
    script.unsetMarks()
    let right = grid.cells[1].plot.right - bar
    addPanel(
      grid.cells[1], right: right, title: gainUnit.isEmpty ? gainTitle : "\(gainTitle) (\(gainUnit))", to: &script,
      theme)
    let plot = grid.cells[1].plot
    if points.joined().contains(where: { $0.gain.isFinite }) {
      let bar = Rectangle(
        left: right + Self.barGap, top: plot.top, right: right + Self.barGap + ColorBar.width, bottom: plot.bottom)
      ColorBar(scale: scale, box: bar).draw(into: &script, theme: theme)
      script.plot([boxes(width: right - plot.left, height: Self.height, color: 11)])
    } else {
      script.label(
        "no value", x: (plot.left + right) / 2, y: (plot.top + plot.bottom) / 2, align: .center, size: 13,
        color: theme.muted)
      script.plot(["NaN"])
    }
    script.unsetMarks()
    script.add("unset multiplot")
    script.add("unset output")
    return script.text
  }

  private func addPanel(
    _ cell: PlotGrid.Cell, right: Double, title: String, to script: inout GnuplotScript, _ theme: Theme
  ) {
    let plot = Rectangle(left: cell.plot.left, top: cell.plot.top, right: right, bottom: cell.plot.bottom)
    let room = plot.right - cell.left
    script.boldLabel(
      TextMetrics.truncated(title, toWidth: room, size: 14, isBold: true), x: cell.left, y: plot.top - 34,
      color: theme.ink)
    script.label(
      TextMetrics.truncated(y.titleWithUnit, toWidth: room, size: 13), x: cell.left, y: plot.top - 13, size: 13,
      color: theme.muted)
    script.label(
      TextMetrics.truncated(x.titleWithUnit, toWidth: room, size: 13), x: plot.right, y: plot.bottom + 36,
      align: .right, size: 13, color: theme.muted)
    script.margins(left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom)
    script.axis("x", AxisScale.levels(xLevels, length: plot.right - plot.left, isHorizontal: true))
    script.axis("y", AxisScale.levels(yLevels, length: plot.bottom - plot.top, isHorizontal: false))
  }

  /// Cells in the winner's colour, with its symbol where there is room for one: colour does not stand alone.
  private func winners(in plot: Rectangle) -> [String] {
    guard points.joined().contains(where: { $0.winner != nil }) else { return ["NaN"] }
    let (width, height) = (plot.right - plot.left, plot.bottom - plot.top)
    var elements = [boxes(width: width, height: height, color: 9)]
    let smallest = min(width / Double(xLevels.count), height / Double(yLevels.count))
    if smallest >= 9 {
      let size = String(format: "%.3f", min(0.7, smallest / 34))
      elements.append(
        "F using 1:2:(SHAPE[int($3)]):10 with points pt variable ps PS*\(size) lw 1 lc rgb variable")
    }
    return elements
  }

  private func boxes(width: Double, height: Double, color: Int) -> String {
    let (cellWidth, cellHeight) = (width / Double(xLevels.count), height / Double(yLevels.count))
    // A fine white line between cells that are large enough to be told apart by it.
    let across = String(format: "%.4f", cellWidth > 24 ? 0.5 - 0.75 / cellWidth : 0.5)
    let up = String(format: "%.4f", cellHeight > 18 ? 0.5 - 0.75 / cellHeight : 0.5)
    return "F using 1:2:($1 - \(across)):($1 + \(across)):($2 - \(up)):($2 + \(up)):\(color) "
      + "with boxxyerror fs solid noborder fc rgb variable"
  }
}
