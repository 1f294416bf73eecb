#pragma once
#include "competitors.h"

// What every competitor can do; one virtual call a round, so that it costs nothing in the loop.
struct Contender {
  virtual ~Contender() = default;
  virtual void run(int64_t units) = 0;
  virtual uint64_t digest() const = 0;
  virtual double mean() const { return 0; }
};
