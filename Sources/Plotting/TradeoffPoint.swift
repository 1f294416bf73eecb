/// One architecture's estimates of the two metrics of a trade-off.
public struct TradeoffPoint: Sendable, Hashable {
  public let architecture: String
  public let x: Estimate
  public let y: Estimate

  public init(architecture: String, x: Estimate, y: Estimate) {
    self.architecture = architecture
    self.x = x
    self.y = y
  }

  /// Whether both means are numbers, so that there is a place for the point.
  var isDrawable: Bool { x.mean.isFinite && y.mean.isFinite }
}
