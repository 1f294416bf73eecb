import Foundation

extension IntervalChart {
  private static let largestNameWidth = 190.0

  /// Returns the script that draws the chart in a frame of words.
  ///
  /// - Parameter name: The stem of the data and of the drawing.
  func script(name: String, frame: FigureFrame, theme: Theme) -> String {
    let names = rows.map { Self.nameLines(of: $0.name) }
    let nameWidth = names.joined().map { TextMetrics.width(of: $0, size: 14) }.max() ?? 0
    let columns = PanelGrid.columns(for: panels.count, limit: maximumColumns)
    func grid(header: Double) -> PanelGrid {
      PanelGrid(
        count: panels.count, columns: columns, figureWidth: theme.width, top: frame.top, names: nameWidth + 18,
        header: header, plot: rowPitch * (Double(rows.count) + 0.1))
    }
    let width = grid(header: 0).panels[0].width
    let headers = panels.map { PanelHeader(metric: $0.metric, width: width) }
    let isCompact = headers.allSatisfy(\.fitsOneLine)
    let titleLines = headers.map(\.titleLines.count).max() ?? 1
    let placed = grid(header: isCompact ? 36 : 38 + 18 * Double(titleLines))

    var script = GnuplotScript(name: name, theme: theme, height: placed.bottom + 8 + frame.bottom)
    addPreamble(to: &script, theme: theme)
    frame.draw(into: &script, theme: theme)
    for (index, place) in placed.panels.enumerated() {
      headers[index].draw(into: &script, at: place, isCompact: isCompact, theme: theme)
      if place.isFirstInRow {
        for (row, lines) in names.enumerated() {
          let middle = place.top + rowPitch * (Double(row) + 0.55)
          for (line, text) in lines.enumerated() {
            let y = middle + 16 * (Double(line) - Double(lines.count - 1) / 2)
            script.label(text, x: place.left - 14, y: y, align: .right, color: theme.ink)
          }
        }
      }
      addPanel(index, at: place, to: &script, theme: theme)
    }
    script.add("unset multiplot")
    script.add("unset output")
    return script.text
  }

  /// A name in up to three lines where one is too narrow: of cells of a sweep, the end tells them apart.
  private static func nameLines(of name: String) -> [String] {
    let lines = TextMetrics.lines(of: name, width: largestNameWidth, size: 14)
    let few = lines.count > 3 ? lines.prefix(2) + [lines.dropFirst(2).joined(separator: " ")] : lines
    return few.map { TextMetrics.truncated($0, toWidth: largestNameWidth, size: 14) }
  }

  private var rowPitch: Double { showsReplications ? 58 : 48 }

  private func addPreamble(to script: inout GnuplotScript, theme: Theme) {
    script.add("# Columns: 1 panel, 2 row, 3 style, 7 value, 8 low, 9 high, 10 filled, 11 label")
    script.add("pick(p, c) = (column(1) == p ? column(c) : NaN)")
    script.add("filled(p) = (column(10) == 1 ? pick(p, 7) : NaN)")
    script.add("open(p) = (column(10) == 0 ? pick(p, 7) : NaN)")
    if showsReplications {
      script.add("faint(s) = COLOR[s] + 0x90000000")
      script.add("# Below the interval, so that no dot hides it; the same replication always in the same place.")
      script.add("jitter(i) = (int(i * 7919) % 100) / 100.0 * 0.20 + 0.15")
    }
    script.add("style(s) = (int(s) - 1) % \(theme.styles.count) + 1")
    script.add("set grid noytics xtics lt 1 lc rgb '\(theme.grid)' lw 1")
    script.add("set grid back")
    script.add("unset ytics")
    script.add("set yrange [\(Double(rows.count) + 0.55):0.45]")
    script.add("set multiplot")
  }

  private func scale(of panel: Panel, width: Double) -> AxisScale {
    let marks = panel.marks.compactMap { $0 }
    let dots = showsReplications ? marks.flatMap(\.replications).filter(\.isFinite) : []
    let values = marks.flatMap(\.estimate.extent) + dots + (isSigned ? [0] : [])
    let labels = marks.map {
      AxisScale.Reservation(value: $0.estimate.mean, width: TextMetrics.width(of: $0.label, size: 12))
    }
    return AxisScale.linear(covering: values, reserving: labels, length: width, isSigned: isSigned)
  }

  private func addPanel(_ index: Int, at place: PanelGrid.Panel, to script: inout GnuplotScript, theme: Theme) {
    let panel = panels[index]
    let scale = scale(of: panel, width: place.width)
    script.margins(left: place.left, right: place.right, top: place.top, bottom: place.bottom)
    script.axis("x", scale)
    for (row, mark) in panel.marks.enumerated() where !(mark?.estimate.mean.isFinite ?? false) {
      let y = place.top + rowPitch * (Double(row) + 0.55)
      script.label("no value", x: place.left + 8, y: y, size: 12, color: theme.muted)
    }
    if isSigned { addZeroLine(of: panel, scale: scale, width: place.width, to: &script, theme: theme) }
    let elements = elements(of: panel, number: index + 1, theme: theme)
    // A plot without a single point is an error for gnuplot: an undefined function draws the empty axes.
    script.plot(elements.isEmpty ? ["NaN"] : elements)
    script.unsetLabels()
  }

  /// The line at zero, with a gap where it would cross a label.
  private func addZeroLine(
    of panel: Panel, scale: AxisScale, width: Double, to script: inout GnuplotScript, theme: Theme
  ) {
    let zero = scale.position(of: 0, length: width)
    var start = 0.45
    var segments: [(from: Double, to: Double)] = []
    for (row, mark) in panel.marks.enumerated() {
      guard let mark, mark.estimate.mean.isFinite else { continue }
      let distance = abs(scale.position(of: mark.estimate.mean, length: width) - zero)
      guard distance < TextMetrics.width(of: mark.label, size: 12) / 2 + 3 else { continue }
      let middle = Double(row + 1) - labelLift
      segments.append((start, middle - 9 / rowPitch))
      start = middle + 9 / rowPitch
    }
    segments.append((start, Double(rows.count) + 0.55))
    script.add("unset arrow")
    for segment in segments where segment.to > segment.from + 0.1 {
      script.add(
        "set arrow from first 0, first \(String(format: "%.3f", segment.from)) "
          + "to first 0, first \(String(format: "%.3f", segment.to)) nohead back lc rgb '\(theme.muted)' lw 1.4")
    }
  }

  private func elements(of panel: Panel, number: Int, theme: Theme) -> [String] {
    let indexed = zip(rows, panel.marks).compactMap { row, mark in mark.map { (style: row.style, mark: $0) } }
    let drawn = indexed.filter { $0.mark.estimate.mean.isFinite }
    guard !drawn.isEmpty else { return [] }
    let value = "F index 0 using (pick(\(number), 7))"
    let color = "(COLOR[style($3)])"
    let open = "F index 0 using (open(\(number)))"
    var elements: [String] = []
    if showsReplications {
      elements.append(
        "F index 1 using (pick(\(number), 5)):($2 + jitter($4)):(faint(style($3))) "
          + "with points pt 7 ps 0.42 * PS lc rgb variable")
    }
    if drawn.contains(where: \.mark.estimate.hasInterval) {
      elements.append(
        "F index 0 using (pick(\(number), 8)):2:($9 - $8):(0):\(color) with vectors nohead lw 3.2 lc rgb variable")
    }
    elements += [
      "\(value):2:(SHAPE[style($3)]) with points pt variable ps 1.2 * PS lc rgb '\(theme.background)'",
      "\(value):2:(SHAPE[style($3)]):\(color) with points pt variable ps 1.05 * PS lc rgb variable",
    ]
    if drawn.contains(where: { !$0.mark.isFilled }) {
      elements.append("\(open):2:(SHAPE[style($3)]) with points pt variable ps 0.6 * PS lc rgb '\(theme.background)'")
    }
    elements += crosses(drawn, number: number, color: color, theme: theme)
    elements.append(
      "\(value):($2 - \(labelLift)):11 with labels center font ',12' noenhanced textcolor rgb '\(theme.ink)'")
    return elements
  }

  /// The label's distance above its interval, in rows.
  private var labelLift: Double { showsReplications ? 0.29 : 0.35 }

  /// The crosses of the seventh and eighth symbol: in colour on an open symbol, white on a filled one.
  private func crosses(
    _ drawn: [(style: Int, mark: Mark)], number: Int, color: String, theme: Theme
  ) -> [String] {
    let crossed = drawn.filter { theme.style(at: $0.style).cross > 0 }
    guard !crossed.isEmpty else { return [] }
    let points = ":(CROSS[style($3)] ? $2 : NaN):(CROSS[style($3)])"
    let look = "with points pt variable ps 0.7 * PS lw 2"
    var elements: [String] = []
    if crossed.contains(where: { !$0.mark.isFilled }) {
      elements.append("F index 0 using (open(\(number)))\(points):\(color) \(look) lc rgb variable")
    }
    if crossed.contains(where: \.mark.isFilled) {
      elements.append("F index 0 using (filled(\(number)))\(points) \(look) lc rgb '\(theme.background)'")
    }
    return elements
  }
}
