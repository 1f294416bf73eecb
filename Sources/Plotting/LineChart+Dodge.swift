import Foundation

/// Moves the bars of a panel's variants aside, so that none hides another one.
extension LineChart {
  /// Pixels from one variant to the next, where levels leave so much room.
  private static let widestStep = 4.0

  /// The horizontal position of each variant's bars, for gnuplot: an expression that moves its column.
  ///
  /// Lines and symbols stay: moved, a steep one would seem to lie above or below another that it is equal to.
  ///
  /// - Parameter length: Of the horizontal axis, in pixels.
  /// - Returns: By style.
  func barPositions(in panel: Panel, along scale: AxisScale, length: Double) -> [Int: String] {
    let styles = panel.lines.filter { line in
      panel.lines.contains { $0.style != line.style && Self.overlap($0, line) }
    }.map(\.style)
    // Bands lie on each other, pale as they are; a course belongs to its time.
    guard interval == .bars, styles.count > 1 else { return [:] }
    let places = Set(panel.lines.flatMap(\.points).filter(\.isFinite)).map { scale.position(of: $0, length: length) }
      .sorted()
    let room = zip(places.dropFirst(), places).map { $0 - $1 }.min() ?? length
    let step = min(Self.widestStep, 0.6 * room / Double(styles.count))
    let middle = Double(styles.count - 1) / 2
    var positions: [Int: String] = [:]
    for (place, style) in styles.enumerated() {
      let share = (Double(place) - middle) * step / length
      positions[style] =
        scale.isLogarithmic
        ? "($6 * \(Self.figures(pow(scale.high / scale.low, share))))"
        : "($6 + \(Self.figures(share * (scale.high - scale.low))))"
    }
    return positions
  }

  /// Whether the intervals of two variants have values in common at a level.
  private static func overlap(_ first: Line, _ second: Line) -> Bool {
    zip(first.points, first.estimates).contains { point, mine in
      zip(second.points, second.estimates).contains { $0 == point && $1.low <= mine.high && mine.low <= $1.high }
    }
  }

  /// Digits enough for a pixel, and the same on every machine.
  private static func figures(_ value: Double) -> String { String(format: "%.6g", value) }
}
