#include "arithmetic.hpp"
#include "contender.hpp"
#include "line.hpp"
#include "queues.hpp"

namespace {

// Customers who think, seize a unit, hold it, release it, and think again. In event style, first come first served.
class Seize final : public Contender {
  enum class Kind : uint32_t { request, release };
  struct Event {
    Kind kind;
    uint32_t customer;
  };

  std::vector<Generator> generators;
  FourAryHeap<Event> queue;
  Line<uint32_t> line;
  int64_t capacity, inUse = 0;
  uint64_t order = 0, cycles = 0;

  void think(uint32_t customer, double now) {
    queue.push(now + exponential(generators[customer], 9), {Kind::request, customer});
  }

  void hold(uint32_t customer, double now) {
    queue.push(now + exponential(generators[customer], 1), {Kind::release, customer});
  }

public:
  Seize(int64_t customers, int64_t capacity, uint64_t seed) : capacity(capacity) {
    for (int64_t customer = 0; customer < customers; ++customer) {
      generators.emplace_back(seed, customer);
      think(customer, 0);
    }
  }

  void run(int64_t units) override {
    for (const uint64_t target = cycles + units; cycles < target;) {
      Entry<Event> next = queue.pop();
      const uint32_t customer = next.payload.customer;
      if (next.payload.kind == Kind::request) {
        if (inUse == capacity) {
          line.append(customer);
        } else {
          inUse += 1;
          hold(customer, next.time);
        }
      } else {
        cycles += 1;
        order = mixed(mixed(order, uint64_t(customer)), next.time);
        if (line.size() > 0) hold(line.removeFirst(), next.time); else inUse -= 1;
        think(customer, next.time);
      }
    }
  }

  uint64_t digest() const override { return order; }
};

}  // namespace

Contender *contender_seize(int64_t customers, int64_t capacity, uint64_t seed) {
  return new Seize(customers, capacity, seed);
}
