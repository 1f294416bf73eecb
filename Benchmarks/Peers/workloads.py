"""What every peer is asked to do, and how it is timed: processor time of the loop, after a warm-up."""

import random
import statistics
import time

SEED = 20260101
ROUNDS = 3


def delay(generator):
    """The hold model's exponential delay: 0.1 and an exponential part of mean 0.9."""
    return 0.1 + generator.expovariate(1 / 0.9)


def nanoseconds_per_unit(go_on, warm_up, units):
    """The median over the rounds; `go_on(n)` goes on for n more units and returns how many it did."""
    go_on(warm_up)
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time_ns()
        done = go_on(units)
        rounds.append((time.process_time_ns() - start) / done)
    return statistics.median(rounds)


def generator():
    return random.Random(SEED)
