"""Prints the draws in PinnedDraws.swift: a second implementation of the streams, written from their definition."""

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


for arguments in [
    (20_260_101, 0, "", "task/difficulty", 0),
    (20_260_101, 0, "", "task/difficulty", 7),
    (20_260_101, 3, "", "call/answer", 2 << 32 | 1 << 12 | 4),
    (2**64 - 1, 2**40, "debate, 3 rounds", "Größe", 0),
]:
    print(arguments, [f"{draw:016X}" for draw in draws(*arguments, 3)])
