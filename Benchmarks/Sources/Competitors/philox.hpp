#pragma once
#include <cstdint>
#include <string_view>

// Philox4x32-10 of Salmon, Moraes, Dror, Shaw (2011), SC '11, with the layout of RandomStreams.
struct Philox {
  uint64_t key, entity;
  uint64_t blockNumber = 0;
  uint64_t spare = 0;
  bool hasSpare = false;

  Philox(uint64_t key, uint64_t entity) : key(key), entity(entity) {}

  // Returns the key of a named stream of replication 0.
  static uint64_t keyOf(std::string_view name, uint64_t rootSeed) {
    // FNV-1a over an empty scope, its closing byte, and the name.
    uint64_t hash = (0xCBF29CE484222325u ^ 0xFF) * 0x00000100000001B3u;
    for (unsigned char byte : name) hash = (hash ^ byte) * 0x00000100000001B3u;
    uint64_t low, high;
    block(hash, 0, rootSeed, low, high);
    return low;
  }

  static void block(uint64_t first, uint64_t second, uint64_t key, uint64_t &low, uint64_t &high) {
    uint32_t x0 = first, x1 = first >> 32, x2 = second, x3 = second >> 32;
    uint32_t k0 = key, k1 = key >> 32;
    for (int round = 0; round < 10; ++round) {
      uint64_t a = uint64_t(0xD2511F53u) * x0;
      uint64_t b = uint64_t(0xCD9E8D57u) * x2;
      x0 = uint32_t(b >> 32) ^ x1 ^ k0;
      x1 = uint32_t(b);
      x2 = uint32_t(a >> 32) ^ x3 ^ k1;
      x3 = uint32_t(a);
      k0 += 0x9E3779B9u;
      k1 += 0xBB67AE85u;
    }
    low = uint64_t(x1) << 32 | x0;
    high = uint64_t(x3) << 32 | x2;
  }

  uint64_t next() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    uint64_t low;
    block(blockNumber++, entity, key, low, spare);
    hasSpare = true;
    return low;
  }

  double uniform() { return (static_cast<double>(next() >> 12) + 0.5) * 0x1p-52; }
};
