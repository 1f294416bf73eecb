#include "contender.hpp"
#include "delays.hpp"
#include "queues.hpp"
#include <memory>
#include <new>

namespace {

// One cache line of state.
struct alignas(64) Place {
  Generator generator{0};
  uint64_t visits = 0;
  double lastVisit = 0;
};

template <template <class> class Queue, class Delay>
class Hold final : public Contender {
  std::vector<Place> places;
  Queue<uint32_t> queue;
  double now = 0;
  uint64_t order = 0;

public:
  Hold(int64_t count, uint64_t seed) : places(count) {
    for (int64_t index = 0; index < count; ++index) {
      places[index].generator = Generator(seed, index);
      queue.push(Delay::draw(places[index].generator), index);
    }
  }

  void run(int64_t events) override {
    const uint64_t count = places.size();
    for (; events > 0; --events) {
      Entry<uint32_t> event = queue.pop();
      now = event.time;
      Place &place = places[event.payload];
      place.visits += 1;
      place.lastVisit = now;
      order = mixed(order, uint64_t(event.payload));
      double delay = Delay::draw(place.generator);
      queue.push(now + delay, place.generator.below(count));
    }
  }

  uint64_t digest() const override {
    uint64_t hash = mixed(order, now);
    for (const Place &place : places) hash = mixed(mixed(hash, place.visits), place.lastVisit);
    return hash;
  }
};

template <template <class> class Queue>
Contender *make(DelayKind delay, int64_t places, uint64_t seed) {
  switch (delay) {
  case DelayExponential: return new Hold<Queue, Exponential>(places, seed);
  case DelayUniform: return new Hold<Queue, Uniform>(places, seed);
  case DelayBimodal: return new Hold<Queue, Bimodal>(places, seed);
  case DelayAllEqual: return new Hold<Queue, AllEqual>(places, seed);
  case DelayPareto: return new Hold<Queue, Pareto>(places, seed);
  case DelayTicks: return new Hold<Queue, Ticks>(places, seed);
  case DelayZero: return new Hold<Queue, MostlyZero>(places, seed);
  }
  return nullptr;
}

}  // namespace

Contender *contender_hold(QueueKind queue, DelayKind delay, int64_t places, uint64_t seed) {
  return queue == QueueStandard ? make<StandardQueue>(delay, places, seed) : make<FourAryHeap>(delay, places, seed);
}
