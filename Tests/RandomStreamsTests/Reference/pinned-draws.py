"""Prints the draws in PinnedDraws.swift: a second implementation of the streams, written from their definition.

With the argument "layers" it prints the tables in ExponentialLayers.swift.
"""

import struct
import sys
from decimal import Decimal, getcontext

WORD = 0xFFFF_FFFF


def philox(counter, key):
    """Philox4x32-10: Salmon, Moraes, Dror, Shaw (2011)."""
    c, k = list(counter), list(key)
    for number in range(10):
        if number:
            k = [(k[0] + 0x9E37_79B9) & WORD, (k[1] + 0xBB67_AE85) & WORD]
        a, b = 0xD251_1F53 * c[0], 0xCD9E_8D57 * c[2]
        c = [(b >> 32) ^ c[1] ^ k[0], b & WORD, (a >> 32) ^ c[3] ^ k[1], a & WORD]
    return c


def words(value):
    return [value & WORD, value >> 32]


def fnv1a(data):
    value = 0xCBF2_9CE4_8422_2325
    for byte in data:
        value = ((value ^ byte) * 0x100_0000_01B3) & (2**64 - 1)
    return value


def draws(seed, replication, scope, name, entity, count):
    named = fnv1a(scope.encode() + b"\xff" + name.encode())
    key = philox(words(named) + words(replication), words(seed))[:2]
    found = []
    for number in range((count + 1) // 2):
        block = philox(words(number) + words(entity), key)
        found += [block[1] << 32 | block[0], block[3] << 32 | block[2]]
    return found[:count]


def layers(tail_start):
    """Edges and heights of the 256 layers of equal area under exp(-x), and by how much the last misses the top."""
    area = (tail_start + 1) * (-tail_start).exp()
    edges = [area / (-tail_start).exp(), tail_start]
    heights = [Decimal(0), (-tail_start).exp()]
    while len(edges) < 257:
        heights.append(heights[-1] + area / edges[-1])
        edges.append(-heights[-1].ln())
    return edges, heights, heights[-1] - 1


def solved_layers():
    """The tables by bisection over where the tail starts: the last layer ends at a density of 1."""
    low, high = Decimal("7.6971"), Decimal("7.6972")
    for _ in range(160):
        middle = (low + high) / 2
        if layers(middle)[2] > 0:
            low = middle
        else:
            high = middle
    edges, heights, _ = layers(low)
    return [float(x) for x in edges[:-1]] + [0.0], [float(y) for y in heights[:-1]] + [1.0]


def exponential(numbers, edges, heights):
    """One exponential of mean 1 from an iterator over draws: Marsaglia and Tsang (2000) with bits of their own."""
    start = 0.0
    while True:
        bits = next(numbers)
        layer = bits % 256
        x = ((bits >> 11) + 1) / 2**53 * edges[layer]
        if x < edges[layer + 1]:
            return start + x
        if layer == 0:
            start += edges[1]
            continue
        uniform = ((next(numbers) >> 12) + 0.5) / 2**52
        y = heights[layer] + (heights[layer + 1] - heights[layer]) * uniform
        # No draw here comes so near to the curve that the last digit of the exponential matters.
        if Decimal(y) < (-Decimal(x)).exp():
            return start + x


getcontext().prec = 60
EDGES, HEIGHTS = solved_layers()
if "layers" in sys.argv:
    for table in EDGES, HEIGHTS:
        print(*[value.hex() for value in table], sep="\n")
    sys.exit()

for arguments in [
    (20_260_101, 0, "", "task/difficulty", 0),
    (20_260_101, 0, "", "task/difficulty", 7),
    (20_260_101, 3, "", "call/answer", 2 << 32 | 1 << 12 | 4),
    (2**64 - 1, 2**40, "debate, 3 rounds", "Größe", 0),
]:
    print(arguments, [f"{draw:016X}" for draw in draws(*arguments, 3)])

for name in "arrivals", "services", "zero":
    numbers = iter(draws(20_260_101, 0, "", name, 0, 20_000))
    values = [exponential(numbers, EDGES, HEIGHTS) for _ in range(9_000)]
    digest = fnv1a(b"".join(struct.pack("<d", value) for value in values))
    print(name, [value.hex() for value in values[:3]], f"after 9000: {next(numbers):016X}, all: {digest:016X}")
