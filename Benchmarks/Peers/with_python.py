"""Five agents that vote, as plain objects without any framework: what a step costs in Python itself.

The model answers at once; no time is simulated, nothing is queued, no tokens are counted. So it does less than ours.
"""

import platform

import workloads

VERSION = "Python " + platform.python_version()


def vote(voters):
    random = workloads.generator()

    class Agent:
        def __init__(self, name):
            self.name = name
            self.history = []

        def step(self, task, easiness):
            answer = "A" if random.random() < easiness else "BCD"[random.randrange(3)]
            self.history.append((task, answer))
            return answer

    agents = [Agent(f"agent {number}") for number in range(voters)]
    solved = 0

    def go_on(steps):
        nonlocal solved
        for task in range(steps // voters):
            easiness = random.random()
            votes = {}
            for agent in agents:
                answer = agent.step(task, easiness)
                votes[answer] = votes.get(answer, 0) + 1
            solved += max(votes, key=votes.get) == "A"
            for agent in agents:
                agent.history.clear()
        return steps

    return workloads.nanoseconds_per_unit(go_on, 5_000, 100_000)
