"""Runs the workloads in the peers that are installed, and puts ours beside them.

    peers.py OURS.json RESULT.json

OURS.json is what Bench wrote; the result has rows of the same shape, with the peer as the baseline.
"""

import importlib
import json
import sys

# Peer, its function and arguments, and which of our rows stands beside it.
CONTESTS = [
    ("simpy", "hold", (1_000,), "hold/1000", "one event of the hold model; SimPy by callbacks"),
    ("simpy", "hold", (100_000,), "hold/100000", "one event of the hold model; SimPy by callbacks"),
    ("simpy", "sleep", (1_000,), "sleep/1000", "one sleep of one of 1000 processes"),
    ("simpy", "mm1", (), "mm1/process", "one customer of M/M/1, a process each"),
    ("salabim", "sleep", (1_000,), "sleep/1000", "one sleep of one of 1000 processes"),
    ("salabim", "mm1", (), "mm1/process", "one customer of M/M/1, a process each"),
    ("python", "vote", (5,), "swarm/vote-of-5", "one step of one of five agents that vote, plain objects and a heap"),
    ("mesa", "forage", (125,), "ant-foraging/125", "one step of one of 125 foraging ants on 71 by 71 cells"),
]


def module_of(peer):
    try:
        return importlib.import_module("with_" + peer)
    except ImportError as error:
        print(f"bench-peers: {peer} is left out: {error}")
        return None


def main(ours_path, result_path):
    with open(ours_path) as file:
        ours = {row["name"]: row for row in json.load(file)}
    modules = {peer: module_of(peer) for peer in dict.fromkeys(contest[0] for contest in CONTESTS)}
    print(f"{'peer':<26}{'ours ns':>10}{'peer ns':>12}{'peer/ours':>11}  peer")
    rows = []
    for peer, function, arguments, beside, work in CONTESTS:
        module = modules[peer]
        if module is None or beside not in ours:
            continue
        theirs = getattr(module, function)(*arguments)
        mine = ours[beside]["ours_ns"]
        name = f"peers/{peer}/" + beside.replace("mm1/process", "mm1")
        print(f"{name:<26}{mine:>10.1f}{theirs:>12.1f}{theirs / mine:>11.1f}  {module.VERSION}", flush=True)
        rows.append({
            "name": name, "work": work, "ours_ns": mine, "baseline": module.VERSION, "baseline_ns": theirs,
            "bytes": None,
        })
    with open(result_path, "w") as file:
        json.dump(rows, file, indent=2)
    print(f"{len(rows)} rows in {result_path}")


main(*sys.argv[1:])
