/// Returns the quantile of the standard normal distribution, to a relative accuracy of about 10⁻¹⁶.
///
/// Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37:477–484, with the logarithm of `PortableMath`.
///
/// - Precondition: `p` is in the open interval (0, 1).
/// - Complexity: O(1); outside 0.075...0.925 a logarithm and a square root more than inside.
public func normalQuantile(_ p: Double) -> Double {
  precondition(p > 0 && p < 1, "a normal quantile is asked for at \(p); it must be inside (0, 1)")
  let q = p - 0.5
  if abs(q) <= 0.425 {
    let r = 0.180625 - q * q
    return q * central(r)
  }
  let r = (-PortableMath.log(min(p, 1 - p))).squareRoot()
  let magnitude = r <= 5 ? middle(r - 1.6) : tail(r - 5)
  return q < 0 ? -magnitude : magnitude
}

/// Returns the value of a polynomial of degree 7 by Horner's rule.
///
/// The coefficients are those of 1, x, x² ... x⁷; as arguments they become constants in the code.
@inline(__always)
private func polynomial(
  _ x: Double, _ c0: Double, _ c1: Double, _ c2: Double, _ c3: Double, _ c4: Double, _ c5: Double, _ c6: Double,
  _ c7: Double
) -> Double {
  let upper = ((c7 * x + c6) * x + c5) * x + c4
  return (((upper * x + c3) * x + c2) * x + c1) * x + c0
}

@inline(__always)
private func central(_ x: Double) -> Double {
  polynomial(
    x, 3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
    4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3)
    / polynomial(
      x, 1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
      3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3)
}

@inline(__always)
private func middle(_ x: Double) -> Double {
  polynomial(
    x, 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
    1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4)
    / polynomial(
      x, 1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9)
}

private func tail(_ x: Double) -> Double {
  polynomial(
    x, 6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
    2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7)
    / polynomial(
      x, 1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
      1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15)
}
