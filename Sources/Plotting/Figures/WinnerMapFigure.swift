public import RunRecords

/// Which architecture is best where: a map over two factors, and what the best gains over the baseline.
public struct WinnerMapFigure: Figure {
  public static let kind = "winner-map"

  /// What was found at one combination of the two factors.
  public struct Point: Sendable, Hashable {
    /// The place of the best architecture in `architectures`; `nil` where nothing was measured.
    public let winner: Int?
    /// Whether the best is better than each of the others at this point, at the level of the experiment.
    public let isDecided: Bool
    /// Its mean less that of the baseline, in the metric's unit; not finite where there is none.
    public let gain: Double

    public init(winner: Int?, isDecided: Bool, gain: Double) {
      self.winner = winner
      self.isDecided = isDecided
      self.gain = gain
    }
  }

  public let name: String
  public let headline: String
  public let footer: String
  let metric: MetricSpecification
  let architectures: [String]
  let baseline: String
  let x: ResponseFactor
  let xLevels: [Double]
  let y: ResponseFactor
  let yLevels: [Double]
  let points: [[Point]]
  private let sampling: Sampling

  /// - Parameters:
  ///   - metric: What the best is best in.
  ///   - architectures: In the order of the experiment file, which gives them their looks.
  ///   - baseline: What the gain is against.
  ///   - xLevels: The levels of the horizontal factor, rising.
  ///   - yLevels: The levels of the vertical factor, rising upwards.
  ///   - points: A row for each level of the vertical factor, in it one for each of the horizontal.
  /// - Precondition: There is a level of each factor, a point for each combination, and every winner is listed.
  public init(
    name: String = kind, headline: String, footer: String, metric: MetricSpecification, architectures: [String],
    baseline: String, x: ResponseFactor, xLevels: [Double], y: ResponseFactor, yLevels: [Double], points: [[Point]],
    sampling: Sampling
  ) {
    precondition(!xLevels.isEmpty && !yLevels.isEmpty, "a map needs levels of two factors")
    precondition(
      points.count == yLevels.count && points.allSatisfy { $0.count == xLevels.count },
      "a map needs \(yLevels.count) rows of \(xLevels.count) points")
    precondition(
      points.joined().allSatisfy { architectures.indices.contains($0.winner ?? 0) }, "a winner is not listed")
    self.name = name
    self.headline = headline
    self.footer = footer
    self.metric = metric
    self.architectures = architectures
    self.baseline = baseline
    self.x = x
    self.xLevels = xLevels
    self.y = y
    self.yLevels = yLevels
    self.points = points
    self.sampling = sampling
  }

  public var subline: String {
    let count = NumberText.fixed(Double(xLevels.count * yLevels.count), decimals: 0)
    return
      "Best mean of \(sampling.replicationsText) at \(count) points; pale: not surely better than all others there."
  }

  public var altText: String {
    let shares = self.shares.map { "\(architectures[$0.architecture]) at \($0.points) points" }
    return "Which of \(architectures.count) has the best \(metric.titleWithUnit) at each \(x.titleWithUnit) and "
      + "\(y.titleWithUnit): " + (shares.isEmpty ? "nothing was measured" : shares.joined(separator: ", ")) + "."
  }

  /// How many points each architecture is best at, most first; those that are nowhere best are left out.
  var shares: [(architecture: Int, points: Int)] {
    architectures.indices.map { index in
      (architecture: index, points: points.joined().count { $0.winner == index })
    }.filter { $0.points > 0 }.sorted { ($1.points, $0.architecture) < ($0.points, $1.architecture) }
  }

  /// A difference of percentages is in points.
  var gainUnit: String { metric.unit == "%" ? "points" : metric.unit }

  /// The colours of the gains.
  var scale: ColorScale { ColorScale(covering: points.flatMap { $0.map(\.gain) }) }

  public var dataTable: DataTable {
    let columns: [DataTable.Column] = [
      .init("column", isForDrawing: true), .init("row", isForDrawing: true), .init("style", isForDrawing: true),
      .init(x.title, unit: x.unit), .init(y.title, unit: y.unit), .init("best"), .init("decided"),
      .init("gain", unit: gainUnit), .init("colour", isForDrawing: true), .init("symbol", isForDrawing: true),
      .init("gain colour", isForDrawing: true),
    ]
    let scale = scale
    let theme = Theme.light
    let rows = points.enumerated().flatMap { row, points in
      points.enumerated().map { column, point -> [DataTable.Cell] in
        let color = point.winner.map { Self.value(theme.style(at: $0).color) }
        let fill = color.map { point.isDecided ? $0 : Self.pale($0) }
        let gain = ColorBar.step(of: point.gain, in: scale).map(ColorBar.color(ofStep:))
        return [
          .integer(column), .integer(row), .integer((point.winner ?? 0) % theme.styles.count + 1),
          .number(xLevels[column]), .number(yLevels[row]), .text(point.winner.map { architectures[$0] } ?? ""),
          .text(point.winner == nil ? "" : point.isDecided ? "yes" : "no"), .number(point.gain),
          .number(fill.map(Double.init) ?? .nan),
          .number(color.map { point.isDecided ? Double(0xFFFFFF) : Double($0) } ?? .nan),
          .number(gain.map(Double.init) ?? .nan),
        ]
      }
    }
    return DataTable(columns: columns, rows: rows)
  }

  private static func value(_ color: String) -> Int { Int(color.dropFirst(), radix: 16) ?? 0 }

  /// A colour three quarters of the way to white.
  private static func pale(_ color: Int) -> Int {
    [16, 8, 0].reduce(0) { result, shift in
      let channel = color >> shift & 255
      return result | (255 - (255 - channel) / 4) << shift
    }
  }
}
