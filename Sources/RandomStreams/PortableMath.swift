/// Logarithm and exponential that give the same bits on every machine.
///
/// The C library picks its variants of `log` and `exp` by the processor (with or without fused multiply-add), and their
/// last bits differ; a draw that depends on them could order two events one way here and the other way there. These
/// use additions, multiplications and divisions only, which IEEE 754 fixes to the bit.
public enum PortableMath {
  // The loops step by hand: a stride of floating-point numbers calls `fma` for every step, which doubles the time.

  // ln 2 in two parts: the upper has 21 trailing zero bits, so that its product with an exponent is exact.
  private static let ln2High = 0x1.62e42feep-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// Returns the natural logarithm of a positive, finite, normal number; within 2 units in the last place.
  ///
  /// With x = m · 2ᵉ, √½ ≤ m < √2 and s = (m - 1)/(m + 1), ln m = 2 (s + s³/3 + s⁵/5 + ...), where s² < 0.0295.
  public static func log(_ x: Double) -> Double {
    var exponent = Int(x.exponent)
    var m = x.significand
    if m > 0x1.6a09e667f3bcdp+0 {
      m *= 0.5
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let z = s * s
    // Horner's rule over 1/3, 1/5, ..., 1/23; the next term is below 2⁻⁵⁸ of the first.
    var sum = 1.0 / 23
    var denominator = 21.0
    while denominator >= 3 {
      sum = sum * z + 1 / denominator
      denominator -= 2
    }
    let e = Double(exponent)
    return e * ln2High + (2 * s + (2 * s * z * sum + e * ln2Low))
  }

  /// Returns eˣ, within 2 units in the last place; 0 below about -708, where results lose digits, infinity above 709.78.
  ///
  /// With k = round(x / ln 2) and r = x - k ln 2, |r| < 0.347, eˣ = 2ᵏ (1 + r + r²/2! + ... + r¹³/13!).
  public static func exp(_ x: Double) -> Double {
    if x > 709.782712893384 { return .infinity }
    if x < -708 { return 0 }
    let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    let r = (x - k * ln2High) - k * ln2Low
    var sum = 1.0
    var divisor = 13.0
    while divisor >= 1 {
      sum = 1 + r / divisor * sum
      divisor -= 1
    }
    // In two factors: 2¹⁰²⁴ itself is no Double.
    let half = Int(k) / 2
    return sum * power(of2: half) * power(of2: Int(k) - half)
  }

  private static func power(of2 exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
