/// Whether two numbers differ by at most the given share of the second.
public func isNear(_ value: Double, _ expected: Double, relative: Double = 1e-12) -> Bool {
  abs(value - expected) <= relative * abs(expected)
}
