#include <cmath>

#include "contender.hpp"
#include "line.hpp"
#include "philox.hpp"
#include "quantile.hpp"
#include "queues.hpp"

namespace {

// Five agents vote on one task after another, four tasks at a time, behind a service with four places; the draws are
// those of the default worker and service, by the same methods. Event style, all in one class.
class VoteOfFive final : public Contender {
  static constexpr int voters = 5, lanes = 4, places = 4, wrongAnswers = 3;

  struct Lane {
    uint64_t task;
    double right, shares[wrongAnswers];
    int votes[wrongAnswers + 1], order[wrongAnswers + 1], given, remaining;
  };
  struct Call {
    uint32_t lane, agent;
    double issued;
  };

  const uint64_t seed;
  const double location, scale;
  const uint64_t prompt = key("task/prompt-tokens"), difficulty = key("task/difficulty"),
                 wrong = key("task/wrong-answers"), solution = key("task/solution"), answer = key("call/answer"),
                 confidence = key("call/confidence"), completion = key("call/completion-tokens"),
                 latency = key("attempt/latency");
  StandardQueue<Call> queue;
  Line<Call> line;
  Lane table[lanes];
  int busy = 0;
  uint64_t nextTask = 0, stop = 0, solved = 0, done = 0, tokens = 0;
  double waited = 0, stated = 0;

  uint64_t key(const char *name) const { return Philox::keyOf(name, seed); }

  static double normal(Philox &stream) { return portable::normalQuantile(stream.uniform()); }

  static double lognormal(Philox &stream, double median, double sigma) {
    return median * portable::exp(sigma * normal(stream));
  }

  static double logistic(double x) { return 1 / (1 + portable::exp(-x)); }

  // Half the square of a normal variable has the gamma distribution of shape 1/2; the half falls out of the shares.
  static double gammaOfHalf(Philox &stream) {
    const double root = normal(stream);
    return root * root;
  }

  static uint64_t entity(uint64_t task, uint64_t agent) { return task << 32 | agent << 12; }

  void begin(uint32_t number, double now) {
    Lane &lane = table[number];
    lane = Lane{};
    lane.task = nextTask++;
    lane.remaining = voters;
    Philox ofPrompt(prompt, lane.task), ofTask(difficulty, lane.task), ofWrong(wrong, lane.task);
    tokens += static_cast<uint64_t>(std::nearbyint(lognormal(ofPrompt, 757, 0.99)));
    lane.right = logistic(location + scale * normal(ofTask));
    double sum = 0;
    for (double &share : lane.shares) sum += share = gammaOfHalf(ofWrong);
    for (double &share : lane.shares) share /= sum;
    for (uint32_t agent = 0; agent < voters; ++agent) arrive({number, agent, now}, now);
  }

  void arrive(Call call, double now) {
    if (busy == places) return line.append(call);
    busy += 1;
    serve(call, now);
  }

  void serve(Call call, double now) {
    waited += now - call.issued;
    const uint64_t who = entity(table[call.lane].task, call.agent);
    Philox ofLength(completion, who), ofTime(latency, who);
    const double length = std::nearbyint(lognormal(ofLength, 151, 0.86));
    tokens += static_cast<uint64_t>(length);
    const double first = lognormal(ofTime, 0.7, 0.5);
    queue.push(now + first + length / lognormal(ofTime, 100, 0.25), call);
  }

  void speak(Lane &lane, uint32_t agent) {
    Philox ofAnswer(answer, entity(lane.task, agent)), ofConfidence(confidence, entity(lane.task, agent));
    double rest = ofAnswer.uniform();
    int option = 0;
    if (rest >= lane.right) {
      rest = (rest - lane.right) / (1 - lane.right);
      for (option = 1; option < wrongAnswers && rest >= lane.shares[option - 1]; ++option) rest -= lane.shares[option - 1];
    }
    const double logit = 1.9 + (option == 0 ? 0.42 : 0) + 0.9 * normal(ofConfidence);
    stated += std::nearbyint(logistic(logit) * 20) / 20;
    if (lane.votes[option]++ == 0) lane.order[lane.given++] = option;
  }

  void vote(Lane &lane) {
    // The letters are turned by a draw, which the comparison with the right one undoes.
    Philox ofSolution(solution, lane.task);
    tokens += ofSolution.next() >> 62;
    int best = lane.order[0];
    for (int place = 1; place < lane.given; ++place) {
      if (lane.votes[lane.order[place]] > lane.votes[best]) best = lane.order[place];
    }
    solved += best == 0;
    done += 1;
  }

public:
  VoteOfFive(double location, double scale, uint64_t seed) : seed(seed), location(location), scale(scale) {}

  void run(int64_t units) override {
    stop += units / voters;
    double now = 0;
    for (uint32_t lane = 0; lane < lanes && nextTask < stop; ++lane) begin(lane, now);
    while (!queue.empty()) {
      Entry<Call> next = queue.pop();
      now = next.time;
      if (line.size() > 0) serve(line.removeFirst(), now); else busy -= 1;
      Lane &lane = table[next.payload.lane];
      if (--lane.remaining > 0) continue;
      // Those who answered together are looked at together.
      for (uint32_t agent = 0; agent < voters; ++agent) speak(lane, agent);
      vote(lane);
      if (nextTask < stop) begin(next.payload.lane, now);
    }
  }

  uint64_t digest() const override { return done + tokens; }

  double mean() const override { return static_cast<double>(solved) / static_cast<double>(done); }
};

}  // namespace

Contender *contender_vote(double location, double scale, uint64_t seed) {
  return new VoteOfFive(location, scale, seed);
}
