#include "arithmetic.hpp"
#include "contender.hpp"
#include "line.hpp"
#include "queues.hpp"

namespace {

// M/M/4 with customers who leave when they have waited too long. A timer of somebody who is served stays in the queue
// and is ignored when its time comes: what most hand-written programs do.
class Renege final : public Contender {
  enum class Kind : uint32_t { arrival, departure, patience };
  struct Event {
    Kind kind;
    uint32_t customer;
  };
  struct Record {
    double arrival = 0;
    uint32_t customer = 0;
    bool waits = false;
  };
  static constexpr uint32_t mask = 4095;

  Generator arrivals, services, patiences;
  FourAryHeap<Event> queue;
  std::vector<Record> records = std::vector<Record>(mask + 1);
  Line<uint32_t> line;
  double now = 0, totalWait = 0;
  uint64_t arrived = 0, served = 0, reneged = 0;
  int busy = 0;

  void serve() { queue.push(now + exponential(services, 1), {Kind::departure, 0}); }

  void arrive() {
    uint32_t customer = static_cast<uint32_t>(arrived++);
    if (busy < 4) {
      busy += 1;
      serve();
    } else {
      records[customer & mask] = {now, customer, true};
      line.append(customer);
      queue.push(now + exponential(patiences, 2), {Kind::patience, customer});
    }
    queue.push(now + exponential(arrivals, 1 / 4.5), {Kind::arrival, 0});
  }

  void depart() {
    served += 1;
    while (line.size() > 0) {
      Record &record = records[line.removeFirst() & mask];
      if (!record.waits) continue;
      record.waits = false;
      totalWait += now - record.arrival;
      serve();
      return;
    }
    busy -= 1;
  }

  void loseIfWaiting(uint32_t customer) {
    Record &record = records[customer & mask];
    if (!record.waits || record.customer != customer) return;
    record.waits = false;
    reneged += 1;
  }

public:
  explicit Renege(uint64_t seed) : arrivals(seed, 0), services(seed, 1), patiences(seed, 2) {
    queue.push(exponential(arrivals, 1 / 4.5), {Kind::arrival, 0});
  }

  void run(int64_t customers) override {
    for (const uint64_t target = arrived + customers; arrived < target;) {
      Entry<Event> next = queue.pop();
      now = next.time;
      switch (next.payload.kind) {
      case Kind::arrival: arrive(); break;
      case Kind::departure: depart(); break;
      case Kind::patience: loseIfWaiting(next.payload.customer); break;
      }
    }
  }

  uint64_t digest() const override { return mixed(mixed(mixed(mixed(0, served), reneged), totalWait), now); }
};

}  // namespace

Contender *contender_renege(uint64_t seed) { return new Renege(seed); }
