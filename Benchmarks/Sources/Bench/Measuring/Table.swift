import Foundation

/// The rows as aligned text, each printed when it is known.
enum Table {
  private static let nameWidth = 26

  static var header: String {
    "benchmark".padded(nameWidth) + "ours ns".flushRight(10) + "base ns".flushRight(10) + "ratio".flushRight(8)
      + "bytes".flushRight(9) + "alloc".flushRight(8) + "retain".flushRight(8) + "  baseline"
  }

  static func line(_ row: Row) -> String {
    row.name.padded(nameWidth) + number(row.oursNanoseconds, digits: 1).flushRight(10)
      + number(row.baselineNanoseconds, digits: 1).flushRight(10) + number(row.ratio, digits: 2).flushRight(8)
      + (row.bytes.map { number($0, digits: 1) } ?? "-").flushRight(9)
      + (row.allocations.map { number($0, digits: 2) } ?? "-").flushRight(8)
      + (row.retains.map { number($0, digits: 2) } ?? "-").flushRight(8) + "  " + row.baseline
  }

  private static func number(_ value: Double, digits: Int) -> String { String(format: "%.\(digits)f", value) }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }

  fileprivate func flushRight(_ width: Int) -> String { String(repeating: " ", count: max(1, width - count)) + self }
}
