#pragma once
#include "philox.hpp"
#include <cmath>

// Marsaglia and Tsang (2000), "The ziggurat method for generating random variables", J. Stat. Software 5:8, with 256
// layers and 53 bits; what a C++ program that is in a hurry uses. A layer and a uniform come from one draw.
template <class Shape>
class Ziggurat {
  double x[257], f[257];

public:
  Ziggurat() {
    x[0] = Shape::area / Shape::density(Shape::start);
    x[1] = Shape::start;
    for (int layer = 2; layer < 256; ++layer) {
      x[layer] = Shape::inverse(Shape::area / x[layer - 1] + Shape::density(x[layer - 1]));
    }
    x[256] = 0;
    for (int layer = 0; layer <= 256; ++layer) f[layer] = Shape::density(x[layer]);
  }

  double draw(Philox &stream) const {
    while (true) {
      uint64_t bits = stream.next();
      unsigned layer = bits & 255;
      double value = (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52 * x[layer];
      bool isNegative = Shape::isSymmetric && (bits & 256);
      if (value >= x[layer + 1]) {
        if (layer == 0) {
          value = Shape::tail(stream);
        } else if (f[layer] + stream.uniform() * (f[layer + 1] - f[layer]) >= Shape::density(value)) {
          continue;
        }
      }
      return isNegative ? -value : value;
    }
  }
};

struct ExponentialShape {
  static constexpr bool isSymmetric = false;
  static constexpr double start = 7.69711747013104972;
  static constexpr double area = 0.0039496598225815571993;
  static double density(double x) { return std::exp(-x); }
  static double inverse(double y) { return -std::log(y); }
  static double tail(Philox &stream) { return start - std::log(stream.uniform()); }
};

struct NormalShape {
  static constexpr bool isSymmetric = true;
  static constexpr double start = 3.6541528853610088;
  static constexpr double area = 0.00492867323399;
  static double density(double x) { return std::exp(-0.5 * x * x); }
  static double inverse(double y) { return std::sqrt(-2 * std::log(y)); }
  static double tail(Philox &stream) {
    while (true) {
      double a = -std::log(stream.uniform()) / start;
      double b = -std::log(stream.uniform());
      if (b + b > a * a) return start + a;
    }
  }
};
