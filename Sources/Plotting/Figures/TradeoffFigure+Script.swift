import RunRecords

extension TradeoffFigure {
  private static let plotHeight = 320.0
  /// Free room around the points, so that labels have somewhere to stand.
  private static let margin = 46.0
  private static let nameLimit = 230.0

  public func script(theme: Theme) -> String {
    let top = frame.top + 40
    let bottom = top + Self.plotHeight
    let yScale = AxisScale.linear(
      covering: drawable.flatMap(\.y.extent), margin: Self.margin, length: Self.plotHeight, orientation: .vertical)
    let tickWidth = yScale.ticks.map { TextMetrics.width(of: $0.label, size: 14) }.max() ?? 0
    let plot = Rectangle(
      left: FigureFrame.left + tickWidth + 14, top: top, right: theme.width - 30, bottom: bottom)
    let xScale = horizontalScale(length: plot.right - plot.left)

    var script = GnuplotScript(name: name, theme: theme, height: bottom + 68 + frame.bottom)
    addPreamble(to: &script, theme: theme)
    frame.draw(into: &script, theme: theme)
    addAxes(to: &script, plot: plot, x: xScale, y: yScale, theme: theme)
    addNames(to: &script, plot: plot, x: xScale, y: yScale, theme: theme)
    script.plot(drawable.isEmpty ? ["NaN"] : elements(theme: theme))
    script.add("unset output")
    return script.text
  }

  private var drawable: [TradeoffPoint] { points.filter(\.isDrawable) }

  /// Logarithmic where all values are positive and span a factor of 5 or more.
  private func horizontalScale(length: Double) -> AxisScale {
    let values = drawable.flatMap(\.x.extent)
    if let low = values.min(), let high = values.max(), low > 0, high >= 5 * low {
      return .logarithmic(covering: values, margin: Self.margin, length: length)
    }
    return .linear(covering: values, margin: Self.margin, length: length)
  }

  private func addPreamble(to script: inout GnuplotScript, theme: Theme) {
    script.add("# Columns: 1 style, 3 x, 4 x low, 5 x high, 6 y, 7 y low, 8 y high, 9 efficient")
    script.add("style(s) = (int(s) - 1) % \(theme.styles.count) + 1")
    script.add("efficient(c) = (column(9) == 1 ? column(c) : NaN)")
    script.add("open(c) = (column(9) == 0 ? column(c) : NaN)")
    script.add("set border 3")
    script.add("set grid xtics ytics lt 1 lc rgb '\(theme.grid)' lw 1")
    script.add("set grid back")
  }

  private func addAxes(
    to script: inout GnuplotScript, plot: Rectangle, x xScale: AxisScale, y yScale: AxisScale, theme: Theme
  ) {
    script.margins(left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom)
    script.axis("x", xScale)
    script.axis("y", yScale)
    let room = plot.right - plot.left - 90
    let log = xScale.isLogarithmic ? ", log scale" : ""
    let xTitle = TextMetrics.truncated(x.titleWithUnit + log, toWidth: room, size: 14, isBold: true)
    let yTitle = TextMetrics.truncated(y.titleWithUnit, toWidth: room, size: 14, isBold: true)
    script.axisTitle(yTitle, note: y.verticalHint, x: FigureFrame.left, y: plot.top - 20, color: theme.ink)
    script.axisTitle(
      xTitle, note: x.horizontalHint, x: plot.right, y: plot.bottom + 50, align: .right, color: theme.ink)
  }

  private func addNames(
    to script: inout GnuplotScript, plot: Rectangle, x xScale: AxisScale, y yScale: AxisScale, theme: Theme
  ) {
    func across(_ value: Double) -> Double {
      plot.left + xScale.position(of: value, length: plot.right - plot.left)
    }
    func down(_ value: Double) -> Double {
      plot.bottom - yScale.position(of: value, length: plot.bottom - plot.top)
    }
    let names = drawable.map { TextMetrics.truncated($0.architecture, toWidth: Self.nameLimit, size: 13, isBold: true) }
    let labels = zip(drawable, names).map { point, name in
      LabelPlacement.Label(
        x: across(point.x.mean), y: down(point.y.mean),
        width: TextMetrics.width(of: name, size: 13, isBold: true), height: 16)
    }
    let placement = LabelPlacement(
      bounds: plot.grown(by: -3),
      solid: labels.map { Rectangle(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y).grown(by: 8) },
      light: intervalBoxes(across: across, down: down) + stepBoxes(across: across, down: down))
    for (index, place) in placement.places(for: labels).enumerated() {
      let point = drawable[index]
      if let leader = place.leader {
        script.add(
          "set arrow from screen \(script.across(leader.from.x)),\(script.up(leader.from.y)) "
            + "to screen \(script.across(leader.to.x)),\(script.up(leader.to.y)) nohead lc rgb '\(theme.rule)' lw 1")
      }
      let shade = theme.style(at: style(of: point)).shade
      let x: Double
      switch place.alignment {
      case .left: x = place.box.left
      case .center: x = (place.box.left + place.box.right) / 2
      case .right: x = place.box.right
      }
      script.boldLabel(
        names[index], x: x, y: (place.box.top + place.box.bottom) / 2, align: place.alignment, size: 13, color: shade)
    }
  }

  private func intervalBoxes(
    across: (Double) -> Double, down: (Double) -> Double
  ) -> [Rectangle] {
    drawable.flatMap { point -> [Rectangle] in
      let x = across(point.x.mean)
      let y = down(point.y.mean)
      var boxes: [Rectangle] = []
      if point.x.hasInterval {
        boxes.append(Rectangle(left: across(point.x.low), top: y, right: across(point.x.high), bottom: y).grown(by: 4))
      }
      if point.y.hasInterval {
        boxes.append(Rectangle(left: x, top: down(point.y.high), right: x, bottom: down(point.y.low)).grown(by: 4))
      }
      return boxes
    }
  }

  private func stepBoxes(across: (Double) -> Double, down: (Double) -> Double) -> [Rectangle] {
    zip(steps, steps.dropFirst()).map { from, to in
      let xs = [across(from.x), across(to.x)].sorted()
      let ys = [down(from.y), down(to.y)].sorted()
      return Rectangle(left: xs[0], top: ys[0], right: xs[1], bottom: ys[1]).grown(by: 2)
    }
  }

  private func elements(theme: Theme) -> [String] {
    let color = "(COLOR[style($1)])"
    var elements: [String] = []
    if detailTable != nil { elements.append("F index 1 using 1:2 with lines lc rgb '\(theme.rule)' lw 1.4") }
    if drawable.contains(where: \.x.hasInterval) {
      elements.append("F index 0 using 4:6:($5 - $4):(0):\(color) with vectors nohead lw 2.4 lc rgb variable")
    }
    if drawable.contains(where: \.y.hasInterval) {
      elements.append("F index 0 using 3:7:(0):($8 - $7):\(color) with vectors nohead lw 2.4 lc rgb variable")
    }
    elements += [
      "F index 0 using 3:6:(SHAPE[style($1)]) with points pt variable ps 1.4 * PS lc rgb '\(theme.background)'",
      "F index 0 using 3:6:(SHAPE[style($1)]):\(color) with points pt variable ps 1.25 * PS lc rgb variable",
    ]
    let isOpen = zip(points, efficient).contains { $0.isDrawable && !$1 }
    if isOpen {
      elements.append(
        "F index 0 using (open(3)):6:(SHAPE[style($1)]) with points pt variable ps 0.75 * PS "
          + "lc rgb '\(theme.background)'")
    }
    guard drawable.contains(where: { theme.style(at: style(of: $0)).cross > 0 }) else { return elements }
    let cross = ":(CROSS[style($1)] ? $6 : NaN):(CROSS[style($1)])"
    let look = "with points pt variable ps 0.85 * PS lw 2"
    if isOpen { elements.append("F index 0 using (open(3))\(cross):\(color) \(look) lc rgb variable") }
    elements.append("F index 0 using (efficient(3))\(cross) \(look) lc rgb '\(theme.background)'")
    return elements
  }
}
