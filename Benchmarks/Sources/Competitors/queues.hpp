#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <queue>
#include <utility>
#include <vector>

// An event with its key of 16 bytes: time, then the order of scheduling.
template <class Payload>
struct Entry {
  double time;
  uint64_t serial;
  Payload payload;

  bool operator<(const Entry &other) const {
    return time != other.time ? time < other.time : serial < other.serial;
  }
};

// What a C++ program takes from its library.
template <class Payload>
class StandardQueue {
  struct Later {
    bool operator()(const Entry<Payload> &a, const Entry<Payload> &b) const { return b < a; }
  };
  std::priority_queue<Entry<Payload>, std::vector<Entry<Payload>>, Later> queue;
  uint64_t serial = 0;

public:
  bool empty() const { return queue.empty(); }

  void push(double time, Payload payload) { queue.push({time, serial++, payload}); }

  Entry<Payload> pop() {
    Entry<Payload> first = queue.top();
    queue.pop();
    return first;
  }
};

// The textbook's 4-ary implicit heap: a plain array, a hole moved instead of swaps, branches.
template <class Payload>
class FourAryHeap {
  std::vector<Entry<Payload>> heap;
  uint64_t serial = 0;

public:
  bool empty() const { return heap.empty(); }

  std::vector<char> bytes() const {
    std::vector<char> result(heap.size() * sizeof(Entry<Payload>));
    std::memcpy(result.data(), heap.data(), result.size());
    return result;
  }

  void read(const std::vector<char> &bytes) {
    heap.resize(bytes.size() / sizeof(Entry<Payload>));
    std::memcpy(heap.data(), bytes.data(), bytes.size());
    serial = heap.size();
  }

  void push(double time, Payload payload) {
    Entry<Payload> entry{time, serial++, payload};
    size_t hole = heap.size();
    heap.push_back(entry);
    while (hole > 0) {
      size_t parent = (hole - 1) / 4;
      if (!(entry < heap[parent])) break;
      heap[hole] = heap[parent];
      hole = parent;
    }
    heap[hole] = entry;
  }

  Entry<Payload> pop() {
    Entry<Payload> first = heap.front();
    Entry<Payload> last = heap.back();
    heap.pop_back();
    size_t count = heap.size();
    if (count == 0) return first;
    size_t hole = 0;
    while (true) {
      size_t child = 4 * hole + 1;
      if (child >= count) break;
      size_t end = child + 4 < count ? child + 4 : count;
      size_t least = child;
      for (size_t other = child + 1; other < end; ++other) {
        if (heap[other] < heap[least]) least = other;
      }
      if (!(heap[least] < last)) break;
      heap[hole] = heap[least];
      hole = least;
    }
    heap[hole] = last;
    return first;
  }
};
