#include "arithmetic.hpp"
#include "contender.hpp"
#include "queues.hpp"

namespace {

struct Letter {
  uint64_t sender, text;
};

using Heap = FourAryHeap<Letter>;

Heap filled(int64_t events, Generator &generator) {
  Heap heap;
  for (int64_t index = 0; index < events; ++index) {
    double time = exponential(generator, 1);
    heap.push(time, {uint64_t(index), generator.next()});
  }
  return heap;
}

class Fork final : public Contender {
  Heap original;
  uint64_t hash = 0;

public:
  Fork(int64_t events, Generator generator) : original(filled(events, generator)) {}

  void run(int64_t copies) override {
    for (; copies > 0; --copies) {
      Heap copy = original;
      Entry<Letter> first = copy.pop();
      hash = mixed(mixed(hash, first.time), first.payload.sender);
    }
  }

  uint64_t digest() const override { return hash; }
};

class Checkpoint final : public Contender {
  Heap original;
  uint64_t hash = 0;

public:
  Checkpoint(int64_t events, Generator generator) : original(filled(events, generator)) {}

  void run(int64_t times) override {
    for (; times > 0; --times) {
      std::vector<char> bytes = original.bytes();
      Heap copy;
      copy.read(bytes);
      Entry<Letter> first = copy.pop();
      hash = mixed(mixed(hash, first.time), first.payload.sender);
    }
  }

  uint64_t digest() const override { return hash; }
};

class Fill final : public Contender {
  int64_t count;
  Generator generator;
  uint64_t hash = 0;

public:
  Fill(int64_t count, Generator generator) : count(count), generator(generator) {}

  void run(int64_t events) override {
    for (int64_t done = 0; done < events; done += count) {
      // The same letters every time, as on the other side.
      Generator again = generator;
      Heap heap = filled(count, again);
      while (!heap.empty()) {
        Entry<Letter> next = heap.pop();
        hash = mixed(mixed(hash, next.time), next.payload.sender);
      }
    }
  }

  uint64_t digest() const override { return hash; }
};

}  // namespace

Contender *contender_fork(int64_t events, uint64_t seed) { return new Fork(events, Generator(seed, 0)); }

Contender *contender_checkpoint(int64_t events, uint64_t seed) { return new Checkpoint(events, Generator(seed, 0)); }

Contender *contender_fill(int64_t events, uint64_t seed) { return new Fill(events, Generator(seed, 0)); }
