#include "contender.hpp"
#include "arithmetic.hpp"
#include "philox.hpp"
#include "ziggurat.hpp"
#include <bit>

namespace {

// Adds up what a function draws. The stream is a local variable in the loop, as it would be in a model's inner loop.
template <class Value, class Source>
class Draws final : public Contender {
  Source source;
  Philox stream;
  Value sum = 0;
  int64_t count = 0;

public:
  explicit Draws(uint64_t key) : stream(key, 0) {}

  void run(int64_t draws) override {
    Philox local = stream;
    Value total = sum;
    for (int64_t index = 0; index < draws; ++index) total += source.draw(local);
    stream = local;
    sum = total;
    count += draws;
  }

  uint64_t digest() const override { return std::bit_cast<uint64_t>(sum); }

  double mean() const override { return static_cast<double>(sum) / static_cast<double>(count); }
};

struct Next {
  uint64_t draw(Philox &stream) const { return stream.next(); }
};

struct UniformDraw {
  double draw(Philox &stream) const { return stream.uniform(); }
};

struct Logarithm {
  double draw(Philox &stream) const { return -std::log(stream.uniform()); }
};

class NewStreams final : public Contender {
  uint64_t key, entity = 0, sum = 0;

public:
  explicit NewStreams(uint64_t key) : key(key) {}

  void run(int64_t streams) override {
    for (; streams > 0; --streams) sum += Philox(key, entity++).next();
  }

  uint64_t digest() const override { return sum; }
};

}  // namespace

Contender *contender_stream(DrawKind draw, const char *name, uint64_t root_seed) {
  const uint64_t key = Philox::keyOf(name, root_seed);
  switch (draw) {
  case DrawNext: return new Draws<uint64_t, Next>(key);
  case DrawUniform: return new Draws<double, UniformDraw>(key);
  case DrawExponentialByLogarithm: return new Draws<double, Logarithm>(key);
  case DrawExponentialByZiggurat: return new Draws<double, Ziggurat<ExponentialShape>>(key);
  case DrawNormal: return new Draws<double, Ziggurat<NormalShape>>(key);
  }
  return nullptr;
}

Contender *contender_new_streams(const char *name, uint64_t root_seed) {
  return new NewStreams(Philox::keyOf(name, root_seed));
}
