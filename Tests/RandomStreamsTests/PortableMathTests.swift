import Foundation
import RandomStreams
import Testing

@Suite("Portable logarithm and exponential")
struct PortableMathTests {

  // The C library's logarithm and exponential are the oracle: they are within 1 unit in the last place.

  @Test("The logarithm is within 2 units in the last place", arguments: ["all magnitudes", "near 1", "(0, 1)"])
  func logarithm(range: String) {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("logarithm/\(range)")
    var worst = 0.0
    for _ in 0..<20_000 {
      let x: Double =
        switch range {
        case "near 1": 1 + (stream.uniform() - 0.5) * PortableMath.exp(-30 * stream.uniform())
        case "(0, 1)": stream.uniform()
        default: Double(bitPattern: 1 << 52 + stream.next() % (0x7FE << 52))
        }
      let expected = Foundation.log(x)
      worst = max(worst, abs(PortableMath.log(x) - expected) / expected.ulp)
    }
    #expect(worst <= 2)
  }

  @Test("The exponential is within 2 units in the last place", arguments: [708, 1, 1e-9])
  func exponential(reach: Double) {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("exponential/\(reach)")
    var worst = 0.0
    for _ in 0..<20_000 {
      let x = reach * (2 * stream.uniform() - 1)
      let expected = Foundation.exp(x)
      worst = max(worst, abs(PortableMath.exp(x) - expected) / expected.ulp)
    }
    #expect(worst <= 2)
  }

  @Test("Powers of two and of e have their exact values")
  func exactValues() {
    #expect(PortableMath.log(1) == 0)
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.exp(-0.0) == 1)
    for exponent in [-1022, -52, -1, 1, 10, 1023] {
      let power = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(PortableMath.log(power) == Double(exponent) * M_LN2)
    }
  }

  @Test("The smallest and the largest number have logarithms; the smallest and largest powers are 0 and infinity")
  func ends() {
    #expect(abs(PortableMath.log(.greatestFiniteMagnitude) - 709.782712893384) < 1e-12)
    #expect(abs(PortableMath.log(.leastNormalMagnitude) + 708.3964185322641) < 1e-12)
    #expect(PortableMath.exp(709.782712893383) < .infinity)
    #expect(PortableMath.exp(709.79) == .infinity)
    #expect(PortableMath.exp(.infinity) == .infinity)
    #expect(PortableMath.exp(-708.01) == 0)
    #expect(PortableMath.exp(-.infinity) == 0)
  }

  @Test("Both are monotone over neighbouring numbers, so that draws are", arguments: [1e-300, 1e-3, 0.7, 1, 1.5, 40])
  func monotone(start: Double) {
    var x = start
    for _ in 0..<300 {
      let next = x + 64 * x.ulp
      #expect(PortableMath.log(x) <= PortableMath.log(next))
      if x < 700 { #expect(PortableMath.exp(x) <= PortableMath.exp(next)) }
      x = next
    }
  }
}
