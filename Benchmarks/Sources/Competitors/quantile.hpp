#pragma once
#include <algorithm>
#include <cmath>

#include "portable.hpp"

// The quantile of the standard normal distribution: Wichura (1988), AS 241, as in NormalQuantile.swift.
namespace portable {

template <class... Rest>
inline double polynomial(double x, double first, Rest... rest) {
  if constexpr (sizeof...(rest) == 0) {
    return first;
  } else {
    return polynomial(x, rest...) * x + first;
  }
}

inline double normalQuantile(double p) {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double x = 0.180625 - q * q;
    return q
      * polynomial(
        x, 3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3)
      / polynomial(
        x, 1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
        3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3);
  }
  // Beyond r = 5 the next branch of the algorithm would be a little nearer; one draw in 10^11 comes there.
  const double x = std::sqrt(-log(std::min(p, 1 - p))) - 1.6;
  const double magnitude = polynomial(
      x, 1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
      1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4)
    / polynomial(
      x, 1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
      1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9);
  return q < 0 ? -magnitude : magnitude;
}

}  // namespace portable
