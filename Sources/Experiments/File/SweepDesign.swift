import RunRecords

/// How levels of factors are combined into design points.
public enum SweepDesign: String, Sendable, Hashable, CaseIterable {
  /// Every level of a factor with every one of the others.
  case grid
  /// The first levels of all factors together, then the second, and so on.
  case zip

  /// The design points in order, the last factor running fastest; one without levels where there are no factors.
  func points(_ factors: [(name: String, levels: [ParameterValue])]) -> [[FactorLevel]] {
    switch self {
    case .grid:
      factors.reduce([[]]) { points, factor in
        points.flatMap { point in
          factor.levels.map { point + [FactorLevel(factor: factor.name, value: $0)] }
        }
      }
    case .zip:
      (0..<(factors.first?.levels.count ?? 1)).map { index in
        factors.map { FactorLevel(factor: $0.name, value: $0.levels[index]) }
      }
    }
  }
}
