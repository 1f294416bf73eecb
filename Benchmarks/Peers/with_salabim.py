"""The workloads in salabim, with everything off that can be: no trace, no monitors of components, generators."""

import salabim

import workloads

VERSION = "salabim " + salabim.__version__


def environment():
    return salabim.Environment(trace=False, random_seed=None, yieldless=False)


class Sleeper(salabim.Component):
    def setup(self, random, wakes):
        self.random = random
        self.wakes = wakes

    def process(self):
        while True:
            yield self.hold(workloads.delay(self.random))
            self.wakes[0] += 1


def sleep(processes):
    """Components that do nothing but hold."""
    env = environment()
    random, wakes = workloads.generator(), [0]
    for _ in range(processes):
        Sleeper(random=random, wakes=wakes, mode=None)

    def go_on(count):
        start = wakes[0]
        while wakes[0] < start + count:
            env.step()
        return wakes[0] - start

    return workloads.nanoseconds_per_unit(go_on, 2 * processes, 20_000)


class Customer(salabim.Component):
    def setup(self, desk, service, served):
        self.desk, self.service, self.served = desk, service, served

    def process(self):
        yield self.request(self.desk)
        yield self.hold(self.service)
        self.release()
        self.served[0] += 1


class Source(salabim.Component):
    def setup(self, desk, served):
        self.desk, self.served, self.random = desk, served, workloads.generator()

    def process(self):
        while True:
            yield self.hold(self.random.expovariate(1))
            Customer(desk=self.desk, service=self.random.expovariate(1 / 0.9), served=self.served)


def mm1():
    """One component a customer, who requests the desk."""
    env = environment()
    served = [0]
    Source(desk=salabim.Resource("desk", capacity=1, monitor=False), served=served)

    def go_on(customers):
        start = served[0]
        while served[0] < start + customers:
            env.step()
        return served[0] - start

    return workloads.nanoseconds_per_unit(go_on, 500, 2_000)
