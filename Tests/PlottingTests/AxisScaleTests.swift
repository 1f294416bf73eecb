import Testing

@testable import Plotting

@Suite("Axis scale")
struct AxisScaleTests {
  @Test(
    "The range covers the values and has marks at round numbers",
    arguments: [
      [410.0, 527, 388], [65.2, 74.8], [0.00001, 0.002], [3, 3, 3], [0, 0], [-12, 40], [1e6, 1e6 + 0.25], [60, 3950],
    ])
  func covers(values: [Double]) throws {
    let scale = AxisScale.linear(covering: values, length: 220)
    #expect(scale.low < scale.high)
    #expect(values.allSatisfy { scale.low <= $0 && $0 <= scale.high })
    #expect(scale.ticks.count >= 2)
    #expect(scale.ticks.allSatisfy { scale.low <= $0.value && $0.value <= scale.high })
    #expect(Set(scale.ticks.map(\.label)).count == scale.ticks.count)
  }

  @Test("Marks' labels do not touch", arguments: [120.0, 200, 330, 700])
  func clear(length: Double) {
    for values in [[410.0, 527], [0.00031, 0.002], [12_000, 98_000]] {
      let scale = AxisScale.linear(covering: values, length: length)
      for (left, right) in zip(scale.ticks, scale.ticks.dropFirst()) {
        let gap = scale.position(of: right.value, length: length) - scale.position(of: left.value, length: length)
        let widths = [left, right].map { TextMetrics.width(of: $0.label, size: 14) }
        #expect(gap > (widths[0] + widths[1]) / 2)
      }
    }
  }

  @Test("Labels that are reserved stay within the axis")
  func reservations() {
    let labels = [
      AxisScale.Reservation(value: 10, width: 90), AxisScale.Reservation(value: 20, width: 60),
    ]
    let scale = AxisScale.linear(covering: [10, 20], reserving: labels, length: 200)
    for label in labels {
      let middle = scale.position(of: label.value, length: 200)
      #expect(middle - label.width / 2 >= -0.5)
      #expect(middle + label.width / 2 <= 200.5)
    }
  }

  @Test("No mark is negative where no value is, and a difference has both sides")
  func sides() {
    let plain = AxisScale.linear(
      covering: [0, 0.1], reserving: [AxisScale.Reservation(value: 0, width: 120)], length: 200)
    #expect(plain.low < 0)
    #expect(plain.ticks.first?.label == "0")
    let signed = AxisScale.linear(covering: [0, 0], length: 300, isSigned: true)
    #expect(signed.ticks.map(\.label).contains("0"))
    #expect(signed.ticks.contains { $0.label.hasPrefix("\u{2212}") })
    #expect(signed.ticks.contains { $0.label.hasPrefix("+") })
  }

  @Test("A logarithmic axis has marks at 1, 2 and 5 times powers of ten where they fit")
  func logarithmic() {
    let wide = AxisScale.logarithmic(covering: [60, 3950], margin: 40, length: 800)
    #expect(wide.ticks.map(\.label).contains("500"))
    #expect(wide.ticks.map(\.label).contains("2\u{202F}000"))
    let narrow = AxisScale.logarithmic(covering: [1e-5, 1e5], margin: 20, length: 800)
    #expect(narrow.ticks.allSatisfy { NumberText.plain($0.value, significant: 1).contains("1") })
    #expect(wide.position(of: wide.low, length: 800) == 0)
    #expect(abs(wide.position(of: wide.high, length: 800) - 800) < 1e-9)
  }
}
