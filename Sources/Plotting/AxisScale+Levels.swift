extension AxisScale {
  /// An axis on which levels of a factor stand side by side, whatever their distances are; a mark at every one that
  /// there is room for.
  static func levels(_ levels: [Double], length: Double, isHorizontal: Bool) -> AxisScale {
    let pitch = length / Double(levels.count)
    let sizes = levels.map { isHorizontal ? TextMetrics.width(of: label(ofLevel: $0), size: 13) + 12 : 20 }
    let every = max(1, Int(((sizes.max() ?? 0) / pitch).rounded(.up)))
    let ticks = levels.indices.filter { $0.isMultiple(of: every) }.map {
      Tick(value: Double($0), label: label(ofLevel: levels[$0]))
    }
    return AxisScale(low: -0.5, high: Double(levels.count) - 0.5, isLogarithmic: false, ticks: ticks)
  }

  static func label(ofLevel level: Double) -> String { NumberText.plain(level, significant: 4) }
}
