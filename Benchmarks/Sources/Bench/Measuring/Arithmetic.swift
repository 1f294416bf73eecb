// Written word for word as in arithmetic.hpp, so that both sides draw the same bits: +, -, *, / and shifts only.

@inline(__always)
func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
  let product = (hash ^ value) &* 0x0000_0100_0000_01B3
  return product ^ (product >> 32)
}

@inline(__always)
func mixed(_ hash: UInt64, _ value: Double) -> UInt64 { mixed(hash, value.bitPattern) }

/// Returns ln x for a positive normal number, to about nine digits: enough for a delay, and quick on both sides.
@inline(__always)
func quickLog(_ x: Double) -> Double {
  let bits = x.bitPattern
  let shifted = bits &- 0x3FE6_A09E_667F_3BCD
  let exponent = Double(Int64(bitPattern: shifted) >> 52)
  let m = Double(bitPattern: bits &- (shifted & 0xFFF0_0000_0000_0000))
  let s = (m - 1) / (m + 1)
  let z = s * s
  let w = z * z
  let low = 2.0 + z * 0.6666666666666666
  let middle = 0.4 + z * 0.2857142857142857
  let high = 0.2222222222222222 + z * 0.18181818181818182
  return exponent * 0.6931471805599453 + s * (low + w * (middle + w * high))
}

/// Returns eˣ for |x| < 700, to about nine digits.
func quickExp(_ x: Double) -> Double {
  let scaled = x * 1.4426950408889634
  let whole = Int64(scaled + (scaled < 0 ? -0.5 : 0.5))
  let r = x - Double(whole) * 0.6931471805599453
  let tail = 0.008333333333333333 + r * (0.001388888888888889 + r * 0.0001984126984126984)
  let middle = 0.16666666666666666 + r * (0.041666666666666664 + r * tail)
  let sum = 1 + r * (1 + r * (0.5 + r * middle))
  return sum * Double(bitPattern: UInt64(whole + 1023) << 52)
}
