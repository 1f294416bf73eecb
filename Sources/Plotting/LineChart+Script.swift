extension LineChart {
  private static let longestName = 190.0
  /// Room above a plot below the title's last line.
  private static let titleGap = 16.0

  /// Returns the script that draws the chart in a frame of words.
  ///
  /// - Parameter name: The stem of the data and of the drawing.
  func script(name: String, frame: FigureFrame, theme: Theme) -> String {
    let columns = PlotGrid.columns(for: panels.count)
    let height = columns == 1 ? 320.0 : columns == 2 ? 230.0 : 210.0
    let verticals = panels.map { verticalScale(of: $0, height: height) }
    let marks = verticals.map { scale in
      (scale.ticks.map { TextMetrics.width(of: $0.label, size: 14) }.max() ?? 0) + 14
    }
    let ends = endLabels(vertical: verticals[0], height: height)
    let legend = Legend(entries(isNamed: ends == nil), width: theme.width - FigureFrame.left - PlotGrid.right)
    let right = theme.width - PlotGrid.right - (ends?.width ?? 0)
    let width = (right - FigureFrame.left) / Double(columns) - 30
    let titles = panels.map { titleLines(of: $0, width: width) }
    let titleRoom = 18 * Double(titles.map(\.count).max() ?? 1)
    let grid = PlotGrid(
      marks: marks, columns: columns, right: right, top: frame.top + legend.height,
      header: titleRoom + Self.titleGap, height: height, below: 54)

    var script = GnuplotScript(name: name, theme: theme, height: grid.bottom + 10 + frame.bottom)
    script.add("# Columns of the second block: 6 x, 7 mean, 8 low, 9 high, 10 symbol, 11 lone")
    script.add("symbol(c) = (column(10) == 1 ? column(c) : NaN)")
    script.add("lone(c) = (column(11) == 1 ? column(c) : NaN)")
    script.add("set border 3")
    script.add("set grid noxtics ytics lt 1 lc rgb '\(theme.grid)' lw 1")
    script.add("set grid back")
    script.add("set multiplot")
    frame.draw(into: &script, theme: theme)
    legend.draw(into: &script, top: frame.top - 2, theme: theme)
    let runs = content.runs
    for (index, cell) in grid.cells.enumerated() {
      for (line, text) in titles[index].reversed().enumerated() {
        let y = cell.plot.top - Self.titleGap - 18 * Double(line)
        let hint = line == 0 ? panels[index].hint : ""
        script.axisTitle(text, note: hint, x: cell.left, y: y, color: theme.ink)
      }
      let horizontal = horizontalScale(of: panels[index], length: cell.plot.right - cell.plot.left)
      addAxes(of: panels[index], at: cell, x: horizontal, y: verticals[index], to: &script, theme: theme)
      if index == 0 { ends?.draw(into: &script, plot: cell.plot, horizontal: horizontal, theme: theme) }
      let bars = barPositions(in: panels[index], along: horizontal, length: cell.plot.right - cell.plot.left)
      let elements = elements(of: runs.filter { $0.panel == index }, bars: bars, theme: theme)
      // A plot without a single point is an error for gnuplot: an undefined function draws the empty axes.
      script.plot(isEmpty(panels[index]) ? ["NaN"] : elements)
      script.unsetMarks()
    }
    script.add("unset multiplot")
    script.add("unset output")
    return script.text
  }

  private func isEmpty(_ panel: Panel) -> Bool {
    !panel.lines.contains { line in zip(line.points, line.estimates).contains { $0.isFinite && $1.mean.isFinite } }
      && !panel.predictions.contains { zip($0.points, $0.values).contains { $0.isFinite && $1.isFinite } }
  }

  private func titleLines(of panel: Panel, width: Double) -> [String] {
    let room = width - (panel.hint.isEmpty ? 0 : TextMetrics.width(of: panel.hint, size: 12) + 16)
    // The unit stays with the title's last word.
    let title = panel.title.split(separator: " (", omittingEmptySubsequences: false).joined(separator: "\u{A0}(")
    let lines = TextMetrics.lines(of: title, width: room, size: 14, isBold: true)
    guard lines.count > 2 else { return lines.isEmpty ? [" "] : lines }
    let rest = lines.dropFirst().joined(separator: " ")
    return [lines[0], TextMetrics.truncated(rest, toWidth: room, size: 14, isBold: true)]
  }

  private func entries(isNamed: Bool) -> [Legend.Entry] {
    let shown = Set(panels.flatMap { $0.lines.map(\.style) + $0.predictions.map(\.style) })
    let names = variants.indices.filter { isNamed && shown.contains($0) && !variants[$0].isEmpty }
    return names.map { Legend.Entry(sample: .line($0), text: variants[$0]) }
      + methods.enumerated().map { Legend.Entry(sample: .dashes($0.offset), text: "prediction: \($0.element)") }
  }

  private func addAxes(
    of panel: Panel, at cell: PlotGrid.Cell, x: AxisScale, y: AxisScale, to script: inout GnuplotScript, theme: Theme
  ) {
    let plot = cell.plot
    script.margins(left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom)
    script.axis("x", isEmpty(panel) ? x.unmarked : x)
    script.axis("y", isEmpty(panel) ? y.unmarked : y)
    let log = x.isLogarithmic ? ", log scale" : ""
    let title = TextMetrics.truncated(panel.xTitle + log, toWidth: plot.right - cell.left, size: 13)
    script.label(title, x: plot.right, y: plot.bottom + 42, align: .right, size: 13, color: theme.muted)
    guard isEmpty(panel) else { return }
    let middle = (x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2)
    script.label("no value", x: middle.x, y: middle.y, align: .center, size: 13, color: theme.muted)
  }

  private func verticalScale(of panel: Panel, height: Double) -> AxisScale {
    let alike = panel.group == nil ? [panel] : panels.filter { $0.group == panel.group }
    let values = alike.flatMap { one in
      one.lines.flatMap { $0.estimates.flatMap(\.extent) } + one.predictions.flatMap(\.values)
    }
    return .linear(covering: values.filter(\.isFinite), margin: 8, length: height, orientation: .vertical)
  }

  /// Logarithmic for levels that span more than a factor of 50; courses run over time, which is linear.
  private func horizontalScale(of panel: Panel, length: Double) -> AxisScale {
    let values = (panel.lines.flatMap(\.points) + panel.predictions.flatMap(\.points)).filter(\.isFinite)
    let margin = interval == .band ? 4.0 : 14.0
    let distinct = Set(panel.lines.flatMap(\.points).filter(\.isFinite)).sorted()
    let levels = distinct.count <= (interval == .band ? 6 : 12) ? distinct : []
    if interval == .bars, let low = values.min(), let high = values.max(), low > 0, high > 50 * low {
      return AxisScale.logarithmic(covering: values, margin: margin, length: length)
        .marked(at: levels, length: length)
    }
    return AxisScale.linear(covering: values, margin: margin, length: length).marked(at: levels, length: length)
  }

  /// Intervals lowest, then lines, predictions, symbols.
  ///
  /// - Parameter bars: Where bars stand on the horizontal axis, by style; in column 6 where nothing is said.
  private func elements(of runs: [Run], bars: [Int: String], theme: Theme) -> [String] {
    var layers: [[String]] = [[], [], [], []]
    for run in runs where !run.rows.isEmpty {
      let data = "F index 1 every ::\(run.rows.lowerBound)::\(run.rows.upperBound - 1) using"
      let color = theme.style(at: run.style).color
      if let method = run.method {
        let dash = Legend.dashes[method % Legend.dashes.count]
        let dark = variants.count == 1 ? theme.ink : theme.dark(at: run.style)
        layers[2].append("\(data) 6:($7) with lines lw 1.8 dt \(dash) lc rgb '\(dark)'")
        continue
      }
      switch interval {
      case .band:
        layers[0].append(
          "\(data) 6:($8):($9) with filledcurves fc rgb '\(color)' fs transparent solid 0.2 noborder")
      case .bars:
        let x = bars[run.style] ?? "6"
        layers[0].append("\(data) \(x):($8):(0):($9 - $8) with vectors nohead lw 2.2 lc rgb '\(color)'")
      }
      layers[1].append("\(data) 6:($7) with lines lw \(interval == .band ? 2.2 : 1.6) lc rgb '\(color)'")
      if interval == .band, hasLonePoints(run) {
        layers[0].append("\(data) 6:(lone(8)):(0):($9 - $8) with vectors nohead lw 2.2 lc rgb '\(color)'")
      }
      layers[3] += theme.layers(at: run.style).map { layer in
        "\(data) 6:(symbol(7)) with points pt \(layer.type) ps \(layer.size) * PS lw \(layer.lineWidth) "
          + "lc rgb '\(layer.color)'"
      }
    }
    return layers.flatMap(\.self)
  }

  private func hasLonePoints(_ run: Run) -> Bool {
    panels[run.panel].lines.first { $0.style == run.style }.map { !lonePoints(of: $0).isEmpty } ?? false
  }

  private func endLabels(vertical: AxisScale, height: Double) -> EndLabels? {
    // From the ninth variant on only the symbol, which a key shows, tells two of a colour apart.
    guard panels.count == 1, (2...8).contains(variants.count) else { return nil }
    let ends = panels[0].lines.compactMap { line -> EndLabels.End? in
      guard let index = line.estimates.lastIndex(where: { $0.mean.isFinite }) else { return nil }
      let name = TextMetrics.truncated(variants[line.style], toWidth: Self.longestName, size: 13, isBold: true)
      return EndLabels.End(
        style: line.style, name: name, x: line.points[index],
        y: height - vertical.position(of: line.estimates[index].mean, length: height))
    }
    guard ends.count == panels[0].lines.count else { return nil }
    return EndLabels(ends, height: height)
  }
}
