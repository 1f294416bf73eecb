#include "arithmetic.hpp"
#include "contender.hpp"
#include "line.hpp"
#include "queues.hpp"

namespace {

// M/M/2 with two classes; an urgent customer takes the server of an ordinary one, who goes on later where it stopped.
// A departure that was put off stays in the queue and is ignored when its time comes.
class Preempt final : public Contender {
  struct Event {
    bool isArrival;
    uint32_t server, turn;
  };
  struct Customer {
    double arrival, remaining;
    bool isUrgent;
  };
  struct Server {
    Customer customer{};
    double end = 0;
    uint32_t turn = 0;
    bool isBusy = false;
  };
  static constexpr uint32_t servers = 2;

  Generator arrivals, services;
  FourAryHeap<Event> queue;
  Server desk[servers];
  Line<Customer> urgent, ordinary;
  double now = 0, totalTime = 0;
  uint64_t arrived = 0, served = 0, preempted = 0;

  void serve(const Customer &customer, uint32_t index) {
    Server &server = desk[index];
    server.customer = customer;
    server.end = now + customer.remaining;
    server.turn += 1;
    server.isBusy = true;
    queue.push(server.end, {false, index, server.turn});
  }

  void arrive() {
    arrived += 1;
    bool isUrgent = arrivals.uniform() < 0.4;
    Customer customer{now, exponential(services, 1), isUrgent};
    queue.push(now + exponential(arrivals, 1 / 1.5), {true, 0, 0});
    uint32_t victim = servers;
    for (uint32_t index = 0; index < servers; ++index) {
      if (!desk[index].isBusy) return serve(customer, index);
      if (desk[index].customer.isUrgent) continue;
      if (victim == servers || desk[index].end > desk[victim].end) victim = index;
    }
    if (!isUrgent) return ordinary.append(customer);
    if (victim == servers) return urgent.append(customer);
    Customer interrupted = desk[victim].customer;
    interrupted.remaining = desk[victim].end - now;
    ordinary.prepend(interrupted);
    preempted += 1;
    serve(customer, victim);
  }

  void depart(uint32_t index) {
    Server &server = desk[index];
    served += 1;
    totalTime += now - server.customer.arrival;
    server.isBusy = false;
    if (urgent.size() > 0) return serve(urgent.removeFirst(), index);
    if (ordinary.size() > 0) return serve(ordinary.removeFirst(), index);
  }

public:
  explicit Preempt(uint64_t seed) : arrivals(seed, 0), services(seed, 1) {
    queue.push(exponential(arrivals, 1 / 1.5), {true, 0, 0});
  }

  void run(int64_t customers) override {
    for (const uint64_t target = arrived + customers; arrived < target;) {
      Entry<Event> next = queue.pop();
      const Event &event = next.payload;
      if (!event.isArrival && desk[event.server].turn != event.turn) continue;
      now = next.time;
      if (event.isArrival) arrive(); else depart(event.server);
    }
  }

  uint64_t digest() const override { return mixed(mixed(mixed(mixed(0, served), preempted), totalTime), now); }
};

}  // namespace

Contender *contender_preempt(uint64_t seed) { return new Preempt(seed); }
