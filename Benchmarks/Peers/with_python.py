"""Five agents that vote behind a service with four places, as plain objects without any framework.

The same work as ours, as one would write it: draws of tokens, times, answers and confidences, a heap of events, a line
of calls, a count of votes. It has no budget, no rules, no retries, and streams that are not kept apart.
"""

import collections
import heapq
import math
import platform

import workloads

VERSION = "Python " + platform.python_version()


def vote(voters):
    random = workloads.generator()
    lanes, places = 4, 4
    events, line = [], collections.deque()
    state = {"busy": 0, "serial": 0, "done": 0, "solved": 0}

    class Task:
        def __init__(self):
            self.prompt = round(random.lognormvariate(math.log(757), 0.99))
            self.easiness = 1 / (1 + math.exp(-1.5 - 2.5 * random.gauss(0, 1)))
            shares = [random.gammavariate(0.5, 1) for _ in "BCD"]
            self.shares = [share / sum(shares) for share in shares]
            self.answers = []

    def serve(task, now):
        tokens = round(random.lognormvariate(math.log(151), 0.86))
        seconds = random.lognormvariate(math.log(0.7), 0.5) + tokens / random.lognormvariate(math.log(100), 0.25)
        state["serial"] += 1
        heapq.heappush(events, (now + seconds, state["serial"], task))

    def begin(now):
        task = Task()
        for _ in range(voters):
            if state["busy"] < places:
                state["busy"] += 1
                serve(task, now)
            else:
                line.append(task)

    def answer(task):
        right = random.random() < task.easiness
        content = "A" if right else random.choices("BCD", task.shares)[0]
        logit = 1.9 + 0.42 * right + 0.9 * random.gauss(0, 1)
        return content, round(20 / (1 + math.exp(-logit))) / 20

    def go_on(steps):
        start = state["done"]
        while state["done"] < start + steps:
            now, _, task = heapq.heappop(events)
            state["done"] += 1
            if line:
                serve(line.popleft(), now)
            else:
                state["busy"] -= 1
            task.answers.append(answer(task))
            if len(task.answers) == voters:
                votes = collections.Counter(content for content, _ in task.answers)
                state["solved"] += votes.most_common(1)[0][0] == "A"
                begin(now)
        return state["done"] - start

    for _ in range(lanes):
        begin(0)
    return workloads.nanoseconds_per_unit(go_on, 5_000, 50_000)
