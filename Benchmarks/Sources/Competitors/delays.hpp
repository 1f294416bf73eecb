#pragma once
#include "arithmetic.hpp"

// The delays of DelayDistributions.swift, in the same order of operations.

struct Exponential {
  static double draw(Generator &g) { return 0.1 + exponential(g, 0.9); }
};

struct Uniform {
  static double draw(Generator &g) { return 2 * g.uniform(); }
};

struct Bimodal {
  static double draw(Generator &g) {
    double u = g.uniform();
    return u < 0.5 ? 0.01 * (0.5 + 2 * u) : 1000 * (2 * u - 0.5);
  }
};

struct AllEqual {
  static double draw(Generator &g) {
    g.next();
    return 1;
  }
};

struct Pareto {
  static double draw(Generator &g) { return quickExp(quickLog(g.uniform()) / -1.1); }
};

struct Ticks {
  static double draw(Generator &g) { return static_cast<double>(1 + (g.next() >> 62)); }
};

struct MostlyZero {
  static double draw(Generator &g) { return g.uniform() < 0.8 ? 0 : exponential(g, 5); }
};
