public import RunRecords

/// A level of a factor as a number with its unit: `60 %`, `250 ms`, 0.5.
public struct LevelQuantity: Sendable, Hashable {
  /// In the unit.
  public let number: Double
  /// As it is written; empty for a bare number.
  public let unit: String

  /// `nil` for a level that is no finite number.
  public init?(_ level: ParameterValue) {
    if let number = level.number {
      (self.number, unit) = (number, "")
    } else if case .choice(let text) = level, let quantity = Quantity(text), quantity.number.isFinite {
      (number, unit) = (quantity.number, quantity.unit)
    } else {
      return nil
    }
  }
}
