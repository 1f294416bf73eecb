#pragma once
#include <bit>
#include <cstdint>

// Written word for word as in Arithmetic.swift, so that both sides draw the same bits: +, -, *, / and shifts only.

inline uint64_t mixed(uint64_t hash, uint64_t value) {
  uint64_t product = (hash ^ value) * 0x00000100000001B3u;
  return product ^ (product >> 32);
}

inline uint64_t mixed(uint64_t hash, double value) { return mixed(hash, std::bit_cast<uint64_t>(value)); }

// Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA '14.
struct Generator {
  uint64_t state;

  explicit Generator(uint64_t seed) : state(seed) {}

  // Number `index` of many that start far from each other.
  Generator(uint64_t seed, uint64_t index) : state(seed) {
    state = next() ^ (index * 0xD1342543DE82EF95u);
    state = next();
  }

  uint64_t next() {
    state += 0x9E3779B97F4A7C15u;
    uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  // On (0, 1).
  double uniform() { return (static_cast<double>(next() >> 12) + 0.5) * 0x1p-52; }

  uint32_t below(uint64_t bound) { return static_cast<uint32_t>(((next() >> 32) * bound) >> 32); }
};

// ln x for a positive normal number, to about nine digits: enough for a delay, and quick on both sides.
inline double quickLog(double x) {
  uint64_t bits = std::bit_cast<uint64_t>(x);
  uint64_t shifted = bits - 0x3FE6A09E667F3BCDu;
  double exponent = static_cast<double>(static_cast<int64_t>(shifted) >> 52);
  double m = std::bit_cast<double>(bits - (shifted & 0xFFF0000000000000u));
  double s = (m - 1) / (m + 1);
  double z = s * s;
  double w = z * z;
  double low = 2.0 + z * 0.6666666666666666;
  double middle = 0.4 + z * 0.2857142857142857;
  double high = 0.2222222222222222 + z * 0.18181818181818182;
  return exponent * 0.6931471805599453 + s * (low + w * (middle + w * high));
}

// e to the power of x, for |x| < 700, to about nine digits.
inline double quickExp(double x) {
  double scaled = x * 1.4426950408889634;
  int64_t whole = static_cast<int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
  double r = x - static_cast<double>(whole) * 0.6931471805599453;
  double sum = 1 + r * (1 + r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664
    + r * (0.008333333333333333 + r * (0.001388888888888889 + r * 0.0001984126984126984))))));
  return sum * std::bit_cast<double>(static_cast<uint64_t>(whole + 1023) << 52);
}

inline double exponential(Generator &generator, double mean) { return -mean * quickLog(generator.uniform()); }
