/// stub until merge
public struct MetricSelection: Sendable, Hashable {
  public static let standard = MetricSelection()
  var configuration: ConfigurationValue { .word("standard") }
}
