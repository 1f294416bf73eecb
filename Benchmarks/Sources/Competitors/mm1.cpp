#include "arithmetic.hpp"
#include "contender.hpp"
#include "line.hpp"
#include "queues.hpp"

namespace {

struct Customer {
  double arrival;
  double service;
};

// One server, utilisation 0.9, first come first served; a customer's service is drawn when it arrives.
struct Bank {
  Generator arrivals, services;
  Line<Customer> line;
  double totalTime = 0;
  uint64_t served = 0;

  explicit Bank(uint64_t seed) : arrivals(seed, 0), services(seed, 1) {}

  // Returns whether the server was idle.
  bool arrive(double now) {
    line.append({now, exponential(services, 0.9)});
    return line.size() == 1;
  }

  void depart(double now) {
    totalTime += now - line.removeFirst().arrival;
    served += 1;
  }

  uint64_t digest(double now) const { return mixed(mixed(mixed(0, served), totalTime), now); }
};

class EventLoop final : public Contender {
  enum class Kind : uint32_t { arrival, departure };
  Bank bank;
  StandardQueue<Kind> queue;
  double now = 0;

public:
  explicit EventLoop(uint64_t seed) : bank(seed) { queue.push(exponential(bank.arrivals, 1), Kind::arrival); }

  void run(int64_t customers) override {
    for (const uint64_t target = bank.served + customers; bank.served < target;) {
      Entry<Kind> event = queue.pop();
      now = event.time;
      if (event.payload == Kind::arrival) {
        if (bank.arrive(now)) queue.push(now + bank.line.first().service, Kind::departure);
        queue.push(now + exponential(bank.arrivals, 1), Kind::arrival);
      } else {
        bank.depart(now);
        if (bank.line.size() > 0) queue.push(now + bank.line.first().service, Kind::departure);
      }
    }
  }

  uint64_t digest() const override { return bank.digest(now); }
};

// What somebody writes who knows that there are two kinds of events, each pending once: no event list at all.
class TwoTimers final : public Contender {
  static constexpr double never = 1e300;
  Bank bank;
  double now = 0, nextArrival = 0, nextDeparture = never;

public:
  explicit TwoTimers(uint64_t seed) : bank(seed) { nextArrival = exponential(bank.arrivals, 1); }

  void run(int64_t customers) override {
    for (const uint64_t target = bank.served + customers; bank.served < target;) {
      if (nextArrival < nextDeparture) {
        now = nextArrival;
        if (bank.arrive(now)) nextDeparture = now + bank.line.first().service;
        nextArrival = now + exponential(bank.arrivals, 1);
      } else {
        now = nextDeparture;
        bank.depart(now);
        nextDeparture = bank.line.size() > 0 ? now + bank.line.first().service : never;
      }
    }
  }

  uint64_t digest() const override { return bank.digest(now); }
};

}  // namespace

Contender *contender_mm1(uint64_t seed) { return new EventLoop(seed); }

Contender *contender_mm1_two_timers(uint64_t seed) { return new TwoTimers(seed); }
