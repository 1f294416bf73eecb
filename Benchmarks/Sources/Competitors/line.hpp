#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

// A waiting line in a ring, as WaitingLine.swift: grows by doubling, so that none is lost.
template <class Element>
class Line {
  std::vector<Element> ring = std::vector<Element>(64);
  uint64_t head = 0, tail = 0;

  void growIfFull() {
    if (tail - head < ring.size()) return;
    std::vector<Element> larger(ring.size() * 2);
    for (uint64_t index = head; index != tail; ++index) {
      larger[index & (larger.size() - 1)] = ring[index & (ring.size() - 1)];
    }
    ring.swap(larger);
  }

public:
  size_t size() const { return tail - head; }

  Element &first() { return ring[head & (ring.size() - 1)]; }

  void append(Element element) {
    growIfFull();
    ring[tail++ & (ring.size() - 1)] = element;
  }

  void prepend(Element element) {
    growIfFull();
    ring[--head & (ring.size() - 1)] = element;
  }

  Element removeFirst() { return ring[head++ & (ring.size() - 1)]; }
};
