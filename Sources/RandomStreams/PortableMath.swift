/// Logarithm and exponential that give the same bits on every machine.
///
/// The C library picks its variants of `log` and `exp` by the processor (with or without fused multiply-add), and their
/// last bits differ; a draw that depends on them could order two events one way here and the other way there. These
/// use additions, multiplications and divisions only, which IEEE 754 fixes to the bit.
///
/// The order of the operations is part of the result: a faster sum that rounds elsewhere would be another function.
public enum PortableMath {
  // ln 2 in two parts: the upper has 21 trailing zero bits, so that its product with an exponent is exact.
  private static let ln2High = 0x1.62e42feep-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// Returns the natural logarithm of a positive, finite, normal number; within 2 units in the last place.
  ///
  /// With x = m · 2ᵉ, √½ ≤ m < √2 and s = (m - 1)/(m + 1), ln m = 2 (s + s³/3 + s⁵/5 + ...), where s² < 0.0295.
  ///
  /// - Complexity: O(1), about 20 multiplications and additions and one division.
  public static func log(_ x: Double) -> Double {
    // The carry of this sum into the exponent says whether the significand is above √2, without a branch: half of the
    // time a processor would guess it wrong.
    let carried = x.bitPattern &+ (0xF_FFFF_FFFF_FFFF - 0x6_A09E_667F_3BCD)
    let exponent = Int64(bitPattern: carried >> 52) - 1023
    let m = Double(bitPattern: x.bitPattern &- UInt64(bitPattern: exponent) << 52)
    let s = (m - 1) / (m + 1)
    let z = s * s
    // Horner's rule; the term after 1/23 is below 2⁻⁵⁸ of the first. Written out, so that the reciprocals are constants.
    var sum = 1.0 / 23 * z + 1.0 / 21
    sum = sum * z + 1.0 / 19
    sum = sum * z + 1.0 / 17
    sum = sum * z + 1.0 / 15
    sum = sum * z + 1.0 / 13
    sum = sum * z + 1.0 / 11
    sum = sum * z + 1.0 / 9
    sum = sum * z + 1.0 / 7
    sum = sum * z + 1.0 / 5
    sum = sum * z + 1.0 / 3
    let e = Double(exponent)
    return e * ln2High + (2 * s + (2 * s * z * sum + e * ln2Low))
  }

  /// Returns eˣ, within 2 units in the last place; 0 below about -708, where results lose digits, infinity above 709.78.
  ///
  /// With k = round(x / ln 2) and r = x - k ln 2, |r| < 0.347, eˣ = 2ᵏ (1 + r + r²/2! + ... + r¹³/13!).
  ///
  /// - Complexity: O(1), about 30 multiplications and additions and six divisions.
  public static func exp(_ x: Double) -> Double {
    if x > 709.782712893384 { return .infinity }
    if x < -708 { return 0 }
    // Adding 1.5 · 2⁵² leaves no bit for a fraction: it rounds to the nearest integer, to the even one of two.
    // `rounded` calls the C library where the processor may lack an instruction for it.
    let k = (x * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52
    let r = (x - k * ln2High) - k * ln2Low
    // The quotients by odd numbers; those by even ones differ from them by a power of two, which is exact.
    let odd = r / SIMD4(3, 5, 7, 9)
    let last = r / SIMD2(11, 13)
    var sum = 1 + last[1]
    sum = 1 + 0.25 * odd[0] * sum
    sum = 1 + last[0] * sum
    sum = 1 + 0.5 * odd[1] * sum
    sum = 1 + odd[3] * sum
    sum = 1 + 0.125 * r * sum
    sum = 1 + odd[2] * sum
    sum = 1 + 0.5 * odd[0] * sum
    sum = 1 + odd[1] * sum
    sum = 1 + 0.25 * r * sum
    sum = 1 + odd[0] * sum
    sum = 1 + 0.5 * r * sum
    sum = 1 + r * sum
    // In two factors: 2¹⁰²⁴ itself is no Double.
    let exponent = Int(k)
    let half = exponent / 2
    return sum * power(of2: half) * power(of2: exponent - half)
  }

  /// Returns a power of two whose exponent is in -1022...1023.
  private static func power(of2 exponent: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: exponent + 1023) << 52)
  }
}
